import { dayOf } from '../../../domain/day.ts'
import type { QueueRow } from '../../../web/desk/protocol.ts'
import { friday } from '../../support/people.ts'

/** A row of the queue: a tip that came on the usual Friday and that nobody has answered. */
export function someRow(fields: Partial<QueueRow> = {}): QueueRow {
  return {
    journal: '00'.repeat(16),
    alias: 'Teal wagtail',
    channel: 'electronics',
    state: 'received',
    day: dayOf(friday),
    tips: 1,
    replies: 0,
    unsent: 0,
    unanswered: 1,
    alarms: 0,
    deadline: null,
    glimpse: '',
    ...fields,
  }
}
