import type { Bytes } from '../../../domain/bytes.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { AtRestItem, LockedObject, Locker, WrappedKey } from '../../ports/at-rest.ts'
import { bytesIn, type Row, rowOf, textIn } from './attributes.ts'
import { isNew } from './clauses.ts'
import { nameOf, type Write } from './store.ts'
import { type Key, keyOf, shardOf } from './table.ts'

/**
 * A lot: sealed objects that live and die together, each under its own key. Its wrapped keys stand in one row of the
 * keys table, so that erasing them is one act that cannot be left half done.
 */
export interface Lot {
  /** Unique; the part after the kind begins in hexadecimal, which spreads lots over the shards. */
  readonly name: string
  readonly epoch: Day
  readonly objects: readonly { readonly kind: AtRestItem['kind']; readonly object: LockedObject }[]
}

/**
 * Lock the objects of a lot under one epoch.
 *
 * @throws Refusal `try-again` when there is no epoch to lock under
 */
export async function lockLot(
  locker: Locker,
  name: string,
  items: readonly { readonly item: AtRestItem; readonly clear: Bytes }[],
): Promise<Lot> {
  // Midnight may fall between two objects; it cannot fall between them twice.
  for (let attempt = 0; attempt < 2; attempt++) {
    const objects = await Promise.all(
      items.map(async ({ item, clear }) => ({ kind: item.kind, object: await locker.lock(item, clear) })),
    )
    const epoch = objects[0]?.object.key.epoch
    if (epoch !== undefined && objects.every((one) => one.object.key.epoch === epoch)) return { name, epoch, objects }
  }
  throw new Refusal('try-again')
}

/** The sealed octets of one object of a lot. */
export function sealedIn(lot: Lot, kind: AtRestItem['kind']): Bytes {
  const found = lot.objects.find((one) => one.kind === kind)
  if (found === undefined) throw new Error(`a lot lacks its ${kind}`)
  return found.object.sealed
}

/** What must be written with the objects: their keys, and that these hang on the epoch. */
export function keyWrites(lot: Lot): Write[] {
  const wrapped = Object.fromEntries(lot.objects.map((one) => [one.kind, one.object.key.wrapped]))
  return [
    { table: 'keys', put: rowOf(keyOf.wrapped(lot.name), { epoch: lot.epoch, ...wrapped }), when: isNew },
    { table: 'keys', put: rowOf(keyOf.held(lot.epoch, shardOfLot(lot.name), lot.name)) },
  ]
}

/** One wrapped key out of the row of its lot; `null` when the lot has no such object. */
export function wrappedKeyIn(row: Row, kind: AtRestItem['kind']): WrappedKey | null {
  return row[kind] === undefined ? null : { epoch: textIn(row, 'epoch') as Day, wrapped: bytesIn(row, kind) }
}

export function shardOfLot(name: string): number {
  return shardOf(name.slice(name.indexOf('#') + 1))
}

/** What the caretaker must erase when a day has passed. */
export interface Remains {
  /** Name of the lot whose keys are destroyed first. */
  readonly lot?: string
  readonly rows: readonly Key[]
  /** Name of a blob. */
  readonly blob?: string
  /** A blob is kept when this row names it. */
  readonly claimedBy?: string
  /** Uploads, with all their chunks, unless a submission has claimed them for longer. */
  readonly uploads?: readonly string[]
  /** A journal whose head goes when its last entry has gone. */
  readonly journal?: string
}

/** The note for the caretaker. `expires` is the last day on which the object can be read. */
export function expiryWrite(expires: Day, shard: number, name: string, remains: Remains): Write {
  const values = { ...remains, rows: remains.rows.map(nameOf) }
  return { table: 'content', put: rowOf(keyOf.expiry(addDays(expires, 1), shard, name), values) }
}
