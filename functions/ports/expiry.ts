import type { Day } from '../../domain/day.ts'

export interface Expiry {
  /**
   * Erase what is due on or before a day: first the wrapped keys, then the rows, then the blobs. Bounded; call again
   * until it returns 0. Killed anywhere, the next call finishes the work.
   *
   * @returns how many objects were erased
   */
  eraseDue(today: Day): Promise<number>
}

export interface Rewrapping {
  /**
   * Wrap the live object keys of an old epoch to today's, a bounded batch.
   *
   * @returns how many keys still hang on the old epoch afterwards; 0 means that it may be destroyed
   */
  rewrap(from: Day, to: Day): Promise<number>
}
