import { checkChunk, openChunk } from '../crypto/chunk.ts'
import { sha256 } from '../crypto/digest.ts'
import { type Bytes, concat, toHex } from '../domain/bytes.ts'
import type { TipFile } from '../domain/clear/manifest.ts'
import { limits } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'
import { chunkClassFor } from '../domain/upload.ts'
import type { DeskSession } from './desk/session.ts'

/** SHA-256 that is fed piece by piece. Browsers have none; Node does. */
export interface RunningHash {
  update(octets: Bytes): void
  /** In hexadecimal. */
  digest(): string
}

/** Where a file goes. What was written counts only once `download` is done: throw it away when it refuses. */
export interface FileSink {
  write(octets: Bytes): Promise<void>
  /** Left out: the whole file is hashed only when memory holds it. Each piece is checked in any case. */
  readonly hash?: RunningHash
}

/**
 * Fetch a file that came with a tip, open it and write it down in order. Every chunk must be the one that the source
 * signed, and together they must have the size and, if the tip says it, the SHA-256 that the source signed.
 *
 * @param onProgress told how many octets of the file are written
 * @throws Refusal `file-damaged`; `chunk-gone`, `not-signed-in` and `try-again` of the desk
 */
export async function download(
  session: DeskSession,
  file: TipFile,
  sink: FileSink,
  onProgress?: (octets: number) => void,
): Promise<void> {
  const held: Bytes[] | null = sink.hash === undefined && file.size <= limits.wholeHashBytesMax ? [] : null
  let octets = 0
  await fetchChunks(session, file, async (chunk, at) => {
    const piece = await openChunk({ chunk, hash: file.chunks[at] ?? '' }, file.key)
    octets += piece.length
    if (octets > file.size) throw new Refusal('file-damaged')
    held?.push(piece)
    sink.hash?.update(piece)
    await sink.write(piece)
    onProgress?.(octets)
  })
  const hash = held === null ? (sink.hash?.digest() ?? null) : toHex(await sha256(concat(...held)))
  const other = hash !== null && file.sha256 !== null && hash !== file.sha256
  if (octets !== file.size || other) throw new Refusal('file-damaged')
}

/**
 * Fetch the chunks of a file in their order, still sealed, without those that fill up. The next one is on its way while
 * one is dealt with.
 *
 * @throws Refusal as `download`
 */
export async function fetchChunks(
  session: DeskSession,
  { upload, chunks, filling, size }: TipFile,
  onChunk: (chunk: Bytes, at: number) => Promise<void>,
): Promise<void> {
  const wanted = chunks.slice(0, chunks.length - filling)
  const fetch = async (hash: string): Promise<Bytes> => {
    const chunk = await session.octets('/api/desk/chunks', { upload, hash }, chunkClassFor(size))
    await checkChunk({ chunk, hash })
    return chunk
  }
  let next = wanted[0] === undefined ? null : fetch(wanted[0])
  for (let at = 0; next !== null; at++) {
    const chunk: Bytes = await next
    const following = wanted[at + 1]
    next = following === undefined ? null : fetch(following)
    // Its trouble, if any, is met when it is awaited; until then nobody else listens.
    next?.catch(() => {})
    await onChunk(chunk, at)
  }
}
