import type { Bytes } from '../../../domain/bytes.ts'
import type { SealedEntry } from '../../../domain/journal.ts'
import type { AtRestItem, Unlocker } from '../../ports/at-rest.ts'
import { bytesIn, type Row, textIn } from './attributes.ts'
import { wrappedKeyIn } from './lots.ts'

/** Both rows of an entry: content and wrapped keys. */
export interface EntryRows {
  readonly content: Row
  readonly wrapped: Row
}

export function lotOfEntry(journal: string, position: number): string {
  return `ENTRY#${atRestKey(journal, position)}`
}

/** The objects of an entry as they are sealed at rest. */
export function entryItems(entry: SealedEntry): { readonly item: AtRestItem; readonly clear: Bytes }[] {
  const key = atRestKey(entry.journal, entry.position)
  return [
    { item: { kind: 'entry', key }, clear: entry.body },
    ...(entry.grants.length === 0 ? [] : [{ item: { kind: 'entry-grants', key } as const, clear: entry.grants }]),
  ]
}

/** Open an entry at rest; `null` when its key was destroyed. */
export async function openEntry(
  unlocker: Unlocker,
  rows: EntryRows,
  journal: string,
  position: number,
): Promise<SealedEntry | null> {
  const key = atRestKey(journal, position)
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

function atRestKey(journal: string, position: number): string {
  return `${journal}#${position}`
}
