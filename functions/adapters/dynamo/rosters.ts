import { fromUtf8, toHex, toUtf8 } from '../../../domain/bytes.ts'
import type { Day } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Blobs } from '../../ports/blobs.ts'
import type { Dice } from '../../ports/platform.ts'
import type { KeptRoster, Rosters } from '../../ports/rosters.ts'
import { sha256Hex } from '../digest.ts'
import { bytesIn, numberIn, type Row, rowOf, textIn } from './attributes.ts'
import { isNew, unchangedSince } from './clauses.ts'
import { outboxWrite } from './outbox.ts'
import type { Store } from './store.ts'
import { keyOf } from './table.ts'

/** A roster file longer than this goes to the blob store: an item of the database holds 400 kB in all. */
const inlineBytesMax = 256 << 10

/** All versions of the roster, for ever. */
export function rosters(parts: { store: Store; blobs: Blobs; dice: Dice }): Rosters {
  const { store, blobs, dice } = parts
  // A version never changes, so what was read once need not be read again; intake asks for it with every tip.
  let latest: KeptRoster | null = null
  return {
    async keep(roster) {
      const text = toUtf8(roster.json)
      const hash = sha256Hex(text)
      const blob = text.length > inlineBytesMax ? `roster/${roster.version}/${hash}` : undefined
      // Written before its row and named by its hash: left alone, it is a public file that nobody refers to.
      if (blob !== undefined) await blobs.put(blob, text)
      const salt = toHex(dice(32))
      const { version, day } = roster
      const outcome = await store.transact([
        headWrite(version, await head()),
        {
          table: 'content',
          put: rowOf(keyOf.roster(version), { day, hash, salt, blob, text: blob === undefined ? text : undefined }),
          when: isNew,
        },
        outboxWrite({ kind: 'roster', name: `ROSTER#${version}`, shard: 0, day, hash, salt }),
      ])
      if (outcome.done) return
      const kept = await store.get('content', keyOf.roster(version))
      if (kept === null || textIn(kept, 'hash') !== hash) throw new Refusal('roster-rolled-back')
    },

    async newest() {
      const row = await head()
      return row === null ? null : found(numberIn(row, 'newest'))
    },

    find,

    async markPublished(version) {
      await store.write({
        table: 'content',
        change: keyOf.head('rosters'),
        set: { says: 'SET #published = :published', names: ['published'], values: { published: version } },
        when: {
          says: '#newest >= :published AND #published < :published',
          names: ['newest', 'published'],
          values: { published: version },
        },
      })
    },

    async published() {
      const row = await head()
      const version = row === null ? 0 : numberIn(row, 'published')
      return version === 0 ? null : found(version)
    },
  }

  function head(): Promise<Row | null> {
    return store.get('content', keyOf.head('rosters'))
  }

  async function find(version: number): Promise<KeptRoster | null> {
    if (latest?.version === version) return latest
    const row = await store.get('content', keyOf.roster(version))
    if (row === null) return null
    const text = row.blob === undefined ? bytesIn(row, 'text') : await blobs.get(textIn(row, 'blob'))
    const json = text === null ? null : fromUtf8(text)
    if (json === null) throw new Error(`roster ${version} lacks its text`)
    const roster = { version, json, day: textIn(row, 'day') as Day }
    if (latest === null || version > latest.version) latest = roster
    return roster
  }

  async function found(version: number): Promise<KeptRoster> {
    const roster = await find(version)
    if (roster === null) throw new Error(`roster ${version} is counted but not kept`)
    return roster
  }
}

/** The newest version becomes this one, if the one before it is the newest now. */
function headWrite(version: number, head: Row | null) {
  const before = version - 1
  const published = head === null ? 0 : numberIn(head, 'published')
  if (before === 0) {
    const row = rowOf(keyOf.head('rosters'), { newest: 1, published })
    return { table: 'content', put: row, when: unchangedSince(0) } as const
  }
  return {
    table: 'content',
    change: keyOf.head('rosters'),
    set: { says: 'SET #newest = :version', names: ['newest'], values: { version } },
    when: { says: '#newest = :before', names: ['newest'], values: { before } },
  } as const
}
