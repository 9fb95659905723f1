import { concat, toHex } from '../../../domain/bytes.ts'
import { dayOf } from '../../../domain/day.ts'
import type { Slots } from '../../ports/drops.ts'
import type { Clock, Dice } from '../../ports/platform.ts'
import { sha256Hex } from '../digest.ts'
import { rowOf } from './attributes.ts'
import { isNew } from './clauses.ts'
import { expiryWrite } from './lots.ts'
import { outboxWrite } from './outbox.ts'
import type { Store } from './store.ts'
import { keyOf, shardOf } from './table.ts'

/**
 * Where slots wait for their drop. They are not sealed again at rest: they are made to be published.
 * The row of the batch outlives its slots, so that a batch that comes again after its publication is known.
 */
export function slots(parts: { store: Store; clock: Clock; dice: Dice }): Slots {
  const { store, clock, dice } = parts
  return {
    async keep(batch, batchId, expires) {
      const day = dayOf(clock())
      const salt = toHex(dice(32))
      const hash = sha256Hex(concat(...batch))
      const name = sha256Hex(new TextEncoder().encode(batchId))
      const shard = shardOf(name)
      await store.transact([
        { table: 'content', put: rowOf(keyOf.batch(name), { day, expires, hash, salt }), when: isNew },
        ...batch.map((slot) => ({
          table: 'content' as const,
          // Chance for a name: slots of a batch do not stand together, and their order says nothing.
          put: rowOf(keyOf.slot(shard, toHex(dice(16))), { slot }),
          when: isNew,
        })),
        outboxWrite({ kind: 'slots', name: `BATCH#${name}`, shard, day, hash, salt }),
        expiryWrite(expires, shard, `BATCH#${name}`, { rows: [keyOf.batch(name)] }),
      ])
    },
  }
}
