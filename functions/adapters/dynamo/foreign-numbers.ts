import { toUtf8 } from '../../../domain/bytes.ts'
import { addDays, startOf } from '../../../domain/day.ts'
import { limits } from '../../../domain/limits.ts'
import type { ForeignNumbers } from '../../ports/foreign-numbers.ts'
import { sha256Hex } from '../digest.ts'
import { rowOf } from './attributes.ts'
import { isNew } from './clauses.ts'
import type { Store } from './store.ts'
import { keyOf, timeToLive } from './table.ts'

/**
 * One row for each number that was taken, and no counter: a counter would be one row that everybody writes. The numbers
 * that a record tries follow from its hash, so it meets its own row again, and no order of arrival is kept. Rows go by
 * themselves after the next day.
 */
export function foreignNumbers({ store }: { readonly store: Store }): ForeignNumbers {
  return {
    async take(day, recordHash) {
      const mark = sha256Hex(toUtf8(`safehand/foreign\n${recordHash}`))
      const ends = startOf(addDays(day, 2)) / 1000
      for (const number of numbersOf(mark)) {
        const put = rowOf(keyOf.foreign(day, number), { mark, [timeToLive]: ends })
        const outcome = await store.write({ table: 'content', put, when: isNew })
        if (outcome.done || outcome.met.get(0)?.mark?.S === mark) return true
      }
      return false
    },
  }
}

/** The numbers that a record tries, in their order. */
function numbersOf(mark: string): number[] {
  return Array.from({ length: limits.foreignTries }, (_, at) => {
    const drawn = Number.parseInt(sha256Hex(toUtf8(`${mark}\n${at}`)).slice(0, 8), 16)
    return drawn % limits.foreignPerDay
  })
}
