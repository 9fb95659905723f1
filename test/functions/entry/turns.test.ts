import { describe, expect, it } from 'vitest'
import { Turns } from '../../../functions/entry/turns.ts'

describe('turns', () => {
  it('are taken by so many at once, in the order in which they were asked for, and everybody gets one', async () => {
    const turns = new Turns(3)
    const begun: number[] = []
    let inside = 0
    let most = 0
    await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        turns.take(async () => {
          begun.push(at)
          inside++
          most = Math.max(most, inside)
          await new Promise((resolve) => setTimeout(resolve, 1))
          inside--
        }),
      ),
    )
    expect(most).toBe(3)
    expect(begun).toEqual(Array.from({ length: 12 }, (_, at) => at))
  })

  it('are given on when an act fails', async () => {
    const turns = new Turns(1)
    const failing = turns.take(async () => await Promise.reject(new Error('the circuit broke')))
    const next = turns.take(async () => await Promise.resolve('answered'))
    await expect(failing).rejects.toThrow('the circuit broke')
    expect(await next).toBe('answered')
  })
})
