import type { Day } from '../../domain/day.ts'

/** How many messages that were sealed elsewhere a day takes. */
export interface ForeignNumbers {
  /**
   * Take one of the day's `limits.foreignPerDay` numbers for a record. The same record finds the number again that it
   * took before, so that sending twice is one act.
   *
   * @returns whether there was one; when few are left, some are told that there is none
   * @throws Refusal `try-again` when the store is busy or out of reach
   */
  take(day: Day, recordHash: string): Promise<boolean>
}
