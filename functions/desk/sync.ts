import { Hono } from 'hono'
import { dayOf } from '../../domain/day.ts'
import { type Cursor, type FeedPage, readCursor } from '../../domain/feed.ts'
import * as f from '../../domain/fields.ts'
import { limits } from '../../domain/limits.ts'
import type { Member } from '../../domain/roster.ts'
import { allow, allowIn } from './may.ts'
import type { DeskParts } from './parts.ts'
import { readRequest } from './request.ts'
import { signedIn } from './session.ts'

export function syncRoutes(parts: DeskParts) {
  return new Hono().post('/api/desk/sync', async (c) => {
    const { cursor } = await readRequest(c.req.raw, f.object<{ cursor: Cursor }>({ cursor: readCursor }))
    const { member } = await signedIn(c.req.raw, parts)
    return c.json({ feeds: withTextOctets(await feedsFor(member, cursor, parts)) as Record<string, object> })
  })
}

/** One page of each of the member's feeds, in all no more octets than one answer takes. */
async function feedsFor(member: Member, cursor: Cursor, parts: DeskParts): Promise<Record<string, FeedPage>> {
  allow(member, 'sync')
  for (const channel of Object.keys(cursor)) allowIn(channel, member, 'sync')
  const today = dayOf(parts.clock())
  const feeds: Record<string, FeedPage> = {}
  let room: number = limits.syncPageBytes
  for (const channel of member.channels) {
    // What found no room this time is asked for again: its place stays where it was.
    feeds[channel] =
      room > 0 ? await parts.feeds.list(channel, cursor[channel] ?? 0, today, room) : { rows: [], more: true }
    room -= contentOctets(feeds[channel])
  }
  return feeds
}

function contentOctets(page: FeedPage): number {
  return page.rows.reduce((sum, row) => {
    if (row.kind === 'gone') return sum
    const { grants, body } = row.kind === 'entry' ? row.entry : row
    return sum + grants.length + body.length
  }, 0)
}

/** The same value with octets as base64url: the platform's own, because a page holds megabytes of them. */
function withTextOctets(value: unknown): unknown {
  if (value instanceof Uint8Array) {
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('base64url')
  }
  if (Array.isArray(value)) return value.map(withTextOctets)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withTextOctets(field)]))
}
