import type { Bytes } from '../../../domain/bytes.ts'
import type { Day } from '../../../domain/day.ts'
import { limits } from '../../../domain/limits.ts'
import type { AtRestItem } from '../../ports/at-rest.ts'
import type { Rewrapping } from '../../ports/expiry.ts'
import type { KeyWrapper } from '../at-rest/locker.ts'
import type { KeyUnwrapper } from '../at-rest/unlocker.ts'
import { rowOf, textIn } from './attributes.ts'
import { hangsOn, stands } from './clauses.ts'
import { shardOfLot, wrappedKeyIn } from './lots.ts'
import type { Store } from './store.ts'
import { keyOf, shards } from './table.ts'

const objectKinds: readonly AtRestItem['kind'][] = ['body', 'grants', 'entry', 'entry-grants', 'chunk']

/** Moves object keys from an old epoch to a new one, so that the old one can be destroyed. It never sees an object. */
export function rewrapping(parts: { store: Store; wrapper: KeyWrapper; unwrapper: KeyUnwrapper }): Rewrapping {
  const { store, wrapper, unwrapper } = parts
  return {
    async rewrap(from, to) {
      let moved = 0
      for (const shard of shards) {
        if (moved >= limits.rewrappedAtOnce) break
        const { pk } = keyOf.held(from, shard, '')
        const { rows } = await store.query('keys', pk, limits.rewrappedAtOnce - moved)
        for (const row of rows) await move(textIn(row, 'sk'), from, to)
        moved += rows.length
      }
      return leftOn(from)
    },
  }

  async function move(lot: string, from: Day, to: Day): Promise<void> {
    const row = await store.get('keys', keyOf.wrapped(lot))
    const shard = shardOfLot(lot)
    if (row === null || textIn(row, 'epoch') !== from) {
      // Erased or moved since we looked: only its note is left, if that.
      await store.write({ table: 'keys', erase: keyOf.held(from, shard, lot) })
      return
    }
    const key = lot.slice(lot.indexOf('#') + 1)
    const wrapped: Record<string, Bytes> = {}
    for (const kind of objectKinds) {
      const old = wrappedKeyIn(row, kind)
      if (old === null) continue
      const objectKey = await unwrapper.unwrap({ kind, key }, old)
      wrapped[kind] = (await wrapper.wrap(to, { kind, key }, objectKey)).wrapped
      objectKey.fill(0)
    }
    await store.transact([
      { table: 'keys', put: rowOf(keyOf.wrapped(lot), { epoch: to, ...wrapped }), when: hangsOn(from) },
      { table: 'keys', erase: keyOf.held(from, shard, lot), when: stands },
      { table: 'keys', put: rowOf(keyOf.held(to, shard, lot)) },
    ])
  }

  async function leftOn(epoch: Day): Promise<number> {
    const counts = await Promise.all(shards.map((shard) => store.count('keys', keyOf.held(epoch, shard, '').pk)))
    return counts.reduce((sum, one) => sum + one, 0)
  }
}
