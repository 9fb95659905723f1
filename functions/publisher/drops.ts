import { fromUtf8 } from '../../domain/bytes.ts'
import { type Day, dayOf, type Instant, startOf } from '../../domain/day.ts'
import { type DropIndex, readDropIndex } from '../../domain/drop.ts'
import * as f from '../../domain/fields.ts'
import { limits } from '../../domain/limits.ts'
import type { Policy } from '../../domain/roster.ts'
import type { Published } from '../ports/blobs.ts'
import type { Drops } from '../ports/drops.ts'
import { write } from './file.ts'
import { fillerSlot } from './filler.ts'
import type { PublisherParts } from './publisher.ts'

/**
 * Make the drops that are due, then put out what is not out yet: each drop's file first, the index last. So nobody is
 * told of a drop that is not there.
 */
export async function publishDrops(parts: PublisherParts, now: Instant): Promise<void> {
  const newest = await parts.inForce.newest()
  if (newest === null) return
  const { policy } = newest.file.roster
  const today = dayOf(now)
  // One more than is ever due bounds the loop when a twin makes the same drops.
  for (let made = 0; made <= limits.liveDropsMax; made++) {
    if (!(await isDue(parts.drops, policy, now, today))) break
    await parts.drops.make(today, () => fillerSlot(policy.profile))
  }
  await putOut(parts, policy)
}

/** Whether a drop is due: an hour of publication has passed that has none, or, in a demonstration, a slot waits. */
async function isDue(drops: Drops, { publishAt }: Policy, now: Instant, today: Day): Promise<boolean> {
  if (publishAt === 'when-something-waits') return await drops.waiting()
  const hour = Math.floor((now - startOf(today)) / 3_600_000)
  const passed = new Set(publishAt.filter((one) => one <= hour)).size
  return passed > (await drops.madeOn(today))
}

async function putOut({ drops, published }: PublisherParts, policy: Policy): Promise<void> {
  const next = await drops.next()
  const first = Math.max(0, next - policy.liveDrops)
  const listed = await readIndex(published)
  for (let number = Math.max(first, listed?.next ?? 0); number < next; number++) {
    const drop = await drops.find(number)
    if (drop !== null) await published.put(`/drops/${number}`, drop)
  }
  const index: DropIndex = { format: 'safehand-drops/1', first, next }
  await write(published, '/drops/index.json', JSON.stringify(index))
}

/** The index as it stands, or `null` when there is none that can be read; then all live drops are written again. */
async function readIndex(published: Published): Promise<DropIndex | null> {
  const present = await published.get('/drops/index.json')
  const text = present === null ? null : fromUtf8(present)
  try {
    return text === null ? null : readDropIndex(f.parseJson(text, 2048), 'index')
  } catch {
    return null
  }
}
