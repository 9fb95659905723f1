import { type Bytes, sameBytes } from '../../domain/bytes.ts'
import type { Instant } from '../../domain/day.ts'
import { limits } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Key, PrivateKey, type PublicKey, readKey, type SignaturePacket, type Subkey } from '../openpgp.ts'
import { type EncryptionPoint, encryptionPointOf } from './point.ts'

/** A certificate that may sign statements. */
export interface SigningCertificate {
  readonly bytes: Bytes
  /** Of the primary key, lower-case hexadecimal. */
  readonly fingerprint: string
  readonly key: PublicKey
}

/** A certificate that may sign and that envelopes can be sealed to. */
export interface Certificate extends SigningCertificate {
  readonly encryption: EncryptionPoint
}

/** Whose certificate it has to be. */
export interface Expected {
  readonly handle: string
  readonly instance: string
}

/** The only user id that a certificate on a roster may carry. */
export function userIdOf({ handle, instance }: Expected): string {
  return `${handle}@${instance}.invalid`
}

/**
 * A member's certificate as it stands on a roster: minimised, and fit to sign and to be sealed to.
 * `until` is the last moment at which it must still be good; a roster wants its keys to outlive it.
 *
 * @throws Refusal `fat-certificate` when it carries more than primary key, one user id, one encryption subkey, at most
 *   one signing subkey and their own signatures
 * @throws Refusal `unsuitable-key` when it is expired, revoked, too weak or has no Curve25519 encryption subkey
 */
export async function readMemberCertificate(
  bytes: Bytes,
  expected: Expected,
  at: Instant,
  until: Instant = at,
): Promise<Certificate> {
  const key = await readMinimised(bytes, userIdOf(expected))
  const encryptionSubkeys = key.subkeys.filter(isEncryptionSubkey)
  const others = key.subkeys.filter((one) => !isEncryptionSubkey(one))
  if (encryptionSubkeys.length > 1 || others.length > 1) throw fat('more subkeys than needed')
  const [subkey] = encryptionSubkeys
  if (subkey === undefined) throw unsuitable('it has no Curve25519 encryption subkey')
  for (const one of [key, ...others]) checkSigningAlgorithm(one)
  await checkGood(key, { signing: true, encryption: subkey }, at, until)
  return { bytes, fingerprint: key.getFingerprint(), key, encryption: encryptionPointOf(subkey.keyPacket) }
}

/**
 * A steward's certificate as it stands on a roster: the primary key itself signs. A steward's signature by a subkey
 * is refused by other programs, and the pin names primary keys.
 *
 * @throws Refusal `fat-certificate` or `unsuitable-key` as for members
 */
export async function readStewardCertificate(
  bytes: Bytes,
  expected: Expected,
  at: Instant,
  until: Instant = at,
): Promise<SigningCertificate> {
  const key = await readMinimised(bytes, userIdOf(expected))
  if (key.subkeys.length > 1) throw fat('more subkeys than needed')
  if (!key.subkeys.every(isEncryptionSubkey))
    throw unsuitable('a steward signs with the primary key, not with a subkey')
  checkSigningAlgorithm(key)
  await checkGood(key, { signing: true, encryption: null }, at, until)
  return { bytes, fingerprint: key.getFingerprint(), key }
}

/** What a source's certificate says in place of a name: the same for all. */
export const sourceUserId = 'source'

/** When every source's key was made, in seconds since 1970: 2026-01-01. It is part of the fingerprint. */
export const sourceKeyCreated = 1_767_225_600

/**
 * The certificate that travels inside a tip. All sources' certificates have one form, so nothing in it can be chosen.
 *
 * @throws Refusal `fat-certificate` or `unsuitable-key`
 */
export async function readSourceCertificate(bytes: Bytes): Promise<Certificate> {
  const key = await readMinimised(bytes, sourceUserId)
  const [subkey, ...more] = key.subkeys
  if (more.length > 0) throw fat('more subkeys than needed')
  if (subkey === undefined || !isEncryptionSubkey(subkey)) throw unsuitable('it has no Curve25519 encryption subkey')
  const created = new Date(sourceKeyCreated * 1000)
  for (const one of [key, subkey]) {
    if (one.getCreationTime().getTime() !== created.getTime()) throw unsuitable('not made as a source makes it')
  }
  if (key.getAlgorithmInfo().algorithm !== 'eddsaLegacy') throw unsuitable('not made as a source makes it')
  await checkGood(key, { signing: true, encryption: subkey }, created.getTime(), created.getTime())
  return { bytes, fingerprint: key.getFingerprint(), key, encryption: encryptionPointOf(subkey.keyPacket) }
}

/** Signing algorithms that every program of the field verifies. RSA below 3072 bits and DSA are refused. */
const signingAlgorithms: ReadonlySet<string> = new Set(['eddsaLegacy', 'ed25519', 'ecdsa', 'rsaEncryptSign', 'rsaSign'])
const ecdsaCurves: ReadonlySet<string> = new Set(['nistP256', 'nistP384', 'nistP521'])
const rsaBitsMin = 3072

/** A certificate of exactly the packets it needs, written the one way that we write it. */
async function readMinimised(bytes: Bytes, userId: string): Promise<PublicKey> {
  if (bytes.length > limits.certificateBytesMax) throw fat(`more than ${limits.certificateBytesMax} octets`)
  const key = await readKey({ binaryKey: bytes }).catch(() => {
    throw unsuitable('it cannot be parsed')
  })
  if (key.isPrivate() || key instanceof PrivateKey) throw unsuitable('it is a private key')
  if (key.keyPacket.version !== 4) throw unsuitable('it is not a version 4 key')
  const [user, ...moreUsers] = key.users
  if (user === undefined || moreUsers.length > 0) throw fat('exactly one user id')
  if (user.userID?.userID !== userId) throw fat('its user id is not the one that the roster gives it')
  if (isRevoked(key)) throw unsuitable('it was revoked')
  if (user.selfCertifications.length !== 1 || user.otherCertifications.length > 0)
    throw fat('more signatures than needed')
  if (key.subkeys.some((one) => one.bindingSignatures.length !== 1)) throw fat('more signatures than needed')
  if (directSignatures(key).length > 0) throw fat('more signatures than needed')
  if (selfSignatures(key).some((one) => one.unhashedSubpackets.length > 0)) throw fat('something that nobody signed')
  // Whatever the library read over or would write otherwise is not in the octets either.
  if (!sameBytes(key.write(), bytes)) throw fat('it is not written in its shortest form')
  return key
}

/** Signatures of the key over itself alone; the library has them, its types do not. */
function directSignatures(key: Key): readonly unknown[] {
  return (key as unknown as { readonly directSignatures?: readonly unknown[] }).directSignatures ?? []
}

function selfSignatures(key: Key): readonly SignaturePacket[] {
  return [...key.users.flatMap((one) => one.selfCertifications), ...key.subkeys.flatMap((one) => one.bindingSignatures)]
}

function isRevoked(key: Key): boolean {
  const signatures = [
    ...key.revocationSignatures,
    ...key.users.flatMap((one) => one.revocationSignatures),
    ...key.subkeys.flatMap((one) => one.revocationSignatures),
  ]
  return signatures.length > 0
}

function isEncryptionSubkey(subkey: Subkey): boolean {
  const { algorithm, curve } = subkey.getAlgorithmInfo()
  return algorithm === 'ecdh' && curve === 'curve25519Legacy'
}

function checkSigningAlgorithm(key: Key | Subkey): void {
  const { algorithm, bits, curve } = key.getAlgorithmInfo()
  if (!signingAlgorithms.has(algorithm)) throw unsuitable(`it signs with ${algorithm}`)
  if (algorithm === 'ecdsa' && !ecdsaCurves.has(curve ?? ''))
    throw unsuitable(`it signs on ${curve ?? 'an unknown curve'}`)
  if (algorithm.startsWith('rsa') && (bits ?? 0) < rsaBitsMin)
    throw unsuitable(`its RSA key is below ${rsaBitsMin} bits`)
}

/** Whether its own signatures hold, and it is good for its uses from `at` until `until`. */
async function checkGood(
  key: PublicKey,
  uses: { readonly signing: boolean; readonly encryption: Subkey | null },
  at: Instant,
  until: Instant,
): Promise<void> {
  try {
    for (const moment of [effective(key, at), effective(key, until)]) {
      await key.verifyPrimaryKey(moment)
      if (uses.signing) await key.getSigningKey(undefined, moment)
      if (uses.encryption !== null && (await key.getEncryptionKey(undefined, moment)) !== uses.encryption) {
        throw unsuitable('its encryption subkey is not in use')
      }
    }
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw unsuitable('it is expired, not yet good, or not fit to sign or to be sealed to')
  }
}

const dayMs = 86_400_000

/** Clocks differ: a key made up to a day after `moment` is judged at the moment it was made. */
function effective(key: PublicKey, moment: Instant): Date {
  const newest = newestSelfSignature(key)
  return new Date(newest > moment && newest <= moment + dayMs ? newest : moment)
}

/** When the newest of a key's own signatures was made: before that moment the key as it is here did not exist. */
export function newestSelfSignature(key: Key): Instant {
  return Math.max(key.getCreationTime().getTime(), ...selfSignatures(key).map((one) => one.created?.getTime() ?? 0))
}

function fat(what: string): Refusal {
  return new Refusal('fat-certificate', `A certificate carries more than it may, or other things: ${what}.`)
}

function unsuitable(what: string): Refusal {
  return new Refusal('unsuitable-key', `A key cannot be used here: ${what}.`)
}
