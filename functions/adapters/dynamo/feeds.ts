import type { Bytes } from '../../../domain/bytes.ts'
import type { Day } from '../../../domain/day.ts'
import { type FeedRow, readRecord } from '../../../domain/feed.ts'
import { parseJson } from '../../../domain/fields.ts'
import { limits } from '../../../domain/limits.ts'
import type { AtRestItem, Unlocker } from '../../ports/at-rest.ts'
import type { Blobs } from '../../ports/blobs.ts'
import type { Feeds } from '../../ports/feeds.ts'
import { orGone } from '../at-rest/unlocker.ts'
import { bytesIn, numberIn, type Row, textIn } from './attributes.ts'
import { lotOfEntry, openEntry, placeOfJournal } from './entries.ts'
import { wrappedKeyIn } from './lots.ts'
import { nameOf, type Store } from './store.ts'
import { lotOfSubmission } from './submissions.ts'
import { type Key, keyOf, numberOf } from './table.ts'

/** Rows whose content is read in one step: five items each stay below what one batch of reads takes. */
const rowsAtOnce = 16

/** Feeds as the desk reads them: strongly consistent, in order, opened at rest on the way out. */
export function feeds(parts: { store: Store; unlocker: Unlocker; blobs: Blobs }): Feeds {
  const { store, unlocker, blobs } = parts
  return {
    async list(channel, after, today, bytesMax) {
      const { pk, sk } = keyOf.feed(channel, after)
      const found = await store.query('content', pk, limits.feedPageRows, sk)
      const page = withinBytes(found.rows, bytesMax)
      const rows: FeedRow[] = []
      for (let at = 0; at < page.length; at += rowsAtOnce) {
        rows.push(...(await opened(channel, page.slice(at, at + rowsAtOnce), today)))
      }
      return { rows, more: found.more || page.length < found.rows.length }
    },
  }

  async function opened(channel: string, rows: readonly Row[], today: Day): Promise<FeedRow[]> {
    const live = rows.filter((row) => textIn(row, 'expires') >= today)
    const [content, keys] = await Promise.all([
      store.getAll(
        'content',
        live.flatMap((row) => contentKeys(channel, row)),
      ),
      store.getAll(
        'keys',
        live.map((row) => wrappedKey(channel, row)),
      ),
    ])
    const find = (key: Key) => content.get(nameOf(key)) ?? null
    return Promise.all(
      rows.map(async (row) => {
        const place = numberOf(textIn(row, 'sk'))
        const wrapped = live.includes(row) ? (keys.get(nameOf(wrappedKey(channel, row))) ?? null) : null
        const rest = wrapped === null ? null : await orGone(() => restOf(channel, row, wrapped, find))
        return rest === null ? { place, kind: 'gone' } : { place, ...rest }
      }),
    )
  }

  async function restOf(channel: string, row: Row, wrapped: Row, find: (key: Key) => Row | null): Promise<Rest | null> {
    if (textIn(row, 'kind') === 'submission') return submissionRest(row, wrapped, find)
    const journal = textIn(row, 'journal')
    const position = numberIn(row, 'position')
    const content = find(keyOf.entry(placeOfJournal(channel, journal), position))
    const about = { channel, journal, position }
    const entry = content === null ? null : await openEntry(unlocker, { content, wrapped }, about)
    return entry === null ? null : { kind: 'entry', day: textIn(row, 'day') as Day, entry }
  }

  async function submissionRest(row: Row, wrapped: Row, find: (key: Key) => Row | null): Promise<Rest | null> {
    const id = textIn(row, 'submission')
    const control = find(keyOf.submission(id))
    const grantsRow = find(keyOf.grants(id))
    if (control === null || grantsRow === null) return null
    const sealed = control.blob === undefined ? inlineBody(find(keyOf.body(id))) : await blobs.get(control.blob.S ?? '')
    if (sealed === null) return null
    const [body, grants] = await Promise.all([
      open({ kind: 'body', key: id }, sealed, wrapped),
      open({ kind: 'grants', key: id }, bytesIn(grantsRow, 'sealed'), wrapped),
    ])
    const record = readRecord(parseJson(textIn(control, 'record'), 16_384), 'record')
    return { kind: 'submission', record, day: textIn(control, 'day') as Day, grants, body }
  }

  function open(item: AtRestItem, sealed: Bytes, wrapped: Row): Promise<Bytes> {
    const key = wrappedKeyIn(wrapped, item.kind)
    if (key === null) throw new Error(`the keys of a lot lack that of its ${item.kind}`)
    return unlocker.unlock(item, { sealed, key })
  }
}

type Rest = FeedRow extends infer One ? (One extends FeedRow ? Omit<One, 'place'> : never) : never

/** As many rows as the page may hold, but one at least: a page without rows would never end. */
function withinBytes(rows: readonly Row[], bytesMax: number): readonly Row[] {
  let octets = 0
  const end = rows.findIndex((row, at) => {
    octets += numberIn(row, 'octets')
    return at > 0 && octets > bytesMax
  })
  return end === -1 ? rows : rows.slice(0, end)
}

function contentKeys(channel: string, row: Row): Key[] {
  if (textIn(row, 'kind') === 'entry') return [keyOf.entry(placeIn(channel, row), numberIn(row, 'position'))]
  const id = textIn(row, 'submission')
  return [keyOf.submission(id), keyOf.body(id), keyOf.grants(id)]
}

function wrappedKey(channel: string, row: Row): Key {
  if (textIn(row, 'kind') === 'submission') return keyOf.wrapped(lotOfSubmission(textIn(row, 'submission')))
  return keyOf.wrapped(lotOfEntry(placeIn(channel, row), numberIn(row, 'position')))
}

function placeIn(channel: string, row: Row): string {
  return placeOfJournal(channel, textIn(row, 'journal'))
}

function inlineBody(row: Row | null): Bytes | null {
  return row === null ? null : bytesIn(row, 'sealed')
}
