import { type Bytes, toHex } from '../domain/bytes.ts'
import { type Canonical, canonicalBytes } from '../domain/canonical.ts'
import { fromCheckedHex } from '../domain/fields.ts'
import type { Profile } from '../domain/packet.ts'
import { Refusal } from '../domain/refusal.ts'
import type { ChunkClass, ChunkHash, UploadId } from '../domain/upload.ts'
import { clearBytesMax, openBody } from './body.ts'
import { writeAead } from './chunk-aead.ts'
import { writeCfb } from './chunk-cfb.ts'
import { sha256 } from './digest.ts'
import { makeGrant, namedGrant } from './grant.ts'
import { derive } from './passphrase.ts'
import type { EncryptionPoint } from './verify/point.ts'

/**
 * Chunks of files: each is one encrypted-data packet of exactly the length of its class. Written with Web Crypto alone,
 * because where a browser has no compiler the library takes twice as long; read by the library.
 */

/** What is known of a file before any of it is sent. Two files that agree in all of it are taken for the same. */
export interface FileIdentity {
  readonly size: number
  readonly chunkClass: ChunkClass
  readonly profile: Profile
  /** SHA-256 of the first and of the last piece, in hexadecimal. */
  readonly first: string
  readonly last: string
  /** Counts the files of one message that agree in all of the above, and how often a file was begun anew. */
  readonly copy: number
  readonly round: number
}

/** The secrets of one upload. */
export interface UploadSecrets {
  readonly upload: UploadId
  /** The session key of its chunks, in hexadecimal: it stands in the tip. */
  readonly key: string
  /** Draws the random beginning of each chunk. It stays with the source. */
  readonly beginnings: CryptoKey
}

/**
 * The secrets of an upload, from the passphrase and the file: the same words and the same file give the same octets, so
 * that an upload goes on where it stopped, even after the page was closed.
 *
 * @throws Refusal `wrong-passphrase`
 */
export async function uploadSecrets(words: string, instance: string, file: FileIdentity): Promise<UploadSecrets> {
  const source = await hmacKey(await derive(words, instance, 'uploads'))
  const drawn = async (use: 'upload' | 'key' | 'beginnings'): Promise<Bytes> =>
    await hmac(source, canonicalBytes({ use, ...file } as Canonical))
  return {
    upload: toHex(await drawn('upload')),
    key: toHex(await drawn('key')),
    beginnings: await hmacKey(await drawn('beginnings')),
  }
}

/** The most octets of a file that one chunk holds. */
export function pieceBytesMax(chunkClass: ChunkClass, profile: Profile): number {
  return clearBytesMax(chunkClass, profile)
}

export interface SealedChunk {
  readonly chunk: Bytes
  readonly hash: ChunkHash
}

/**
 * Seal one piece of a file, filled up inside to the length of its class. An empty piece makes a chunk of nothing.
 * The random beginning of the packet is drawn from the piece itself: the same piece at the same place gives the same
 * chunk, and two different ones never share a beginning, which would tell where they differ.
 *
 * @param piece at most `pieceBytesMax`
 * @param at the place of the chunk in its upload, from 0
 */
export async function sealChunk(
  piece: Bytes,
  at: number,
  secrets: UploadSecrets,
  form: { readonly chunkClass: ChunkClass; readonly profile: Profile },
): Promise<SealedChunk> {
  const about = canonicalBytes({ at, piece: toHex(await sha256(piece)) })
  const beginning = await hmac(secrets.beginnings, about)
  const write = form.profile === 'compat' ? writeCfb : writeAead
  const chunk = await write(piece, { sessionKey: fromCheckedHex(secrets.key), beginning, length: form.chunkClass })
  return { chunk, hash: toHex(await sha256(chunk)) }
}

/**
 * Open a chunk, after its hash was found to be the one that the source signed.
 *
 * @param key as it stands in the tip
 * @throws Refusal `file-damaged`
 */
export async function openChunk({ chunk, hash }: SealedChunk, key: string): Promise<Bytes> {
  await checkChunk({ chunk, hash })
  return await openBody(chunk, fromCheckedHex(key)).catch(() => {
    throw new Refusal('file-damaged')
  })
}

/** Whether a chunk is the one that the source signed. @throws Refusal `file-damaged` when it is not */
export async function checkChunk({ chunk, hash }: SealedChunk): Promise<void> {
  if (toHex(await sha256(chunk)) !== hash) throw new Refusal('file-damaged')
}

/** What stands before each chunk of a file so that it is an OpenPGP message for this member: other programs open it. */
export async function grantForExport(key: string, to: { readonly encryption: EncryptionPoint }): Promise<Bytes> {
  return namedGrant(await makeGrant(fromCheckedHex(key), to), to.encryption.keyId)
}

async function hmacKey(secret: Bytes): Promise<CryptoKey> {
  return await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
}

async function hmac(key: CryptoKey, about: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, about))
}
