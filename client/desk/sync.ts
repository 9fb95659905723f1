import { type Cursor, type FeedRow, readFeedPages } from '../../domain/feed.ts'
import * as f from '../../domain/fields.ts'
import { limits } from '../../domain/limits.ts'
import type { ChannelId } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { DeskSession } from './session.ts'

/** Rows of one feed, and the cursor to go on from after them. */
export interface Arrived {
  readonly channel: ChannelId
  readonly rows: readonly FeedRow[]
  readonly cursor: Cursor
}

/**
 * Everything in my feeds after a cursor, page by page until nothing waits. Each page comes with the cursor to go on
 * from, so a sync that is cut off loses nothing.
 *
 * @throws Refusal `not-signed-in`, `try-again`, `malformed` when a feed has a gap: rows were held back
 */
export async function* pagesAfter(session: DeskSession, from: Cursor): AsyncGenerator<Arrived> {
  let cursor = from
  for (let asked = 0; asked < limits.syncPagesMax; asked++) {
    const { feeds } = readSynced(await session.post('/api/desk/sync', { cursor }), 'sync')
    // A page may be full before the last feed had its turn: that feed then says `more` without a row.
    let more = false
    let moved = false
    for (const [channel, page] of Object.entries(feeds)) {
      checkDense(page.rows, cursor[channel] ?? 0)
      const last = page.rows.at(-1)
      if (last !== undefined) cursor = { ...cursor, [channel]: last.place }
      more ||= page.more
      moved ||= last !== undefined
      if (page.rows.length > 0) yield { channel, rows: page.rows, cursor }
    }
    if (!more || !moved) return
  }
}

const readSynced = f.object<{ feeds: ReturnType<typeof readFeedPages> }>({ feeds: readFeedPages })

function checkDense(rows: readonly FeedRow[], after: number): void {
  for (const [at, row] of rows.entries()) {
    if (row.place !== after + 1 + at) throw new Refusal('malformed', 'a feed of the portal has a gap')
  }
}
