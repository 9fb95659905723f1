import { Hono } from 'hono'
import { addDays, type Day, dayOf } from '../../domain/day.ts'
import { limits } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import { jsonOf, readExactly } from '../../domain/request.ts'
import { jsonClasses } from '../../domain/sizes.ts'
import {
  chunkRequestSizes,
  readChunkRequest,
  readMissingRequest,
  readUploadRequest,
  type UploadPlan,
  type UploadRequest,
  uploadBits,
  worksForUpload,
} from '../../domain/upload.ts'
import { bitsWithin } from '../../domain/work.ts'
import type { IntakeParts } from './parts.ts'
import { newestFor } from './roster.ts'

/** Questions about files are small: an upload and its work, or a hundred hashes. */
const questionSizes = jsonClasses.filter((one) => one <= 8192)

/**
 * The routes by which files come in, chunk by chunk, before the tip that names them. They share nothing with tips that
 * could run out: whoever floods them stops files for a day, and no tip.
 */
export function uploadRoutes(parts: IntakeParts) {
  return new Hono()
    .post('/api/intake/uploads', async (c) => {
      await announce(parts, await jsonBody(c.req.raw, readUploadRequest))
      return c.json({ opened: true as const })
    })
    .post('/api/intake/chunks/missing', async (c) => {
      const { upload, hashes } = await jsonBody(c.req.raw, readMissingRequest)
      const missing = await parts.uploads.missing(upload, hashes, dayOf(parts.clock()))
      return c.json({ missing: [...missing] })
    })
    .post('/api/intake/chunks', async (c) => {
      const octets = await readExactly(c.req.raw.body, chunkRequestSizes)
      checkOn(parts)
      const today = dayOf(parts.clock())
      const { profile } = (await newestFor(parts.rosters, today)).file.roster.policy
      await parts.uploads.keep(await readChunkRequest(octets, profile, parts.sha256), today)
      return c.json({ kept: true as const })
    })
}

/** @throws Refusal `uploads-off` when the operator takes no files */
export function checkOn({ room }: Pick<IntakeParts, 'room'>): void {
  if (!room.isOpen) throw new Refusal('uploads-off')
}

async function announce(parts: IntakeParts, { work, ...plan }: UploadRequest): Promise<void> {
  checkOn(parts)
  const today = dayOf(parts.clock())
  const { instance, policy } = (await newestFor(parts.rosters, today)).file.roster
  const bits = uploadBits(bitsWithin(policy.workBits, parts.workBits), plan.count)
  if (!(await worksForUpload({ plan, instance, today, bits }, work, parts.sha256))) throw new Refusal('no-work')
  const octets = plan.count * plan.chunkClass
  // What was begun can be finished: an upload that is open takes no more room when it is announced again.
  if (!parts.room.has(octets, today) && !(await isOpen(parts, plan, today))) throw new Refusal('uploads-busy')
  const isNew = await parts.uploads.open({ plan, day: today, expires: addDays(today, limits.unclaimedDays) })
  if (isNew) parts.room.take(octets, today)
}

async function isOpen({ uploads }: IntakeParts, { upload }: UploadPlan, today: Day): Promise<boolean> {
  try {
    await uploads.missing(upload, [], today)
    return true
  } catch (trouble) {
    if (trouble instanceof Refusal && trouble.code === 'upload-unknown') return false
    throw trouble
  }
}

async function jsonBody<T>(request: Request, read: (value: unknown, path: string) => T): Promise<T> {
  return read(jsonOf(await readExactly(request.body, questionSizes)), 'request')
}
