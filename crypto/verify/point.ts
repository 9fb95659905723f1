import { type Bytes, fromHex } from '../../domain/bytes.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { PublicKey, Subkey } from '../openpgp.ts'

/** What sealing to a Curve25519 subkey needs (RFC 9580, sections 5.1.6 and 11.5). */
export interface EncryptionPoint {
  /** X25519 public key, 32 octets. */
  readonly point: Bytes
  /** Of the subkey: it goes into the derivation of every key that wraps a session key for it. */
  readonly fingerprint: Bytes
  readonly keyId: Bytes
  readonly kdf: Kdf
}

export interface Kdf {
  /** The two octets as they stand in the key: hash and cipher. */
  readonly ids: readonly [hash: number, cipher: number]
  readonly hash: 'SHA-256' | 'SHA-384' | 'SHA-512'
  /** Length of the wrapping key. */
  readonly octets: 16 | 32
}

/**
 * Read the encryption point of a Curve25519 subkey.
 *
 * @throws Refusal `unsuitable-key` when its parameters are not those that browsers can compute
 */
export function encryptionPointOf(packet: PublicKey['keyPacket'] | Subkey['keyPacket']): EncryptionPoint {
  const { Q, kdfParams } = packet.publicParams as EcdhParameters
  const fingerprint = fromHex(packet.getFingerprint())
  if (fingerprint?.length !== 20 || Q?.length !== 33 || Q[0] !== nativeForm || kdfParams === undefined) {
    throw new Refusal('unsuitable-key', 'A key cannot be used here: its encryption subkey is not Curve25519.')
  }
  return {
    point: new Uint8Array(Q.subarray(1)),
    fingerprint,
    keyId: fingerprint.slice(12),
    kdf: kdfOf(kdfParams.hash, kdfParams.cipher),
  }
}

/**
 * Key derivation of a pair of algorithm numbers.
 *
 * @throws Refusal `unsuitable-key`
 */
export function kdfOf(hashId: number, cipherId: number): Kdf {
  const hash = kdfHashes.get(hashId)
  const octets = kdfCiphers.get(cipherId)
  if (hash === undefined || octets === undefined) {
    throw new Refusal(
      'unsuitable-key',
      'A key cannot be used here: its subkey derives keys in a way browsers do not have.',
    )
  }
  return { ids: [hashId, cipherId], hash, octets }
}

interface EcdhParameters {
  readonly Q?: Uint8Array
  readonly kdfParams?: { readonly hash: number; readonly cipher: number }
}

/** First octet of a point in native form (RFC 9580, section 11.2). */
const nativeForm = 0x40

const kdfHashes: ReadonlyMap<number, Kdf['hash']> = new Map([
  [8, 'SHA-256'],
  [9, 'SHA-384'],
  [10, 'SHA-512'],
])

/** AES-128 and AES-256. Chromium has no AES-192, so a source there could never seal to such a key. */
const kdfCiphers: ReadonlyMap<number, Kdf['octets']> = new Map([
  [7, 16],
  [9, 32],
])
