import { expect, test } from 'vitest'
import { asDay, type Day, startOf } from '../../../domain/day.ts'
import { deliveryByDay } from '../../../web/desk/delivery.ts'

const hour = 3_600_000
const friday = asDay('2026-11-20') as Day
const saturday = startOf(friday) + 24 * hour

test('a reply of another day counts as published once the first publication after that day is past', () => {
  const hours = [6, 12, 18]
  expect(deliveryByDay(friday, hours, saturday - 1)).toBe('waiting')
  expect(deliveryByDay(friday, hours, saturday + 5 * hour)).toBe('waiting')
  expect(deliveryByDay(friday, hours, saturday + 6 * hour)).toBe('published')
})

test('where drops are published as soon as something waits, a reply that was taken is out', () => {
  expect(deliveryByDay(friday, 'when-something-waits', startOf(friday) + hour)).toBe('published')
})
