import { limits } from '../../domain/limits.ts'
import type { Dice } from '../ports/platform.ts'

/** Days to add to an expiry, so that it does not tell the day of arrival. */
export function expiryFuzz(dice: Dice): number {
  return (dice(1)[0] ?? 0) % (limits.expiryFuzzDays + 1)
}
