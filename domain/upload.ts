import { type Bytes, concat, type Sha256, toHex } from './bytes.ts'
import { canonicalBytes } from './canonical.ts'
import type { Day } from './day.ts'
import * as f from './fields.ts'
import { limits } from './limits.ts'
import { isBody, type Profile } from './packet.ts'
import { Refusal } from './refusal.ts'
import { readWork, type Work, worksOnSomeDay } from './work.ts'

/** 32 octets of chance that a client makes for one file, in hexadecimal. Whoever knows it may send the file's chunks. */
export type UploadId = string

/** SHA-256 of a chunk, in hexadecimal. */
export type ChunkHash = string

/** Exact lengths of a chunk: one encrypted-data packet, header included. The small one is for files of up to 2 MiB. */
export const chunkClasses = [262_144, 4_194_304] as const
export type ChunkClass = (typeof chunkClasses)[number]

/** What is said of a file before its first chunk. `count` says how many chunks will come, those that fill up included. */
export interface UploadPlan {
  readonly upload: UploadId
  readonly chunkClass: ChunkClass
  readonly count: number
}

/** Most chunks of an upload: 2 MiB in small ones and 2 GiB in large ones, counts rounded up as `paddedCount` does. */
export const chunksMax: Readonly<Record<ChunkClass, number>> = { 262144: 10, 4194304: 544 }

/** The class for a file of so many octets. */
export function chunkClassFor(fileBytes: number): ChunkClass {
  return fileBytes <= limits.smallFileBytesMax ? 262_144 : 4_194_304
}

/**
 * How many chunks are sent in place of so many: rounded up by Padmé (Nikitin et al. 2019), at most 12 % more. Of a count
 * only its length and its first few bits are left. The chunks that fill up are real chunks of nothing.
 */
export function paddedCount(count: number): number {
  const exponent = Math.floor(Math.log2(count))
  const kept = exponent === 0 ? 0 : Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** Math.max(0, exponent - kept)
  return Math.ceil(count / step) * step
}

export interface UploadRequest extends UploadPlan {
  readonly work: Work
}

export const readUploadId: f.Read<UploadId> = f.hex(32)

/** The request that opens an upload. @throws Refusal `malformed`, `wrong-size` for a count that says too much */
export const readUploadRequest: f.Read<UploadRequest> = (value, path) => {
  const request = f.object<UploadRequest>({
    upload: readUploadId,
    chunkClass: readChunkClass,
    count: f.integer(1, Math.max(...Object.values(chunksMax))),
    work: readWork,
  })(value, path)
  if (request.count > chunksMax[request.chunkClass]) throw new Refusal('too-large')
  if (request.count !== paddedCount(request.count)) throw new Refusal('wrong-size')
  return request
}

/** What the work of an upload is bound to. Not to a roster: a new one must not stop a file that is on its way. */
export async function uploadSeed(plan: UploadPlan, instance: string, day: Day, sha256: Sha256): Promise<Bytes> {
  const { upload, chunkClass, count } = plan
  return await sha256(canonicalBytes({ chunkClass, context: 'upload-work', count, day, instance, upload }))
}

/**
 * Zero bits of each puzzle of an upload, from those of a tip: one more for every four times as many chunks, so that
 * 2 GiB cost sixteen times the work of a tip, and a photograph costs what a tip does.
 */
export function uploadBits(tipBits: number, count: number): number {
  return tipBits + Math.min(4, Math.floor(Math.log2(count) / 2))
}

/** Whether the work fits the plan, for yesterday, today or tomorrow. */
export async function worksForUpload(
  about: { readonly plan: UploadPlan; readonly instance: string; readonly today: Day; readonly bits: number },
  work: Work,
  sha256: Sha256,
): Promise<boolean> {
  const seedOf = async (day: Day) => await uploadSeed(about.plan, about.instance, day, sha256)
  return await worksOnSomeDay(seedOf, { today: about.today, bits: about.bits }, work, sha256)
}

/** Which of these chunks have not arrived? At most `limits.hashesAtOnce` at a time. */
export interface MissingRequest {
  readonly upload: UploadId
  readonly hashes: readonly ChunkHash[]
}

export const readMissingRequest: f.Read<MissingRequest> = f.object<MissingRequest>({
  upload: readUploadId,
  hashes: f.list(f.hex(32), limits.hashesAtOnce),
})

/** Places in the list that was asked, from 0. It fits the smallest answer, whether one chunk is missing or all are. */
export interface MissingAnswer {
  readonly missing: readonly number[]
}

export const readMissingAnswer: f.Read<MissingAnswer> = f.object<MissingAnswer>({
  missing: f.list(f.integer(0, limits.hashesAtOnce - 1), limits.hashesAtOnce),
})

/** A chunk on its way: 32 octets of upload id, 32 octets of its hash, then the chunk. */
export interface ChunkRequest {
  readonly upload: UploadId
  readonly hash: ChunkHash
  readonly chunk: Bytes
}

const idBytes = 32

/** Exact lengths of a request that brings a chunk. */
export const chunkRequestSizes: readonly number[] = chunkClasses.map((one) => 2 * idBytes + one)

/** The octets of a request that brings a chunk. */
export function chunkRequestOf({ upload, hash, chunk }: ChunkRequest): Bytes {
  return concat(f.fromCheckedHex(upload), f.fromCheckedHex(hash), chunk)
}

/**
 * The same, read: a chunk of a class that is one sealed packet and has the hash it is said to have.
 *
 * @throws Refusal `wrong-size`, `not-sealed`, or `chunk-damaged` when octets changed on the way
 */
export async function readChunkRequest(octets: Bytes, profile: Profile, sha256: Sha256): Promise<ChunkRequest> {
  if (!chunkRequestSizes.includes(octets.length)) throw new Refusal('wrong-size')
  const chunk = octets.subarray(2 * idBytes)
  const hash = toHex(octets.subarray(idBytes, 2 * idBytes))
  // Before its shape: a damaged octet may stand anywhere, and the way out of damage is to send it again.
  if (toHex(await sha256(chunk)) !== hash) throw new Refusal('chunk-damaged')
  if (!isBody(chunk, profile)) throw new Refusal('not-sealed')
  return { upload: toHex(octets.subarray(0, idBytes)), hash, chunk }
}

/** What a reviewer asks for; the answer is the chunk's octets and nothing else. */
export interface ChunkWanted {
  readonly upload: UploadId
  readonly hash: ChunkHash
}

export const readChunkWanted: f.Read<ChunkWanted> = f.object<ChunkWanted>({ upload: readUploadId, hash: f.hex(32) })

function readChunkClass(value: unknown, path: string): ChunkClass {
  const found = chunkClasses.find((one) => one === value)
  if (found === undefined) throw new Refusal('malformed', `${path}: expected one of ${chunkClasses.join(', ')}`)
  return found
}
