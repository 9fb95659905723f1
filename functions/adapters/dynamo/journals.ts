import { toHex } from '../../../domain/bytes.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import { hashOfSealedEntry, type SealedEntry } from '../../../domain/journal.ts'
import { limits } from '../../../domain/limits.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Locker, Unlocker } from '../../ports/at-rest.ts'
import type { Append, Appended, Journals } from '../../ports/journals.ts'
import type { Dice } from '../../ports/platform.ts'
import { sha256 } from '../digest.ts'
import { numberIn, type Row, rowOf } from './attributes.ts'
import { isNew } from './clauses.ts'
import { type EntryRows, entryItems, lotOfEntry, openEntry, placeOfJournal } from './entries.ts'
import { expiryWrite, keyWrites, lockLot, sealedIn } from './lots.ts'
import { outboxWrite } from './outbox.ts'
import type { Condition, Store, Write } from './store.ts'
import { digits, keyOf, shardOf } from './table.ts'

/** Journals: chains of sealed entries, each appended by comparing with the one before. */
export function journals(parts: { store: Store; locker: Locker; unlocker: Unlocker; dice: Dice }): Journals {
  const { store, locker, unlocker, dice } = parts
  return {
    async append(what) {
      const writes = await writesOf(what)
      // The token lets an append that was repeated after a time-out pass its own effect.
      const outcome = await store.transact(writes, toHex(dice(16)))
      if (outcome.done) return { appended: true }
      const head = await store.get('content', keyOf.journal(placeOfJournal(what.channel, what.entry.journal)))
      return afterALostRace(what, head)
    },
  }

  async function writesOf({ channel, entry, hash, day, expires }: Append): Promise<Write[]> {
    const { journal, position, previous, grants, body } = entry
    const place = placeOfJournal(channel, journal)
    const lot = await lockLot(locker, lotOfEntry(place, position), entryItems(place, entry))
    const salt = toHex(dice(32))
    const name = `${place}#${digits(position)}`
    return [
      ...(position === 0
        ? [{ table: 'content', put: headOf(place, channel, hash, expires), when: isNew } as const]
        : [
            {
              table: 'content',
              change: keyOf.journal(place),
              set: movesTo(position + 1, hash, expires),
              when: endsWith(position, previous),
            } as const,
          ]),
      {
        table: 'content',
        put: rowOf(keyOf.entry(place, position), {
          channel,
          previous: previous ?? undefined,
          hash,
          salt,
          day,
          expires,
          sealed: sealedIn(lot, 'entry'),
          grants: grants.length === 0 ? undefined : sealedIn(lot, 'entry-grants'),
        }),
        when: isNew,
      },
      outboxWrite({
        kind: 'entry',
        name: `ENTRY#${name}`,
        shard: shardOf(place),
        day,
        hash,
        salt,
        feed: { channel, expires, octets: grants.length + body.length, journal, position },
      }),
      expiryWrite(expires, shardOf(place), `ENTRY#${name}`, {
        lot: lot.name,
        rows: [keyOf.entry(place, position)],
        journal: place,
      }),
      ...keyWrites(lot),
    ]
  }

  async function afterALostRace({ channel, entry, hash }: Append, head: Row | null): Promise<Appended> {
    const { journal, position } = entry
    if (head === null) throw new Refusal('malformed', 'entry.position: this journal has not been opened')
    const next = numberIn(head, 'next')
    if (position > next) throw new Refusal('malformed', 'entry.position: lies beyond the next one')
    if (position === next) throw new Refusal('malformed', 'entry.previous: is not the last entry')
    const winner = await find(channel, journal, position)
    if (winner === null) throw new Refusal('malformed', 'entry.position: what stood here was erased')
    return (await hashOfSealedEntry(winner, sha256)) === hash ? { appended: true } : { appended: false, winner }
  }

  async function find(channel: string, journal: string, position: number): Promise<SealedEntry | null> {
    const place = placeOfJournal(channel, journal)
    const [content, wrapped] = await Promise.all([
      store.get('content', keyOf.entry(place, position)),
      store.get('keys', keyOf.wrapped(lotOfEntry(place, position))),
    ])
    const rows: EntryRows | null = content === null || wrapped === null ? null : { content, wrapped }
    return rows === null ? null : openEntry(unlocker, rows, { channel, journal, position })
  }
}

function headOf(place: string, channel: string, hash: string, expires: Day): Row {
  return rowOf(keyOf.journal(place), { channel, next: 1, last: hash, expires: headExpiry(expires) })
}

/** The journal has this many entries from now on, and this is the last. */
function movesTo(next: number, last: string, expires: Day): Condition {
  return {
    says: 'SET #next = :to, #last = :hash, #expires = :expires',
    names: ['next', 'last', 'expires'],
    values: { to: next, hash: last, expires: headExpiry(expires) },
  }
}

/** The head outlives every entry, and the expiry of entries is fuzzy. */
function headExpiry(expires: Day): Day {
  return addDays(expires, limits.expiryFuzzDays)
}

/** The journal has so many entries, and the last of them is the one that is followed. */
function endsWith(position: number, previous: string | null): Condition {
  return {
    says: '#next = :position AND #last = :previous',
    names: ['next', 'last'],
    values: { position, previous: previous ?? '' },
  }
}
