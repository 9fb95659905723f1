import { addDays, type Day } from '../../../domain/day.ts'
import { limits } from '../../../domain/limits.ts'
import type { Blobs } from '../../ports/blobs.ts'
import type { Expiry } from '../../ports/expiry.ts'
import { type Row, textIn, textsIn } from './attributes.ts'
import { hangsOn, isNew } from './clauses.ts'
import { expiryWrite, shardOfLot } from './lots.ts'
import { type Condition, keyNamed, type Store, type Write } from './store.ts'
import { keyOf, shardOf, shards } from './table.ts'
import { lotOfChunk } from './uploads.ts'

/** Days before today that are looked at again and again: a clock elsewhere may be a little behind. */
const marginDays = 2

/** Before every day: the end of an upload whose erasing has begun. */
const longAgo = '0000-00-00'

/**
 * Erases what is due. Each note says what to erase and goes last, so whoever is killed in between leaves the note, and
 * the next call does the rest; erasing twice is erasing once.
 */
export function expiry(parts: { store: Store; blobs: Blobs }): Expiry {
  const { store, blobs } = parts
  return {
    async eraseDue(today) {
      const from = await sweptFrom()
      if (from === null) return 0
      let erased = 0
      for (let day = from; day <= today; day = addDays(day, 1)) {
        erased += await eraseDay(day, today, limits.erasedAtOnce - erased)
        if (erased >= limits.erasedAtOnce) return erased
        await moveSweep(from, day, today)
      }
      return erased
    },
  }

  /** The first day that may hold notes; `null` before there was any epoch, when nothing can have been kept. */
  async function sweptFrom(): Promise<Day | null> {
    const row = await store.get('keys', keyOf.sweep())
    return row === null ? null : (textIn(row, 'from') as Day)
  }

  /** Days up to this one hold nothing any more. */
  async function moveSweep(from: Day, empty: Day, today: Day): Promise<void> {
    const next = addDays(empty, 1)
    if (next > addDays(today, -marginDays) || next <= from) return
    await store.write({
      table: 'keys',
      change: keyOf.sweep(),
      set: { says: 'SET #from = :next', names: ['from'], values: { next } },
      when: { says: '#from < :next', names: ['from'], values: { next } },
    })
  }

  async function eraseDay(day: Day, today: Day, most: number): Promise<number> {
    let erased = 0
    for (const shard of shards) {
      if (erased >= most) break
      const { rows } = await store.query('content', keyOf.expiry(day, shard, '').pk, most - erased)
      for (const note of rows) await erase(note, today)
      erased += rows.length
    }
    return erased
  }

  async function erase(note: Row, today: Day): Promise<void> {
    if (note.lot !== undefined) await destroyKeys(textIn(note, 'lot'))
    const rows = textsIn(note, 'rows').map(keyNamed)
    if (rows.length > 0) await store.transact(rows.map((key) => ({ table: 'content', erase: key })))
    if (note.blob !== undefined && !(await isClaimed(note))) await blobs.erase(textIn(note, 'blob'))
    for (const upload of textsIn(note, 'uploads')) await eraseUpload(upload, today)
    if (note.journal !== undefined) await eraseHead(textIn(note, 'journal'), today)
    await store.write({ table: 'content', erase: { pk: textIn(note, 'pk'), sk: textIn(note, 'sk') } })
  }

  /** Destroy the wrapped keys of a lot, and take it off its epoch. */
  async function destroyKeys(lot: string): Promise<void> {
    // The caretaker that wraps anew may move the lot between our look and our act; it can do so once a day.
    for (;;) {
      const row = await store.get('keys', keyOf.wrapped(lot))
      if (row === null) return
      const epoch = textIn(row, 'epoch') as Day
      const outcome = await store.transact([
        { table: 'keys', erase: keyOf.wrapped(lot), when: hangsOn(epoch) },
        { table: 'keys', erase: keyOf.held(epoch, shardOfLot(lot), lot) },
      ])
      if (outcome.done) return
    }
  }

  async function isClaimed(note: Row): Promise<boolean> {
    if (note.claimedBy === undefined) return false
    const row = await store.get('content', keyNamed(textIn(note, 'claimedBy')))
    return row?.blob?.S === textIn(note, 'blob')
  }

  /** Erase an upload and its chunks, unless a submission has claimed it: then the submission's note will say so. */
  async function eraseUpload(upload: string, today: Day): Promise<void> {
    const control = await store.get('content', keyOf.upload(upload))
    if (control === null) return
    const expires = textIn(control, 'expires') as Day
    if (expires >= today) return
    // From here on no chunk is taken and no submission may claim it, whatever their clocks say.
    const ending = { says: 'SET #expires = :never', names: ['expires'], values: { never: longAgo } }
    const change = { table: 'content', change: keyOf.upload(upload), set: ending, when: expiresStill(expires) } as const
    const outcome = await store.write(change)
    // Claimed since we looked; unless it was we ourselves who ended it, and the answer was lost.
    if (!outcome.done && outcome.met.get(0)?.expires?.S !== longAgo) return
    const { pk, sk } = keyOf.upload(upload)
    for (let more = true; more; ) {
      const found = await store.query('content', pk, limits.erasedAtOnce, sk)
      for (const row of found.rows) await eraseChunk(upload, row)
      more = found.more
    }
    await store.write({ table: 'content', erase: keyOf.upload(upload) })
  }

  async function eraseChunk(upload: string, row: Row): Promise<void> {
    const hash = textIn(row, 'sk')
    await destroyKeys(lotOfChunk(upload, hash))
    // The blob before the row that names it: without the row nobody would find it.
    await blobs.erase(textIn(row, 'blob'))
    await store.write({ table: 'content', erase: keyOf.chunk(upload, hash) })
  }

  /** The head of a journal outlives its entries; before its own day it gets a note of its own. */
  async function eraseHead(journal: string, today: Day): Promise<void> {
    const row = await store.get('content', keyOf.journal(journal))
    if (row === null) return
    const expires = textIn(row, 'expires') as Day
    const head = keyOf.journal(journal)
    if (expires < today) await store.write({ table: 'content', erase: head, when: expiresStill(expires) })
    else await store.write(laterNote(expires, journal))
  }
}

function laterNote(expires: Day, journal: string): Write {
  const note = expiryWrite(expires, shardOf(journal), `JOURNAL#${journal}`, { rows: [], journal })
  return { ...note, when: isNew }
}

/** Nobody appended, or claimed, since we looked. */
function expiresStill(expires: Day): Condition {
  return { says: '#expires = :expires', names: ['expires'], values: { expires } }
}
