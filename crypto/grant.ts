import { type Bytes, concat, toUtf8 } from '../domain/bytes.ts'
import { grantHead, isGrant } from '../domain/packet.ts'
import { dice } from './dice.ts'
import { type EncryptionPoint, type Kdf, kdfOf } from './verify/point.ts'

/**
 * Grants, with Web Crypto alone: a grant is tried hundreds of times where a browser has no compiler, and the library
 * takes five times as long (RFC 9580, sections 5.1.6 and 11.5).
 */

/** The private half of an encryption subkey. It opens grants and shows itself to nobody. */
export class EncryptionSecret {
  readonly #key: CryptoKey
  readonly #tail: Bytes
  readonly #kdf: Kdf
  readonly keyId: Bytes

  private constructor(key: CryptoKey, point: EncryptionPoint) {
    this.#key = key
    this.#kdf = point.kdf
    this.#tail = derivationTail(point)
    this.keyId = point.keyId
  }

  /** `scalar`: the X25519 private key, 32 octets in the order of RFC 7748. */
  static async of(scalar: Bytes, point: EncryptionPoint): Promise<EncryptionSecret> {
    const wrapped = concat(pkcs8Head, scalar)
    const key = await crypto.subtle.importKey('pkcs8', wrapped, 'X25519', false, ['deriveBits'])
    return new EncryptionSecret(key, point)
  }

  /** The session key of a grant, or `null` when the grant is not for this key. Never throws. */
  async open(grant: Bytes): Promise<Bytes | null> {
    if (!isGrant(grant)) return null
    try {
      const point = await crypto.subtle.importKey('raw', grant.slice(pointAt, pointAt + 32), 'X25519', true, [])
      const wrapping = await wrappingKey(this.#key, point, this.#tail, this.#kdf, 'unwrapKey')
      const padded = await crypto.subtle.unwrapKey('raw', grant.slice(wrappedAt), wrapping, 'AES-KW', carrier, true, [
        'sign',
      ])
      return sessionKeyOf(new Uint8Array(await crypto.subtle.exportKey('raw', padded)))
    } catch {
      return null
    }
  }
}

/** A grant of a session key, without a name on it. `sessionKey`: 32 octets, for AES-256. */
export async function makeGrant(sessionKey: Bytes, to: { readonly encryption: EncryptionPoint }): Promise<Bytes> {
  return await grantTo(sessionKey, to.encryption)
}

/** A grant that looks like every other and that nobody can open: its key is thrown away at once. */
export async function fillerGrant(sessionKey: Bytes): Promise<Bytes> {
  const nobody = await ephemeral()
  return await grantTo(sessionKey, {
    point: await publicOctets(nobody.publicKey),
    fingerprint: dice(20),
    keyId: new Uint8Array(8),
    kdf: kdfOf(8, 7),
  })
}

/**
 * Exactly `count` grants in an order that tells nothing: one for each recipient, the rest for thrown-away keys.
 * The caller has checked that they fit.
 */
export async function makeGrants(
  sessionKey: Bytes,
  to: readonly { readonly encryption: EncryptionPoint }[],
  count: number,
): Promise<Bytes[]> {
  return await Promise.all(
    Array.from({ length: count }, (_, at) => {
      const recipient = to[at]
      return recipient === undefined ? fillerGrant(sessionKey) : makeGrant(sessionKey, recipient)
    }),
  )
}

/** The session key and which grant gave it, or `null` when none fits any of these keys. */
export async function openGrants(
  grants: readonly Bytes[],
  keys: readonly EncryptionSecret[],
): Promise<{ readonly sessionKey: Bytes; readonly grant: Bytes; readonly by: EncryptionSecret } | null> {
  for (const by of keys) {
    for (const grant of grants) {
      const sessionKey = await by.open(grant)
      if (sessionKey !== null) return { sessionKey, grant, by }
    }
  }
  return null
}

/** Give a grant the name of its recipient back, as other programs expect it. */
export function namedGrant(grant: Bytes, keyId: Bytes): Bytes {
  return concat(grant.subarray(0, keyIdAt), keyId, grant.subarray(keyIdAt + keyId.length))
}

const keyIdAt = 3
const pointAt = grantHead.length
const wrappedAt = pointAt + 33
const aes256 = 9

/** PKCS#8 of an X25519 private key (RFC 8410), up to the key itself. */
const pkcs8Head = new Uint8Array([0x30, 0x2e, 2, 1, 0, 0x30, 5, 6, 3, 0x2b, 0x65, 0x6e, 4, 0x22, 4, 0x20])

/** Web Crypto wraps keys only, so the padded session key travels as one for HMAC, which may have any length. */
const carrier = { name: 'HMAC', hash: 'SHA-256' }

async function grantTo(sessionKey: Bytes, to: EncryptionPoint): Promise<Bytes> {
  const once = await ephemeral()
  const point = await crypto.subtle.importKey('raw', to.point, 'X25519', true, [])
  const wrapping = await wrappingKey(once.privateKey, point, derivationTail(to), to.kdf, 'wrapKey')
  const padded = await crypto.subtle.importKey('raw', paddedSessionKey(sessionKey), carrier, true, ['sign'])
  const wrapped = new Uint8Array(await crypto.subtle.wrapKey('raw', padded, wrapping, 'AES-KW'))
  return concat(
    new Uint8Array(grantHead),
    await publicOctets(once.publicKey),
    new Uint8Array([wrapped.length]),
    wrapped,
  )
}

async function ephemeral(): Promise<CryptoKeyPair> {
  return (await crypto.subtle.generateKey('X25519', false, ['deriveBits'])) as CryptoKeyPair
}

async function publicOctets(key: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', key))
}

/** RFC 9580, section 11.5: hash of a counter, the shared point, and who and what it is for. */
async function wrappingKey(
  own: CryptoKey,
  point: CryptoKey,
  tail: Bytes,
  kdf: Kdf,
  use: 'wrapKey' | 'unwrapKey',
): Promise<CryptoKey> {
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: 'X25519', public: point }, own, 256))
  const hash = await crypto.subtle.digest(kdf.hash, concat(new Uint8Array([0, 0, 0, 1]), shared, tail))
  return await crypto.subtle.importKey('raw', hash.slice(0, kdf.octets), 'AES-KW', false, [use])
}

function derivationTail({ fingerprint, kdf }: Pick<EncryptionPoint, 'fingerprint' | 'kdf'>): Bytes {
  return concat(curveAndAlgorithm, new Uint8Array([3, 1, ...kdf.ids]), anonymous, fingerprint)
}

/** Curve25519Legacy as an object identifier after its length, then ECDH. */
const curveAndAlgorithm = new Uint8Array([10, 0x2b, 6, 1, 4, 1, 0x97, 0x55, 1, 5, 1, 18])
const anonymous = toUtf8('Anonymous Sender    ')

/** Algorithm, key, checksum, and padding to a length that does not tell the algorithm (RFC 9580, section 5.1.6). */
function paddedSessionKey(sessionKey: Bytes): Bytes {
  const sum = sessionKey.reduce((so, octet) => so + octet, 0) & 0xffff
  return concat(new Uint8Array([aes256]), sessionKey, new Uint8Array([sum >> 8, sum & 255, 5, 5, 5, 5, 5]))
}

function sessionKeyOf(padded: Bytes): Bytes | null {
  const sessionKey = padded.slice(1, 33)
  const wanted = paddedSessionKey(sessionKey)
  return padded.length === wanted.length && wanted.every((octet, at) => octet === padded[at]) ? sessionKey : null
}
