import { addDays, type Day, type Instant, startOf } from '../../domain/day.ts'
import type { Policy } from '../../domain/roster.ts'
import type { Delivery } from './protocol.ts'

const hourMs = 3_600_000

/**
 * What became of a reply that another desk posted, or this one before it was opened anew. The journal tells the day
 * only, so it counts as published once the first publication of the next day is past.
 */
export function deliveryByDay(day: Day, publishAt: Policy['publishAt'], now: Instant): Delivery {
  if (publishAt === 'when-something-waits') return 'published'
  const first = Math.min(...publishAt, 24)
  return now >= startOf(addDays(day, 1)) + first * hourMs ? 'published' : 'waiting'
}
