import { wordlist } from '@scure/bip39/wordlists/english.js'
import { type Bytes, concat, sameBytes } from '../domain/bytes.ts'
import type { Context } from '../domain/context.ts'
import { dayOf, type Instant, startOf } from '../domain/day.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Member, Roster } from '../domain/roster.ts'
import { throwBelow } from './dice.ts'
import { EncryptionSecret } from './grant.ts'
import {
  decryptKey,
  encryptKey,
  generateKey,
  PacketList,
  PrivateKey,
  readPrivateKey,
  reformatKey,
  SecretKeyPacket,
  SecretSubkeyPacket,
  type Subkey,
} from './openpgp.ts'
import { signStatement } from './signature.ts'
import { type Expected, newestSelfSignature, userIdOf } from './verify/certificate.ts'
import { encryptionPointOf } from './verify/point.ts'

/** A member's or steward's private key, unlocked. It signs and opens; nothing prints what it holds. */
export class UnlockedMember {
  readonly #key: PrivateKey
  /** The public packet of the primary key: what a certificate of this key begins with. */
  readonly #beginning: Uint8Array
  /** Of the primary key, lower-case hexadecimal. */
  readonly fingerprint: string
  /** Its certificate as the key file holds it; the roster's may be a minimised one. */
  readonly certificate: Bytes
  /** Its encryption subkeys; a steward's key has none. */
  readonly encryption: readonly EncryptionSecret[]

  private constructor(key: PrivateKey, encryption: readonly EncryptionSecret[]) {
    this.#key = key
    this.fingerprint = key.getFingerprint()
    const certificate = key.toPublic()
    this.certificate = new Uint8Array(certificate.write())
    this.encryption = encryption
    const beginning = new PacketList()
    beginning.push(certificate.keyPacket)
    this.#beginning = beginning.write()
  }

  /** @throws Refusal `unsuitable-key` when an encryption subkey is not fit for grants */
  static async of(key: PrivateKey): Promise<UnlockedMember> {
    const subkeys = key.subkeys.filter((one) => one.getAlgorithmInfo().curve === 'curve25519Legacy')
    return new UnlockedMember(key, await Promise.all(subkeys.map(secretOf)))
  }

  /**
   * A detached signature over a statement, for its context only. It is dated at the start of the day, or when the key
   * was made if that was later on the same day: no signature tells the hour.
   */
  async sign(statement: { readonly context: Context }, now: Instant): Promise<Bytes> {
    return await signStatement(this.#key, statement, Math.max(startOf(dayOf(now)), newestSelfSignature(this.#key)))
  }

  /** The private key for a file, armored and locked with a passphrase. */
  async lock(passphrase: string): Promise<string> {
    return (await encryptKey({ privateKey: this.#key, passphrase })).armor()
  }

  /**
   * The certificate for a roster: primary key, one user id, the encryption subkey that is in use, a signing subkey
   * only if the primary does not sign. Names, addresses and other people's signatures stay behind.
   *
   * @throws Refusal `unsuitable-key`
   */
  async minimised(expected: Expected, now: Instant): Promise<Bytes> {
    const date = new Date(Math.max(startOf(dayOf(now)), newestSelfSignature(this.#key)))
    try {
      const needed = await neededSubkeys(this.#key, date)
      const packets = new PacketList()
      packets.push(this.#key.keyPacket, ...needed.map((one) => one.keyPacket))
      const bare = new PrivateKey(packets)
      for (const [at, subkey] of bare.subkeys.entries()) {
        subkey.bindingSignatures = needed[at]?.bindingSignatures.slice() ?? []
      }
      const userIDs = [{ name: userIdOf(expected) }]
      const { publicKey } = await reformatKey({ privateKey: bare, userIDs, date, format: 'object' })
      return new Uint8Array(publicKey.write())
    } catch {
      throw new Refusal('unsuitable-key')
    }
  }

  /** Whether a certificate of a roster is this key's. */
  holds(certificate: Bytes): boolean {
    return sameBytes(this.#beginning, certificate.subarray(0, this.#beginning.length))
  }
}

/** Who on the roster holds this key, or `null`. */
export function memberOf(roster: Roster, key: UnlockedMember): Member | null {
  return roster.members.find((one) => key.holds(one.certificate)) ?? null
}

export interface NewKey {
  /** Minimised, as it goes onto the roster. */
  readonly certificate: Bytes
  /** The private key, armored and locked. */
  readonly locked: string
  /** Eight words: 88 bits of chance. Never chosen by a person. */
  readonly passphrase: string
}

/** Make a member's key: a primary key that signs and a Curve25519 subkey that opens. */
export async function makeMember(handle: string, instance: string, now: Instant): Promise<NewKey> {
  return await lockedNew(await newMember(handle, instance, now))
}

/** Make a steward's key: a primary key that signs, and nothing else. */
export async function makeSteward(handle: string, instance: string, now: Instant): Promise<NewKey> {
  return await lockedNew(await newSteward(handle, instance, now))
}

/** The same before it is locked. */
export async function newMember(handle: string, instance: string, now: Instant): Promise<UnlockedMember> {
  return await generated({ handle, instance }, now, [{}])
}

/** The same before it is locked. */
export async function newSteward(handle: string, instance: string, now: Instant): Promise<UnlockedMember> {
  return await generated({ handle, instance }, now, [])
}

/** A generated passphrase for a private key. */
export function makeKeyPassphrase(): string {
  return Array.from({ length: 8 }, () => wordlist[throwBelow(wordlist.length)]).join(' ')
}

/**
 * Unlock an armored private key. A passphrase of ours may be typed in any case and with any spaces.
 *
 * @throws Refusal `wrong-key-passphrase`
 * @throws Refusal `unsuitable-key` when it is not a private key that can be used here
 */
export async function unlock(armored: string, passphrase: string): Promise<UnlockedMember> {
  const locked = await readPrivateKey({ armoredKey: armored }).catch(() => {
    throw new Refusal('unsuitable-key')
  })
  if (locked.keyPacket instanceof SecretKeyPacket && locked.keyPacket.isDummy())
    throw new Refusal('unsuitable-key', 'The file lacks the primary private key.')
  if (locked.isDecrypted()) return await UnlockedMember.of(locked)
  const typed = [passphrase, passphrase.trim().toLowerCase().split(/\s+/).join(' ')]
  for (const one of new Set(typed)) {
    const key = await decryptKey({ privateKey: locked, passphrase: one }).catch(() => null)
    if (key !== null) return await UnlockedMember.of(key)
  }
  throw new Refusal('wrong-key-passphrase')
}

/** The certificate of a key for a roster. See `UnlockedMember.minimised`. */
export async function minimise(key: UnlockedMember, handle: string, instance: string, now: Instant): Promise<Bytes> {
  return await key.minimised({ handle, instance }, now)
}

/**
 * A steward's signature over a roster document.
 *
 * @throws Refusal `malformed` when the document is not one of a roster
 */
export async function signRoster(document: object, steward: UnlockedMember, now: Instant): Promise<Bytes> {
  if (!isRosterDocument(document)) throw new Refusal('malformed', 'expected a roster')
  return await steward.sign(document, now)
}

function isRosterDocument(document: object): document is { readonly context: 'roster' } {
  return 'context' in document && document.context === 'roster'
}

async function generated(expected: Expected, now: Instant, subkeys: object[]): Promise<UnlockedMember> {
  const { privateKey } = await generateKey({
    type: 'ecc',
    curve: 'curve25519Legacy',
    userIDs: [{ name: userIdOf(expected) }],
    subkeys,
    date: new Date(startOf(dayOf(now))),
    format: 'object',
  })
  return await UnlockedMember.of(privateKey)
}

async function lockedNew(key: UnlockedMember): Promise<NewKey> {
  const passphrase = makeKeyPassphrase()
  return { certificate: key.certificate, locked: await key.lock(passphrase), passphrase }
}

/** OpenPGP keeps the scalar of this curve back to front. */
async function secretOf(subkey: Subkey): Promise<EncryptionSecret> {
  const { keyPacket } = subkey
  const secret = keyPacket instanceof SecretSubkeyPacket ? (keyPacket.privateParams as { d?: Uint8Array } | null) : null
  if (secret?.d?.length !== 32) throw new Refusal('unsuitable-key')
  return await EncryptionSecret.of(concat(secret.d).reverse(), encryptionPointOf(keyPacket))
}

async function neededSubkeys(key: PrivateKey, date: Date): Promise<Subkey[]> {
  const opens = await key.getEncryptionKey(undefined, date)
  const signs = await key.getSigningKey(undefined, date)
  const primarySigns = (await key.getSigningKey(key.getKeyID(), date).catch(() => null)) !== null
  return key.subkeys.filter((one) => one === opens || (one === signs && !primarySigns))
}
