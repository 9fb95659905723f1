import { limits } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'

/**
 * Do something again while it answers `try-again`, a bounded number of times, waiting longer each time. Only for acts
 * of which two are one: a circuit may fail after the portal has kept what it was sent.
 *
 * @throws Refusal `try-again` in the end, and every other refusal at once
 */
export async function patiently<T>(
  act: () => Promise<T>,
  { pause, onWait, attemptsMax = limits.attemptsMax, longestPauseMs = Number.MAX_SAFE_INTEGER }: Patience,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (trouble) {
      const again = trouble instanceof Refusal && trouble.code === 'try-again' && attempt < attemptsMax
      if (!again) throw trouble
      onWait?.()
      await pause(Math.min(longestPauseMs, limits.firstPauseMs * 2 ** (attempt - 1)))
    }
  }
}

interface Patience {
  readonly pause: (milliseconds: number) => Promise<void>
  readonly onWait?: () => void
  /** Left out: `limits.attemptsMax`. */
  readonly attemptsMax?: number
  readonly longestPauseMs?: number
}
