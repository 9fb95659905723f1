import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, asDay, dayOf, daysBetween, startOf } from '../../domain/day.ts'

const moments = fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) })

describe('a day', () => {
  it('holds every moment from its start up to the next', () => {
    fc.assert(
      fc.property(moments, (at) => {
        const day = dayOf(at)
        expect(startOf(day)).toBeLessThanOrEqual(at)
        expect(startOf(addDays(day, 1))).toBeGreaterThan(at)
        expect(asDay(day)).toBe(day)
      }),
    )
  })

  it('is as far from another as days were added', () => {
    fc.assert(
      fc.property(moments, fc.integer({ min: -4000, max: 4000 }), (at, days) => {
        const day = dayOf(at + 5000 * 86_400_000)
        expect(daysBetween(day, addDays(day, days))).toBe(days)
        expect(addDays(addDays(day, days), -days)).toBe(day)
      }),
    )
  })

  it('sorts as text in the order of time', () => {
    fc.assert(fc.property(moments, moments, (a, b) => dayOf(a) < dayOf(b) === startOf(dayOf(a)) < startOf(dayOf(b))))
  })
})
