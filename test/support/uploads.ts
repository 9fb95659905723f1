import { findWork } from '../../crypto/work.ts'
import { type Bytes, toHex } from '../../domain/bytes.ts'
import { dayOf } from '../../domain/day.ts'
import { jsonClassOf } from '../../domain/sizes.ts'
import {
  type ChunkClass,
  type ChunkRequest,
  chunkRequestOf,
  type UploadPlan,
  uploadBits,
  uploadSeed,
} from '../../domain/upload.ts'
import { nodeSha256 } from '../../functions/entry/platform.ts'
import { type Answer, postOctets } from './desk-caller.ts'
import { octets } from './kept.ts'
import type { OpenPortal } from './portal.ts'
import { shapedBody } from './shapes.ts'
import { spaced } from './submissions.ts'

export const uploadPath = '/api/intake/uploads'
export const missingPath = '/api/intake/chunks/missing'
export const chunkPath = '/api/intake/chunks'

/** A plan for a file of so many chunks. */
export function aPlan(count = 2, chunkClass: ChunkClass = 262_144): UploadPlan {
  return { upload: toHex(octets(32)), chunkClass, count }
}

/** A chunk of the right shape, with nothing in it. */
export async function aChunk({ upload, chunkClass }: UploadPlan): Promise<ChunkRequest> {
  const chunk = shapedBody(chunkClass)
  return { upload, hash: toHex(await nodeSha256(chunk)), chunk }
}

/** A request that announces a file, with its work done; `fields` go over the right ones. */
export async function announcement(
  portal: OpenPortal,
  plan: UploadPlan,
  fields: Readonly<Record<string, unknown>> = {},
  now = portal.clock(),
): Promise<Bytes> {
  const { roster } = portal.organisation
  const seed = await uploadSeed(plan, roster.instance, dayOf(now), nodeSha256)
  const bits = uploadBits(portal.functions.intake.workBits, plan.count)
  return filledUp({ ...plan, work: await findWork(seed, bits), ...fields })
}

/** JSON as it goes over the wire. */
export function filledUp(request: unknown): Bytes {
  return spaced(request, jsonClassOf(Buffer.byteLength(JSON.stringify(request))) ?? 0)
}

export async function announce(portal: OpenPortal, plan: UploadPlan): Promise<Answer> {
  return await postOctets(portal, uploadPath, await announcement(portal, plan))
}

export async function sendChunk(portal: OpenPortal, chunk: ChunkRequest): Promise<Answer> {
  return await postOctets(portal, chunkPath, chunkRequestOf(chunk))
}

/** Announce a file and send all of its chunks. */
export async function sendFile(portal: OpenPortal, plan = aPlan()): Promise<readonly ChunkRequest[]> {
  const chunks = await Promise.all(Array.from({ length: plan.count }, () => aChunk(plan)))
  const answers = [await announce(portal, plan)]
  for (const one of chunks) answers.push(await sendChunk(portal, one))
  const refused = answers.find((one) => one.status !== 200)
  if (refused !== undefined) throw new Error(`not taken: ${JSON.stringify(refused.json)}`)
  return chunks
}

/** The code of a refusal; `undefined` when it was none. */
export function codeIn(answer: Answer): unknown {
  return (answer.json.error as { code?: unknown } | undefined)?.code
}
