import { type Bytes, concat, fromBase64Url, toHex, toUtf8 } from '../domain/bytes.ts'
import type { Context } from '../domain/context.ts'
import { dayOf, type Instant, startOf } from '../domain/day.ts'
import { fromCheckedHex } from '../domain/fields.ts'
import type { ChannelId } from '../domain/record.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Member, type MemberId, type Roster, reviewersOf } from '../domain/roster.ts'
import { EncryptionSecret } from './grant.ts'
import {
  config,
  enums,
  PacketList,
  PrivateKey,
  reformatKey,
  SecretKeyPacket,
  SecretSubkeyPacket,
  UserIDPacket,
} from './openpgp.ts'
import { derive } from './passphrase.ts'
import { signStatement } from './signature.ts'
import { sourceKeyCreated, sourceUserId } from './verify/certificate.ts'
import { encryptionPointOf } from './verify/point.ts'

/** Who a source is: a key made from the passphrase, the same on every computer, stored on none. */
export class SourceIdentity {
  readonly #key: PrivateKey
  /** Binary OpenPGP certificate. It travels inside the tip and nowhere else. */
  readonly certificate: Bytes
  /** Lower-case hexadecimal. */
  readonly fingerprint: string
  /** 32 octets in hexadecimal, the same in every tip of this source. */
  readonly thread: string
  readonly encryption: readonly EncryptionSecret[]

  constructor(key: PrivateKey, thread: string, encryption: EncryptionSecret) {
    this.#key = key
    this.certificate = new Uint8Array(key.toPublic().write())
    this.fingerprint = key.getFingerprint()
    this.thread = thread
    this.encryption = [encryption]
  }

  /** A detached signature over a statement, dated at the start of the day. */
  async sign(statement: { readonly context: Context }, now: Instant): Promise<Bytes> {
    return await signStatement(this.#key, statement, startOf(dayOf(now)))
  }
}

/**
 * The identity that belongs to a passphrase in an instance.
 *
 * @param words as `makePassphrase` or `readPassphrase` return them
 * @throws Refusal `wrong-passphrase`
 */
export async function identityOf(words: string, instance: string): Promise<SourceIdentity> {
  const [seed, scalar, thread] = await Promise.all([
    derive(words, instance, 'identity/ed25519'),
    derive(words, instance, 'identity/x25519').then(clamped),
    derive(words, instance, 'thread'),
  ])
  const packets = concat(
    packet(enums.packet.secretKey, await primaryPacket(seed)),
    packet(enums.packet.userID, toUtf8(sourceUserId)),
    packet(enums.packet.secretSubkey, await subkeyPacket(scalar)),
  )
  const bare = new PrivateKey(await PacketList.fromBinary(packets, packetClasses, config))
  const { privateKey } = await reformatKey({
    privateKey: bare,
    userIDs: [{ name: sourceUserId }],
    date: new Date(sourceKeyCreated * 1000),
    format: 'object',
  })
  const [subkey] = privateKey.subkeys
  if (subkey === undefined) throw new Error('a source key lost its subkey')
  const encryption = await EncryptionSecret.of(scalar, encryptionPointOf(subkey.keyPacket))
  return new SourceIdentity(privateKey, toHex(thread), encryption)
}

/**
 * The reviewers that a source's client seals to: the first `policy.panel` of the channel in an order that only the
 * passphrase knows, without those the source excluded. The same words give the same panel at every visit.
 *
 * @throws Refusal `unknown-channel`
 * @throws Refusal `excluded` when nobody of the channel is left
 */
export async function panelOf(
  words: string,
  roster: Roster,
  channel: ChannelId,
  excluded: readonly MemberId[],
): Promise<readonly Member[]> {
  if (!roster.channels.some((one) => one.id === channel)) throw new Refusal('unknown-channel')
  const secret = await derive(words, roster.instance, 'panel')
  const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  const drawn = await Promise.all(
    reviewersOf(roster, channel)
      .filter((one) => !excluded.includes(one.id))
      .map(async (member) => {
        const lot = new Uint8Array(await crypto.subtle.sign('HMAC', key, fromCheckedHex(member.id)))
        return { member, lot: toHex(lot) }
      }),
  )
  if (drawn.length === 0) throw new Refusal('excluded', 'Nobody would be left at this desk to read it.')
  drawn.sort((a, b) => (a.lot < b.lot ? -1 : 1))
  return drawn.slice(0, roster.policy.panel).map(({ member }) => member)
}

/** The types call for a map, the library for an object. */
const packetClasses = {
  [enums.packet.secretKey]: SecretKeyPacket,
  [enums.packet.secretSubkey]: SecretSubkeyPacket,
  [enums.packet.userID]: UserIDPacket,
} as unknown as Parameters<typeof PacketList.fromBinary>[1]

/** Object identifiers of the two curves, each after its length (RFC 9580, section 9.2). */
const ed25519 = new Uint8Array([9, 0x2b, 6, 1, 4, 1, 0xda, 0x47, 0x0f, 1])
const curve25519 = new Uint8Array([10, 0x2b, 6, 1, 4, 1, 0x97, 0x55, 1, 5, 1])

/** Parameters of the key derivation: SHA-256 and AES-128, which every program has for this curve. */
const kdfParameters = new Uint8Array([3, 1, 8, 7])

/** RFC 7748: which bits of a scalar are fixed. */
function clamped(octets: Bytes): Bytes {
  const scalar = octets.slice()
  scalar[0] = (scalar[0] ?? 0) & 248
  scalar[31] = ((scalar[31] ?? 0) & 127) | 64
  return scalar
}

async function primaryPacket(seed: Bytes): Promise<Bytes> {
  const point = await publicPoint('Ed25519', seed)
  return concat(keyHead(enums.publicKey.eddsaLegacy), ed25519, native(point), secretPart(mpi(seed)))
}

async function subkeyPacket(scalar: Bytes): Promise<Bytes> {
  const point = await publicPoint('X25519', scalar)
  const secret = secretPart(mpi(scalar.slice().reverse()))
  return concat(keyHead(enums.publicKey.ecdh), curve25519, native(point), kdfParameters, secret)
}

function keyHead(algorithm: number): Bytes {
  const head = new Uint8Array([4, 0, 0, 0, 0, algorithm])
  new DataView(head.buffer).setUint32(1, sourceKeyCreated)
  return head
}

function native(point: Bytes): Bytes {
  return mpi(concat(new Uint8Array([0x40]), point))
}

/** An unlocked secret: no encryption, the number, and the sum of its octets. */
function secretPart(number: Bytes): Bytes {
  const sum = number.reduce((so, octet) => so + octet, 0) & 0xffff
  return concat(new Uint8Array([0]), number, new Uint8Array([sum >> 8, sum & 255]))
}

/** A number after its length in bits, without leading zeros (RFC 9580, section 3.2). */
function mpi(octets: Bytes): Bytes {
  const first = octets.findIndex((octet) => octet !== 0)
  const number = first === -1 ? new Uint8Array(0) : octets.slice(first)
  const bits = number.length === 0 ? 0 : number.length * 8 - (Math.clz32(number[0] ?? 0) - 24)
  return concat(new Uint8Array([bits >> 8, bits & 255]), number)
}

/** A packet in the new format; none of these is 192 octets long. */
function packet(tag: number, content: Bytes): Bytes {
  return concat(new Uint8Array([0xc0 | tag, content.length]), content)
}

async function publicPoint(curve: 'Ed25519' | 'X25519', secret: Bytes): Promise<Bytes> {
  const head = [0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, curve === 'X25519' ? 0x6e : 0x70, 4, 0x22, 4, 0x20]
  const wrapped = concat(new Uint8Array(head), secret)
  const key = await crypto.subtle.importKey('pkcs8', wrapped, curve, true, [curve === 'X25519' ? 'deriveBits' : 'sign'])
  const { x } = await crypto.subtle.exportKey('jwk', key)
  const point = fromBase64Url(x ?? '')
  if (point?.length !== 32) throw new Error('a public point has 32 octets')
  return point
}
