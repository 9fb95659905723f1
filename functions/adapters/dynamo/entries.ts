import type { Bytes } from '../../../domain/bytes.ts'
import type { SealedEntry } from '../../../domain/journal.ts'
import type { AtRestItem, Unlocker } from '../../ports/at-rest.ts'
import { sha256Hex } from '../digest.ts'
import { bytesIn, type Row, textIn } from './attributes.ts'
import { wrappedKeyIn } from './lots.ts'

/** Both rows of an entry: content and wrapped keys. */
export interface EntryRows {
  readonly content: Row
  readonly wrapped: Row
}

/**
 * What a journal is kept under. Every channel has journals of its own: whoever takes a place in one channel takes none
 * in another, although the ids that a desk will use can be guessed by its members' colleagues.
 */
export function placeOfJournal(channel: string, journal: string): string {
  return sha256Hex(Buffer.from(`${channel}\n${journal}`)).slice(0, 32)
}

/** `place`: as `placeOfJournal` gives it. */
export function lotOfEntry(place: string, position: number): string {
  return `ENTRY#${atRestKey(place, position)}`
}

/** The objects of an entry as they are sealed at rest. */
export function entryItems(place: string, entry: SealedEntry): { readonly item: AtRestItem; readonly clear: Bytes }[] {
  const key = atRestKey(place, entry.position)
  return [
    { item: { kind: 'entry', key }, clear: entry.body },
    ...(entry.grants.length === 0 ? [] : [{ item: { kind: 'entry-grants', key } as const, clear: entry.grants }]),
  ]
}

/** Open an entry at rest; `null` when its key was destroyed. */
export async function openEntry(
  unlocker: Unlocker,
  rows: EntryRows,
  { channel, journal, position }: { readonly channel: string; readonly journal: string; readonly position: number },
): Promise<SealedEntry | null> {
  const key = atRestKey(placeOfJournal(channel, journal), position)
  const bodyKey = wrappedKeyIn(rows.wrapped, 'entry')
  const grantsKey = wrappedKeyIn(rows.wrapped, 'entry-grants')
  if (bodyKey === null) return null
  const body = await unlocker.unlock({ kind: 'entry', key }, { sealed: bytesIn(rows.content, 'sealed'), key: bodyKey })
  const grants =
    grantsKey === null
      ? new Uint8Array(0)
      : await unlocker.unlock(
          { kind: 'entry-grants', key },
          { sealed: bytesIn(rows.content, 'grants'), key: grantsKey },
        )
  const previous = rows.content.previous === undefined ? null : textIn(rows.content, 'previous')
  return { journal, position, previous, grants, body }
}

function atRestKey(place: string, position: number): string {
  return `${place}#${position}`
}
