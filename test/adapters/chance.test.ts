import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { below, shuffled } from '../../functions/adapters/chance.ts'
import { dice } from '../support/ground.ts'

describe('Chance', () => {
  it('gives an order that has everything once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (items) => {
        expect([...shuffled(items, dice)].sort((a, b) => a - b)).toEqual([...items].sort((a, b) => a - b))
      }),
    )
  })

  it('favours no number and no place', () => {
    const draws = 30_000
    const counts = new Array<number>(3).fill(0)
    const firsts = new Array<number>(3).fill(0)
    for (let at = 0; at < draws; at++) {
      const number = below(3, dice)
      counts[number] = (counts[number] ?? 0) + 1
      const first = shuffled([0, 1, 2], dice)[0] ?? 0
      firsts[first] = (firsts[first] ?? 0) + 1
    }
    // Six standard deviations: wrong once in hundreds of millions of runs.
    const far = 6 * Math.sqrt((draws * 2) / 9)
    for (const count of [...counts, ...firsts]) expect(Math.abs(count - draws / 3)).toBeLessThan(far)
  })

  it('throws away the draws that would favour small numbers', () => {
    // 65535 is the one draw beyond the last whole multiple of 3; the next one counts.
    const script = [Uint8Array.of(0xff, 0xff), Uint8Array.of(0, 2)]
    expect(below(3, () => script.shift() ?? Uint8Array.of(0, 0))).toBe(2)
  })
})
