import * as f from '../fields.ts'
import { limits } from '../limits.ts'
import { type ChunkHash, chunksMax, readUploadId, type UploadId } from '../upload.ts'

/** How much of a file is what the source had: all of it, or what was left after cleaning. */
export const fileVersions = ['original', 'cleaned'] as const
export type FileVersion = (typeof fileVersions)[number]

/** A file that came with a tip, as the tip tells of it: everything that is needed to fetch, open and check it. */
export interface TipFile {
  readonly upload: UploadId
  /** Session key of its chunks, 32 octets in hexadecimal. */
  readonly key: string
  /** A neutral one, unless the source kept its own on purpose. */
  readonly name: string
  /** Media type, as the source's browser knew it. */
  readonly type: string
  /** Octets. */
  readonly size: number
  /** SHA-256 of the whole file, in hexadecimal; `null` when it was too large to be hashed in one go. */
  readonly sha256: string | null
  readonly version: FileVersion
  /** SHA-256 of the other version of the same file, sent or not; `null` when there is none. */
  readonly pair: string | null
  /** Every chunk of the upload in its order: first those of the file, then those that fill up. */
  readonly chunks: readonly ChunkHash[]
  /** How many of them fill up. */
  readonly filling: number
}

/** Text that stands in no path and turns no line round: what a file may be called. */
const nameForm = /^(?!\.{1,2}$)[^\p{Cc}/\\\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]{1,120}$/u

export function isFileName(name: string): boolean {
  return nameForm.test(name)
}

export const mediaTypeForm = /^[a-z0-9!#$&^_.+-]{1,60}\/[a-z0-9!#$&^_.+-]{1,80}$/

export const readTipFile: f.Read<TipFile> = f.object<TipFile>({
  upload: readUploadId,
  key: f.hex(32),
  name: f.form(nameForm, 'a file name'),
  type: f.form(mediaTypeForm, 'a media type'),
  size: f.integer(0, limits.fileBytesMax),
  sha256: f.nullable(f.hex(32)),
  version: f.oneOf(fileVersions),
  pair: f.nullable(f.hex(32)),
  chunks: f.list(f.hex(32), Math.max(...Object.values(chunksMax))),
  filling: f.integer(0, Math.max(...Object.values(chunksMax))),
})
