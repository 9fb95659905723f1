import type { Unlocker } from '../../ports/at-rest.ts'
import type { Blobs } from '../../ports/blobs.ts'
import type { Chunks } from '../../ports/uploads.ts'
import { orGone } from '../at-rest/unlocker.ts'
import { textIn } from './attributes.ts'
import { wrappedKeyIn } from './lots.ts'
import { nameOf, type Store } from './store.ts'
import { keyOf } from './table.ts'
import { atRestKey, isLive, lotOfChunk } from './uploads.ts'

/** Chunks as the desk reads them: opened at rest on the way out. */
export function chunks(parts: { store: Store; unlocker: Unlocker; blobs: Pick<Blobs, 'get'> }): Chunks {
  const { store, unlocker, blobs } = parts
  return {
    async find({ upload, hash }, today) {
      const [control, chunk] = [keyOf.upload(upload), keyOf.chunk(upload, hash)]
      const [rows, wrapped] = await Promise.all([
        store.getAll('content', [control, chunk]),
        store.get('keys', keyOf.wrapped(lotOfChunk(upload, hash))),
      ])
      const row = rows.get(nameOf(chunk))
      const key = wrapped === null ? null : wrappedKeyIn(wrapped, 'chunk')
      if (row === undefined || key === null || !isLive(rows.get(nameOf(control)), today)) return null
      const sealed = await blobs.get(textIn(row, 'blob'))
      if (sealed === null) return null
      return await orGone(() => unlocker.unlock({ kind: 'chunk', key: atRestKey(upload, hash) }, { sealed, key }))
    },
  }
}
