import type { CaseState } from '../../domain/clear/case.ts'
import { addDays, type Day, daysBetween } from '../../domain/day.ts'
import type { Policy } from '../../domain/roster.ts'
import type { Deadline, QueueRow } from './protocol.ts'

/**
 * What is owed to the source next. The clock of the acknowledgement runs from the day the first tip arrived, that of
 * the feedback from the acknowledgement, or from the day on which it was due when nobody gave one (Directive (EU)
 * 2019/1937, articles 9 and 11). A closed case owes nothing.
 *
 * @param it `acknowledged` is the day of the first reply or of the first step away from "received", whichever is earlier
 */
export function deadlineOf(
  it: { readonly state: CaseState; readonly arrived: Day; readonly acknowledged: Day | null },
  policy: Pick<Policy, 'acknowledgeDays' | 'feedbackDays'>,
  today: Day,
): Deadline | null {
  if (it.state === 'closed') return null
  const acknowledgeBy = addDays(it.arrived, policy.acknowledgeDays)
  if (it.acknowledged === null) return { duty: 'acknowledge', ...until(acknowledgeBy, today) }
  const from = it.acknowledged < acknowledgeBy ? it.acknowledged : acknowledgeBy
  return { duty: 'feedback', ...until(addDays(from, policy.feedbackDays), today) }
}

/** The order of the queue: what is due first stands first, closed cases last; ties by arrival, then by journal. */
export function byDeadline(a: QueueRow, b: QueueRow): number {
  return (
    compare(a.deadline?.day ?? '9999', b.deadline?.day ?? '9999') ||
    compare(a.day, b.day) ||
    compare(a.journal, b.journal)
  )
}

function until(day: Day, today: Day): { readonly day: Day; readonly daysLeft: number } {
  return { day, daysLeft: daysBetween(today, day) }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
