import { expect, test } from 'vitest'
import type { QueueRow } from '../../../web/desk/protocol.ts'
import { shownRows, unfiltered } from '../../../web/desk/queue.tsx'
import { someRow } from './rows.ts'

const rows: readonly QueueRow[] = [
  someRow({ journal: 'a', state: 'received', channel: 'nuclear' }),
  someRow({ journal: 'b', state: 'closed', channel: 'electronics' }),
  someRow({ journal: 'c', state: 'assessing', channel: 'electronics' }),
]
const journals = (shown: readonly QueueRow[]) => shown.map((row) => row.journal)

test('without a filter every case is shown, in its order', () => {
  expect(shownRows(rows, unfiltered)).toEqual(rows)
})

test('“all open” leaves closed cases out', () => {
  expect(journals(shownRows(rows, { channel: 'all', state: 'open' }))).toEqual(['a', 'c'])
})

test('channel and state narrow the queue together', () => {
  expect(journals(shownRows(rows, { channel: 'electronics', state: 'all' }))).toEqual(['b', 'c'])
  expect(journals(shownRows(rows, { channel: 'electronics', state: 'closed' }))).toEqual(['b'])
})
