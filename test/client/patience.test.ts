import { describe, expect, it } from 'vitest'
import { patiently } from '../../client/patience.ts'
import { limits } from '../../domain/limits.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'

/** Refuses so many times, then says done. */
function refusing(times: number, code: RefusalCode) {
  const pauses: number[] = []
  let left = times
  const act = async (): Promise<'done'> => {
    if (left-- > 0) throw new Refusal(code)
    return 'done'
  }
  const pause = async (milliseconds: number): Promise<void> => {
    pauses.push(milliseconds)
  }
  return { act, pause, pauses }
}

describe('patience', () => {
  it('tries a silent portal again, waiting twice as long each time', async () => {
    const { act, pause, pauses } = refusing(3, 'try-again')
    expect(await patiently(act, { pause })).toBe('done')
    expect(pauses).toEqual([limits.firstPauseMs, 2 * limits.firstPauseMs, 4 * limits.firstPauseMs])
  })

  it('has an end', async () => {
    const { act, pause, pauses } = refusing(1000, 'try-again')
    await expect(patiently(act, { pause })).rejects.toMatchObject({ code: 'try-again' })
    expect(pauses).toHaveLength(limits.attemptsMax - 1)
  })

  it('does not wait for an answer that will not change', async () => {
    const { act, pause, pauses } = refusing(1, 'not-allowed')
    await expect(patiently(act, { pause })).rejects.toMatchObject({ code: 'not-allowed' })
    expect(pauses).toEqual([])
  })
})
