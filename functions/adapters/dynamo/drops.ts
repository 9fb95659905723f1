import { concat, toHex } from '../../../domain/bytes.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import { slotsPerDrop } from '../../../domain/drop.ts'
import { limits } from '../../../domain/limits.ts'
import type { Drops } from '../../ports/drops.ts'
import type { Dice } from '../../ports/platform.ts'
import { shuffled } from '../chance.ts'
import { sha256Hex } from '../digest.ts'
import { bytesIn, countsIn, numberIn, type Row, rowOf, textIn } from './attributes.ts'
import { isNew, stands, unchangedSince } from './clauses.ts'
import { outboxWrite } from './outbox.ts'
import type { Store, Write } from './store.ts'
import { keyOf, shards } from './table.ts'

/**
 * Drops: public files of slots, numbered from 0. A drop is made in one transaction with the head that counts drops and
 * the slots that leave the waiting room, so every slot is in one drop, whoever is killed whenever.
 */
export function drops(parts: { store: Store; dice: Dice }): Drops {
  const { store, dice } = parts
  return {
    async waiting() {
      for (const shard of shards) {
        const { rows } = await store.query('content', keyOf.slot(shard, '').pk, 1)
        if (rows.length > 0) return true
      }
      return false
    },

    async make(day, fill) {
      const head = await store.get('content', keyOf.head('drops'))
      const number = head === null ? 0 : numberIn(head, 'next')
      const drawn = shuffled(await waitingSlots(), dice).slice(0, slotsPerDrop)
      const slots = drawn.map((row) => bytesIn(row, 'slot'))
      while (slots.length < slotsPerDrop) slots.push(fill())
      const bytes = concat(...shuffled(slots, dice))
      const salt = toHex(dice(32))
      const writes: Write[] = [
        {
          table: 'content',
          put: rowOf(keyOf.head('drops'), { version: number + 1, next: number + 1, made: countedOn(day, head) }),
          when: unchangedSince(number),
        },
        { table: 'content', put: rowOf(keyOf.drop(number), { bytes, day, salt }), when: isNew },
        ...drawn.map((row) => ({
          table: 'content' as const,
          erase: { pk: textIn(row, 'pk'), sk: textIn(row, 'sk') },
          when: stands,
        })),
        outboxWrite({ kind: 'drop', name: `DROP#${number}`, shard: 0, day, hash: sha256Hex(bytes), salt }),
      ]
      // The token: after a time-out that hid a success, our own drop must not look like another publisher's.
      const outcome = await store.transact(writes, toHex(dice(16)))
      return outcome.done ? number : null
    },

    async find(number) {
      const row = await store.get('content', keyOf.drop(number))
      return row === null ? null : bytesIn(row, 'bytes')
    },

    async next() {
      const head = await store.get('content', keyOf.head('drops'))
      return head === null ? 0 : numberIn(head, 'next')
    },

    async madeOn(day) {
      const head = await store.get('content', keyOf.head('drops'))
      return head === null ? 0 : (countsIn(head, 'made')[day] ?? 0)
    },
  }

  async function waitingSlots(): Promise<Row[]> {
    const each = limits.waitingSlotsMax / shards.length
    const found = await Promise.all(shards.map((shard) => waitingIn(shard, each)))
    return found.flat()
  }

  /** Slots of a shard from a place by chance on: whatever waits has its turn, however much waits with it. */
  async function waitingIn(shard: number, most: number): Promise<readonly Row[]> {
    const { pk } = keyOf.slot(shard, '')
    const from = toHex(dice(16))
    const { rows: later } = await store.query('content', pk, most, from)
    if (later.length === most) return later
    const { rows: first } = await store.query('content', pk, most - later.length)
    return [...later, ...first.filter((row) => textIn(row, 'sk') <= from)]
  }
}

/** Drops made by day, for yesterday and today: nobody asks for more. */
function countedOn(day: Day, head: Row | null): Record<string, number> {
  const made = Object.entries(head === null ? {} : countsIn(head, 'made')).filter(([one]) => one >= addDays(day, -1))
  const counts = Object.fromEntries(made)
  return { ...counts, [day]: (counts[day] ?? 0) + 1 }
}
