import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWord, pickTwo, wordsIn } from '../../../web/source/quiz.ts'

describe('the question for two words', () => {
  it('asks for two different words of the twelve, in their order', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(255)), (octets) => {
        const [first, second] = pickTwo(() => Uint8Array.of(octets.next().value ?? 0))
        expect(first).toBeGreaterThanOrEqual(0)
        expect(first).toBeLessThan(second)
        expect(second).toBeLessThan(12)
      }),
    )
  })

  it('asks for every pair equally often', () => {
    const asked = new Map<string, number>()
    const rolls = function* () {
      for (let a = 0; a < 252; a++) for (let b = 0; b < 253; b++) yield* [a, b]
    }
    const roll = rolls()
    for (let pairs = 0; pairs < 252 * 253; pairs++) {
      const pair = pickTwo(() => Uint8Array.of(roll.next().value ?? 0)).join()
      asked.set(pair, (asked.get(pair) ?? 0) + 1)
    }
    expect(asked.size).toBe(66)
    expect(new Set(asked.values()).size).toBe(1)
  })

  it('takes a word in any case, with blanks around it, or by its first four letters', () => {
    expect(isWord('  Sausage ', 'sausage')).toBe(true)
    expect(isWord('SAUS', 'sausage')).toBe(true)
  })

  it('takes nothing else for the word', () => {
    expect(isWord('', 'sausage')).toBe(false)
    expect(isWord('sau', 'sausage')).toBe(false)
    expect(isWord('sausa', 'sausage')).toBe(false)
    expect(isWord('wave', 'sausage')).toBe(false)
  })
})

describe('typed words', () => {
  it('are found however they are separated and numbered', () => {
    expect(wordsIn(' 1. legal, 2. WINNER;\n3) thank'.replace(')', ' '))).toEqual(['legal', 'WINNER', 'thank'])
    expect(wordsIn(' \n ')).toEqual([])
  })
})
