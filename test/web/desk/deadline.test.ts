import fc from 'fast-check'
import { expect, test } from 'vitest'
import { caseStates } from '../../../domain/clear/case.ts'
import { addDays, asDay, type Day } from '../../../domain/day.ts'
import { byDeadline, deadlineOf } from '../../../web/desk/deadline.ts'
import { someRow } from './rows.ts'

const policy = { acknowledgeDays: 7, feedbackDays: 90 }

function day(text: string): Day {
  const read = asDay(text)
  if (read === null) throw new Error(`${text} is not a day`)
  return read
}

const friday = day('2026-11-20')

test('a new tip is to be acknowledged within seven days of its arrival', () => {
  const due = deadlineOf({ state: 'received', arrived: friday, acknowledged: null }, policy, day('2026-11-22'))
  expect(due).toEqual({ duty: 'acknowledge', day: '2026-11-27', daysLeft: 5 })
})

test('the days left are negative once the day has passed', () => {
  const due = deadlineOf({ state: 'received', arrived: friday, acknowledged: null }, policy, day('2026-11-29'))
  expect(due?.daysLeft).toBe(-2)
})

test('feedback is owed from the acknowledgement, or from the day it was due when it came late', () => {
  const early = { state: 'assessing', arrived: friday, acknowledged: day('2026-11-21') } as const
  expect(deadlineOf(early, policy, friday)).toMatchObject({ duty: 'feedback', day: addDays(day('2026-11-21'), 90) })
  const late = { state: 'assessing', arrived: friday, acknowledged: day('2026-12-24') } as const
  expect(deadlineOf(late, policy, friday)).toMatchObject({ duty: 'feedback', day: addDays(day('2026-11-27'), 90) })
})

test('a closed case owes nothing', () => {
  expect(deadlineOf({ state: 'closed', arrived: friday, acknowledged: null }, policy, friday)).toBeNull()
})

test('the queue is in the order of what is due, whatever order the cases came in, and closed cases come last', () => {
  const cases = fc.record({
    state: fc.constantFrom(...caseStates),
    arrived: fc.integer({ min: 0, max: 200 }).map((days) => addDays(friday, -days)),
    acknowledged: fc.option(fc.integer({ min: 0, max: 200 }).map((days) => addDays(friday, -days))),
  })
  fc.assert(
    fc.property(fc.array(cases, { maxLength: 30 }), (some) => {
      const rows = some.map((one, at) =>
        someRow({ journal: String(at), day: one.arrived, deadline: deadlineOf(one, policy, friday) }),
      )
      const sorted = [...rows].sort(byDeadline)
      expect([...rows].reverse().sort(byDeadline)).toEqual(sorted)
      const days = sorted.map((one) => one.deadline?.day ?? '9999')
      expect(days).toEqual([...days].sort())
    }),
  )
})
