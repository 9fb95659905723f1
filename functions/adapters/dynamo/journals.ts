import { toHex } from '../../../domain/bytes.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import { hashOfSealedEntry, type SealedEntry } from '../../../domain/journal.ts'
import { limits } from '../../../domain/limits.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Locker, Unlocker } from '../../ports/at-rest.ts'
import type { Append, Appended, Journals } from '../../ports/journals.ts'
import type { Dice } from '../../ports/platform.ts'
import { sha256 } from '../digest.ts'
import { numberIn, type Row, rowOf, textIn } from './attributes.ts'
import { isNew } from './clauses.ts'
import { type EntryRows, entryItems, lotOfEntry, openEntry } from './entries.ts'
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
      const head = await store.get('content', keyOf.journal(what.entry.journal))
      return afterALostRace(what, head)
    },
  }

  async function writesOf({ channel, entry, hash, day, expires }: Append): Promise<Write[]> {
    const { journal, position, previous, grants, body } = entry
    const lot = await lockLot(locker, lotOfEntry(journal, position), entryItems(entry))
    const salt = toHex(dice(32))
    const name = `${journal}#${digits(position)}`
    return [
      ...(position === 0
        ? [{ table: 'content', put: headOf(entry, channel, hash, expires), when: isNew } as const]
        : [
            {
              table: 'content',
              change: keyOf.journal(journal),
              set: movesTo(position + 1, hash, expires),
              when: endsWith(position, previous, channel),
            } as const,
          ]),
      {
        table: 'content',
        put: rowOf(keyOf.entry(journal, position), {
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
        shard: shardOf(journal),
        day,
        hash,
        salt,
        feed: { channel, expires, octets: grants.length + body.length, journal, position },
      }),
      expiryWrite(expires, shardOf(journal), `ENTRY#${name}`, {
        lot: lot.name,
        rows: [keyOf.entry(journal, position)],
        journal,
      }),
      ...keyWrites(lot),
    ]
  }

  async function afterALostRace({ channel, entry, hash }: Append, head: Row | null): Promise<Appended> {
    const { journal, position } = entry
    if (head === null) throw new Refusal('malformed', 'entry.position: this journal has not been opened')
    if (textIn(head, 'channel') !== channel) throw new Refusal('malformed', 'entry.journal: not in this channel')
    const next = numberIn(head, 'next')
    if (position > next) throw new Refusal('malformed', 'entry.position: lies beyond the next one')
    if (position === next) throw new Refusal('malformed', 'entry.previous: is not the last entry')
    const winner = await find(journal, position)
    if (winner === null) throw new Refusal('malformed', 'entry.position: what stood here was erased')
    return (await hashOfSealedEntry(winner, sha256)) === hash ? { appended: true } : { appended: false, winner }
  }

  async function find(journal: string, position: number): Promise<SealedEntry | null> {
    const [content, wrapped] = await Promise.all([
      store.get('content', keyOf.entry(journal, position)),
      store.get('keys', keyOf.wrapped(lotOfEntry(journal, position))),
    ])
    const rows: EntryRows | null = content === null || wrapped === null ? null : { content, wrapped }
    return rows === null ? null : openEntry(unlocker, rows, journal, position)
  }
}

function headOf(entry: SealedEntry, channel: string, hash: string, expires: Day): Row {
  return rowOf(keyOf.journal(entry.journal), { channel, next: 1, last: hash, expires: headExpiry(expires) })
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

/** The journal is in this channel, has so many entries, and the last of them is the one that is followed. */
function endsWith(position: number, previous: string | null, channel: string): Condition {
  return {
    says: '#channel = :channel AND #next = :position AND #last = :previous',
    names: ['channel', 'next', 'last'],
    values: { channel, position, previous: previous ?? '' },
  }
}
