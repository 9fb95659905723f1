import { Hono } from 'hono'
import { dayOf } from '../../domain/day.ts'
import { Refusal } from '../../domain/refusal.ts'
import { readChunkWanted } from '../../domain/upload.ts'
import { allow } from './may.ts'
import type { DeskParts } from './parts.ts'
import { readRequest } from './request.ts'
import { signedIn } from './session.ts'

/**
 * The route of chunks. Any reviewer may ask for any chunk by its names: the names of an upload's chunks stand inside the
 * tip, so whoever has them has opened it.
 */
export function chunkRoutes(parts: DeskParts) {
  return new Hono().post('/api/desk/chunks', async (c) => {
    const wanted = await readRequest(c.req.raw, readChunkWanted)
    const { member } = await signedIn(c.req.raw, parts)
    allow(member, 'sync')
    const chunk = await parts.chunks.find(wanted, dayOf(parts.clock()))
    if (chunk === null) throw new Refusal('chunk-gone')
    return c.body(chunk, 200, { 'content-type': 'application/octet-stream' })
  })
}
