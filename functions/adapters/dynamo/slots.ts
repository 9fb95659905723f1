import { concat, toHex } from '../../../domain/bytes.ts'
import { type Day, dayOf } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { MemberId } from '../../../domain/roster.ts'
import type { Slots } from '../../ports/drops.ts'
import type { Clock, Dice } from '../../ports/platform.ts'
import { sha256Hex } from '../digest.ts'
import { rowOf } from './attributes.ts'
import { isNew } from './clauses.ts'
import { expiryWrite } from './lots.ts'
import { outboxWrite } from './outbox.ts'
import type { Condition, Store } from './store.ts'
import { keyOf, shardOf } from './table.ts'

/**
 * Where slots wait for their drop. They are not sealed again at rest: they are made to be published.
 * The row of the batch outlives its slots, so that a batch that comes again after its publication is known.
 */
export function slots(parts: { store: Store; clock: Clock; dice: Dice }): Slots {
  const { store, clock, dice } = parts
  return {
    async keep(batch, batchId, expires, { member, most }) {
      const day = dayOf(clock())
      const salt = toHex(dice(32))
      const hash = sha256Hex(concat(...batch))
      const name = sha256Hex(new TextEncoder().encode(batchId))
      const shard = shardOf(name)
      const spent = spentName(day, member)
      const outcome = await store.transact([
        { table: 'content', put: rowOf(keyOf.batch(name), { day, expires, hash, salt }), when: isNew },
        ...batch.map((slot) => ({
          table: 'content' as const,
          // Chance for a name: slots of a batch do not stand together, and their order says nothing.
          put: rowOf(keyOf.slot(shard, toHex(dice(16))), { slot }),
          when: isNew,
        })),
        outboxWrite({ kind: 'slots', name: `BATCH#${name}`, shard, day, hash, salt }),
        expiryWrite(expires, shard, `BATCH#${name}`, { rows: [keyOf.batch(name)] }),
        { table: 'content', change: keyOf.batch(spent), set: oneMore, when: lessThan(most) },
        // The count goes with its day.
        expiryWrite(day, shardOf(spent), `BATCH#${spent}`, { rows: [keyOf.batch(spent)] }),
      ])
      // A batch that is here already is one act, also for whoever has no allowance left.
      if (!outcome.done && !outcome.met.has(0)) throw new Refusal('enough-today')
    },
  }
}

/** Where the batches of a member on a day are counted. */
function spentName(day: Day, member: MemberId): string {
  return sha256Hex(new TextEncoder().encode(`${day} ${member}`))
}

const oneMore: Condition = { says: 'ADD #count :one', names: ['count'], values: { one: 1 } }

function lessThan(most: number): Condition {
  return { says: 'attribute_not_exists(#count) OR #count < :most', names: ['count'], values: { most } }
}
