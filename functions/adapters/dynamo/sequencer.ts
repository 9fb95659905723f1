import { toHex } from '../../../domain/bytes.ts'
import { limits } from '../../../domain/limits.ts'
import type { Sequencer } from '../../ports/feeds.ts'
import type { Dice } from '../../ports/platform.ts'
import { countsIn, numberIn, type Row, rowOf, textIn } from './attributes.ts'
import { isNew, stands, unchangedSince } from './clauses.ts'
import type { Store, Write } from './store.ts'
import { type Key, keyOf, shards } from './table.ts'

/** What the sequencer has given out so far: one row, and whoever changes it was alone. */
interface Head {
  readonly version: number
  /** Leaves of the ledger: everything that happened, in one order. */
  readonly leaves: number
  /** Rows in the feed of each channel. */
  readonly places: Readonly<Record<string, number>>
}

/**
 * Takes rows out of the outbox and gives them their places, in one transaction with the head that counts them. Whoever
 * finds the head changed did nothing; whoever is killed before or after that transaction left nothing half done.
 */
export function sequencer(parts: { store: Store; dice: Dice }): Sequencer {
  const { store, dice } = parts
  return {
    async sequence() {
      const head = headIn(await store.get('content', keyOf.head('feeds')))
      const waiting = await nextWaiting()
      if (waiting.length === 0) return 0
      // The token: after a time-out that hid a success, our own new head must not look like somebody else's.
      const outcome = await store.transact(placing(head, waiting), toHex(dice(16)))
      return outcome.done ? waiting.length : 0
    },
  }

  /** A batch from all shards, beginning at one by chance so that a full shard does not keep the others waiting. */
  async function nextWaiting(): Promise<Row[]> {
    const [chance = 0] = dice(1)
    const found: Row[] = []
    for (const offset of shards) {
      const room = limits.sequencedAtOnce - found.length
      if (room === 0) break
      const { pk } = keyOf.outbox((chance + offset) % shards.length, '')
      found.push(...(await store.query('content', pk, room)).rows)
    }
    return found
  }
}

function headIn(row: Row | null): Head {
  if (row === null) return { version: 0, leaves: 0, places: {} }
  return { version: numberIn(row, 'version'), leaves: numberIn(row, 'leaves'), places: countsIn(row, 'places') }
}

function placing(head: Head, waiting: readonly Row[]): Write[] {
  const places: Record<string, number> = { ...head.places }
  const writes = waiting.flatMap((row, at): Write[] => {
    const leaf = { leaf: textIn(row, 'leaf'), day: textIn(row, 'day') }
    const placed: Write[] = [
      { table: 'content', erase: keyIn(row), when: stands },
      { table: 'content', put: rowOf(keyOf.leaf(head.leaves + at), leaf), when: isNew },
    ]
    const channel = row.channel?.S
    if (channel !== undefined) {
      const place = (places[channel] ?? 0) + 1
      places[channel] = place
      placed.push({ table: 'content', put: feedRow(row, channel, place), when: isNew })
    }
    return placed
  })
  const next = rowOf(keyOf.head('feeds'), {
    version: head.version + 1,
    leaves: head.leaves + waiting.length,
    places,
  })
  return [{ table: 'content', put: next, when: unchangedSince(head.version) }, ...writes]
}

/** What the outbox said about its place in a feed, and nothing else. */
function feedRow(row: Row, channel: string, place: number): Row {
  const { leaf: _, channel: __, ...rest } = row
  return { ...rest, ...rowOf(keyOf.feed(channel, place)) }
}

function keyIn(row: Row): Key {
  return { pk: textIn(row, 'pk'), sk: textIn(row, 'sk') }
}
