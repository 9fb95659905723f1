import { type FileIdentity, pieceBytesMax } from '../crypto/chunk.ts'
import { sha256 } from '../crypto/digest.ts'
import { type Bytes, toHex } from '../domain/bytes.ts'
import { type FileVersion, isFileName, mediaTypeForm } from '../domain/clear/manifest.ts'
import { limits } from '../domain/limits.ts'
import type { Profile } from '../domain/packet.ts'
import { Refusal } from '../domain/refusal.ts'
import { chunkClassFor } from '../domain/upload.ts'

/** A file that somebody wants to send, as a browser or Node hands it out. */
export interface Attachment {
  readonly blob: Blob
  /** As reviewers will see it: `neutralName`, or `keptName` when the source keeps it on purpose. */
  readonly name: string
  /** Media type, or nothing when it is not known. */
  readonly type: string
  readonly version: FileVersion
  /** SHA-256 of the other version of the same file, sent or not. */
  readonly pair: string | null
  /** SHA-256 of the file, when the caller knows it. Otherwise it is made here, for files that memory holds. */
  readonly sha256?: string
}

/**
 * Whether these can be sent at all. Looks at numbers only; nothing is read.
 *
 * @throws Refusal `too-many-files`, `file-too-large`, and `malformed` for a name that no file may have
 */
export function checkAttachments(attachments: readonly Attachment[]): void {
  if (attachments.length > limits.uploadsMax) throw new Refusal('too-many-files')
  for (const { blob, name } of attachments) {
    if (blob.size > limits.fileBytesMax) throw new Refusal('file-too-large')
    if (!isFileName(name)) throw new Refusal('malformed', 'A file has a name that no file may have. Rename it.')
  }
}

/** A name that says nothing but what kind of file it is: `file-3.jpg`. */
export function neutralName(original: string, number: number): string {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(original)?.[1]?.toLowerCase()
  return `file-${number}${ending === undefined ? '' : `.${ending}`}`
}

/** The file's own name without folders and without what does not belong into a name; neutral if nothing is left. */
export function keptName(original: string, number: number): string {
  const last = original.split(/[/\\]/).at(-1) ?? ''
  const kept = last.replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 120)
  return isFileName(kept) ? kept : neutralName(kept, number)
}

/** A media type that can be written down; a name of nothing for one that cannot. */
export function mediaTypeOf({ type }: Attachment): string {
  const plain = type.split(';')[0]?.trim().toLowerCase() ?? ''
  return mediaTypeForm.test(plain) ? plain : 'application/octet-stream'
}

/** Octets of a part of a file. @throws Refusal `file-changed` when it cannot be read as it was when it was chosen */
export async function readPart(blob: Blob, from: number, until: number): Promise<Bytes> {
  const octets = await blob
    .slice(from, until)
    .arrayBuffer()
    .catch(() => null)
  if (octets === null || octets.byteLength !== until - from) throw new Refusal('file-changed')
  return new Uint8Array(octets)
}

/** What is known of a file before any of it is sent. @throws Refusal `file-changed` */
export async function identify(blob: Blob, profile: Profile): Promise<Omit<FileIdentity, 'copy' | 'round'>> {
  const { size } = blob
  const chunkClass = chunkClassFor(size)
  const piece = pieceBytesMax(chunkClass, profile)
  const hashed = async (from: number): Promise<string> =>
    toHex(await sha256(await readPart(blob, from, Math.min(size, from + piece))))
  return { size, chunkClass, profile, first: await hashed(0), last: await hashed(Math.max(0, size - piece)) }
}

/** SHA-256 of a whole file, or `null` when it is too large to be held. @throws Refusal `file-changed` */
export async function wholeHash({ blob, sha256: known }: Attachment): Promise<string | null> {
  if (known !== undefined) return known
  if (blob.size > limits.wholeHashBytesMax) return null
  return toHex(await sha256(await readPart(blob, 0, blob.size)))
}
