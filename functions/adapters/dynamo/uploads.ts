import { toHex } from '../../../domain/bytes.ts'
import { addDays, type Day } from '../../../domain/day.ts'
import { limits } from '../../../domain/limits.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { ChunkHash, ChunkWanted, UploadId } from '../../../domain/upload.ts'
import type { Locker } from '../../ports/at-rest.ts'
import type { Blobs } from '../../ports/blobs.ts'
import type { Dice } from '../../ports/platform.ts'
import type { Announced, Uploads } from '../../ports/uploads.ts'
import { numberIn, type Row, rowOf, textIn } from './attributes.ts'
import { isNew } from './clauses.ts'
import { expiryWrite, keyWrites, type Lot, lockLot, sealedIn } from './lots.ts'
import { type Condition, nameOf, type Store, type Write } from './store.ts'
import { keyOf, shardOf } from './table.ts'

/** Keys of chunks hang on their epochs by the hash, which comes first and spreads them over the shards. */
export function lotOfChunk(upload: UploadId, hash: ChunkHash): string {
  return `CHUNK#${atRestKey(upload, hash)}`
}

/** What a chunk is bound to at rest. */
export function atRestKey(upload: UploadId, hash: ChunkHash): string {
  return `${hash}#${upload}`
}

/** Whether an upload can still be used on a day. */
export function isLive(control: Row | null | undefined, today: Day): control is Row {
  return control !== null && control !== undefined && textIn(control, 'expires') >= today
}

/** Where intake keeps files on their way. It can lock and cannot unlock. */
export function uploads(parts: { store: Store; locker: Locker; blobs: Blobs; dice: Dice }): Uploads {
  const { store, locker, blobs, dice } = parts
  return {
    async open(what) {
      const outcome = await store.transact(openingWrites(what))
      if (outcome.done) return true
      const kept = outcome.met.get(0) ?? null
      if (!isLive(kept, what.day)) throw new Refusal('upload-unknown')
      const { chunkClass, count } = what.plan
      const same = numberIn(kept, 'chunkClass') === chunkClass && numberIn(kept, 'count') === count
      if (!same || kept.claimedBy !== undefined) throw new Refusal('upload-known')
      return false
    },

    async missing(upload, hashes, today) {
      const keys = hashes.map((hash) => keyOf.chunk(upload, hash))
      const rows = await store.getAll('content', [keyOf.upload(upload), ...keys])
      if (!isLive(rows.get(nameOf(keyOf.upload(upload))), today)) throw new Refusal('upload-unknown')
      return keys.flatMap((key, at) => (rows.has(nameOf(key)) ? [] : [at]))
    },

    async keep({ upload, hash, chunk }, today) {
      const rows = await store.getAll('content', [keyOf.upload(upload), keyOf.chunk(upload, hash)])
      const control = rows.get(nameOf(keyOf.upload(upload)))
      if (!isLive(control, today)) throw new Refusal('upload-unknown')
      if (rows.has(nameOf(keyOf.chunk(upload, hash)))) return
      if (numberIn(control, 'chunkClass') !== chunk.length) throw new Refusal('wrong-size')
      if (numberIn(control, 'have') >= numberIn(control, 'count')) throw new Refusal('upload-full')
      const item = { kind: 'chunk', key: atRestKey(upload, hash) } as const
      const lot = await lockLot(locker, lotOfChunk(upload, hash), [{ item, clear: chunk }])
      const blob = await putChunk(lot, { upload, hash }, today)
      const outcome = await store.transact(keepingWrites({ upload, hash }, lot, blob, today))
      // The same chunk stands there: well. Otherwise others were faster, or the time of the upload ended meanwhile.
      if (outcome.done || (outcome.met.get(0) ?? null) !== null) return
      throw new Refusal(isLive(outcome.met.get(1), today) ? 'upload-full' : 'upload-unknown')
    },
  }

  /**
   * Put a chunk into the blob store before the row that names it. If we stop in between, the note written first makes
   * the caretaker look, and erase what no row names.
   */
  async function putChunk(lot: Lot, { upload, hash }: ChunkWanted, today: Day): Promise<string> {
    // A name by chance: every attempt seals under another key, and a list of names says nothing but how many there are.
    const blob = `chunk/${toHex(dice(16))}`
    const claim = { blob, claimedBy: nameOf(keyOf.chunk(upload, hash)), rows: [] }
    await store.write(expiryWrite(addDays(today, limits.unclaimedDays), shardOf(hash), `BLOB#${blob}`, claim))
    await blobs.put(blob, sealedIn(lot, 'chunk'))
    return blob
  }
}

function openingWrites({ plan, day, expires }: Announced): Write[] {
  const { upload, chunkClass, count } = plan
  return [
    // First, because its condition decides: no upload has this name.
    {
      table: 'content',
      put: rowOf(keyOf.upload(upload), { chunkClass, count, have: 0, day, expires }),
      when: isNew,
    },
    expiryWrite(expires, shardOf(upload), `UPLOAD#${upload}`, { rows: [], uploads: [upload] }),
  ]
}

function keepingWrites({ upload, hash }: ChunkWanted, lot: Lot, blob: string, today: Day): Write[] {
  return [
    { table: 'content', put: rowOf(keyOf.chunk(upload, hash), { blob }), when: isNew },
    {
      table: 'content',
      change: keyOf.upload(upload),
      set: { says: 'SET #have = #have + :one', names: ['have'], values: { one: 1 } },
      when: hasRoom(today),
    },
    ...keyWrites(lot),
  ]
}

/** The upload is open on this day, and fewer chunks have come than were announced. */
function hasRoom(today: Day): Condition {
  return {
    says: '#have < #count AND #expires >= :today',
    names: ['have', 'count', 'expires'],
    values: { today },
  }
}
