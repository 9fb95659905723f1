import { toHex } from '../../../domain/bytes.ts'
import type { Instant } from '../../../domain/day.ts'
import type { Dice } from '../../ports/platform.ts'
import type { Sessions } from '../../ports/sessions.ts'
import { numberIn, type Row, rowOf, textIn } from './attributes.ts'
import { isNew } from './clauses.ts'
import type { Store } from './store.ts'
import { type Key, keyOf, timeToLive } from './table.ts'

const hourMs = 3_600_000

/**
 * Sessions and names that are good once. These rows alone go by themselves, by the database's own expiry, which may be
 * days late: every read looks at the time itself. Times are rounded up to the hour.
 */
export function sessions(parts: { store: Store; dice: Dice }): Sessions {
  const { store, dice } = parts
  return {
    async offer(nonce, expires) {
      await store.write({ table: 'content', put: dated(keyOf.nonce(nonce), expires), when: isNew })
    },

    async spend(nonce, now) {
      // A mark of our own tells our first attempt, which a time-out may have hidden, from somebody else's.
      const mark = toHex(dice(16))
      const outcome = await store.write({
        table: 'content',
        change: keyOf.nonce(nonce),
        set: { says: 'SET #spent = :mark', names: ['spent'], values: { mark } },
        when: {
          says: 'attribute_exists(#pk) AND attribute_not_exists(#spent) AND #ttl > :now',
          names: ['pk', 'spent', 'ttl'],
          values: { now: secondsOf(now) },
        },
      })
      return outcome.done || outcome.met.get(0)?.spent?.S === mark
    },

    async firstUse(proofId, expires) {
      const mark = toHex(dice(16))
      const put = dated(keyOf.proof(proofId), expires, { mark })
      const outcome = await store.write({ table: 'content', put, when: isNew })
      return outcome.done || outcome.met.get(0)?.mark?.S === mark
    },

    async open(tokenHash, { member, thumbprint }, expires) {
      const put = dated(keyOf.session(tokenHash), expires, { member, thumbprint })
      await store.write({ table: 'content', put, when: isNew })
    },

    async find(tokenHash, now) {
      const row = await store.get('content', keyOf.session(tokenHash))
      if (row === null || numberIn(row, timeToLive) <= secondsOf(now)) return null
      return { member: textIn(row, 'member'), thumbprint: textIn(row, 'thumbprint') }
    },

    async end(tokenHash) {
      await store.write({ table: 'content', erase: keyOf.session(tokenHash) })
    },
  }
}

function dated(key: Key, expires: Instant, values: Readonly<Record<string, string>> = {}): Row {
  return rowOf(key, { ...values, [timeToLive]: (Math.ceil(expires / hourMs) * hourMs) / 1000 })
}

function secondsOf(at: Instant): number {
  return Math.floor(at / 1000)
}
