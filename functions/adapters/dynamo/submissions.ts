import { toHex } from '../../../domain/bytes.ts'
import { type Canonical, canonical } from '../../../domain/canonical.ts'
import { addDays } from '../../../domain/day.ts'
import { parseJson } from '../../../domain/fields.ts'
import { limits } from '../../../domain/limits.ts'
import { type Receipt, readReceipt } from '../../../domain/receipt.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Locker } from '../../ports/at-rest.ts'
import type { Blobs } from '../../ports/blobs.ts'
import type { Dice } from '../../ports/platform.ts'
import type { Submission, Submissions } from '../../ports/submissions.ts'
import { type Row, rowOf, textIn } from './attributes.ts'
import { isNew } from './clauses.ts'
import { expiryWrite, keyWrites, type Lot, lockLot, sealedIn } from './lots.ts'
import { outboxWrite } from './outbox.ts'
import { nameOf, type Store, type Write } from './store.ts'
import { keyOf, shardOf } from './table.ts'
import { isLive } from './uploads.ts'

/** Bodies larger than this go to the blob store: an item of the database holds 400 kB in all. */
export const inlineBytesMax = 65_536 + 64

export function lotOfSubmission(id: string): string {
  return `SUB#${id}`
}

/** Where intake keeps what it accepts. It can lock and cannot unlock; it reads nothing but the receipt it gave. */
export function submissions(parts: { store: Store; locker: Locker; blobs: Blobs; dice: Dice }): Submissions {
  const { store, locker, blobs, dice } = parts
  return {
    async keep(submission) {
      const { id } = submission.record
      const lot = await lockLot(locker, lotOfSubmission(id), [
        { item: { kind: 'body', key: id }, clear: submission.body },
        { item: { kind: 'grants', key: id }, clear: submission.grants },
      ])
      const blob = await putLargeBody(sealedIn(lot, 'body'), submission)
      const writes = writesOf(submission, lot, blob)
      const outcome = await store.transact(writes)
      if (outcome.done) return submission.receipt
      const kept = outcome.met.get(0) ?? null
      if (kept !== null) return receiptOf(kept, submission)
      const firstClaim = writes.length - submission.record.uploads.length
      throw whyNot(
        [...outcome.met].filter(([at]) => at >= firstClaim).map(([, row]) => row),
        submission,
      )
    },
  }

  /**
   * Put a large body into the blob store before the row that names it. If we stop in between, nothing refers to the
   * blob; the note written first makes the caretaker look, and erase what no submission claims.
   */
  async function putLargeBody(
    sealed: Uint8Array<ArrayBuffer>,
    { record, day }: Submission,
  ): Promise<string | undefined> {
    if (sealed.length <= inlineBytesMax) return undefined
    // A name of its own for each attempt: every attempt seals under another key.
    const blob = `body/${record.id}/${toHex(dice(16))}`
    const claim = { blob, claimedBy: nameOf(keyOf.submission(record.id)), rows: [] }
    await store.write(expiryWrite(addDays(day, limits.unclaimedDays), shardOf(record.id), `BLOB#${blob}`, claim))
    await blobs.put(blob, sealed)
    return blob
  }
}

function writesOf(submission: Submission, lot: Lot, blob: string | undefined): Write[] {
  const { record, recordHash, receipt, day, expires, grants, body } = submission
  const { id, channel } = record
  const rows = [keyOf.submission(id), keyOf.grants(id), ...(blob === undefined ? [keyOf.body(id)] : [])]
  const shard = shardOf(id)
  return [
    // First, because its condition decides: this body was never kept before.
    {
      table: 'content',
      put: rowOf(keyOf.submission(id), {
        record: canonical(record as unknown as Canonical),
        recordHash,
        receipt: JSON.stringify(receipt),
        day,
        expires,
        blob,
      }),
      when: isNew,
    },
    ...(blob === undefined
      ? [{ table: 'content', put: rowOf(keyOf.body(id), { sealed: sealedIn(lot, 'body') }), when: isNew } as const]
      : []),
    { table: 'content', put: rowOf(keyOf.grants(id), { sealed: sealedIn(lot, 'grants') }), when: isNew },
    outboxWrite({
      kind: 'submission',
      name: `SUB#${id}`,
      shard,
      day,
      hash: recordHash,
      salt: receipt.statement.salt,
      feed: { channel, expires, octets: grants.length + body.length, submission: id },
    }),
    expiryWrite(expires, shard, `SUB#${id}`, {
      lot: lot.name,
      rows,
      ...(blob === undefined ? {} : { blob }),
      ...(record.uploads.length === 0 ? {} : { uploads: record.uploads }),
    }),
    ...keyWrites(lot),
    ...record.uploads.map((upload) => claimWrite(upload, submission)),
  ]
}

/** From now on the upload lives and dies with the submission. All of them, or the submission is not kept. */
function claimWrite(upload: string, { record, day, expires }: Submission): Write {
  return {
    table: 'content',
    change: keyOf.upload(upload),
    set: {
      says: 'SET #claimedBy = :id, #expires = :until',
      names: ['claimedBy', 'expires'],
      values: { id: record.id, until: expires },
    },
    when: {
      says: '#have = #count AND #expires >= :today AND (attribute_not_exists(#claimedBy) OR #claimedBy = :id)',
      names: ['have', 'count'],
      values: { today: day },
    },
  }
}

/** Why a submission was not kept although nothing stood in its place: by the uploads that it could not claim. */
function whyNot(unclaimed: readonly (Row | null)[], { record, day }: Submission): Refusal {
  // A part of a submission without its first row: being erased right now.
  if (unclaimed.length === 0) return new Refusal('try-again')
  const free = (row: Row | null) => isLive(row, day) && (row.claimedBy?.S ?? record.id) === record.id
  return new Refusal(unclaimed.every(free) ? 'upload-incomplete' : 'upload-unknown')
}

/** What stood there first: the same record gets its receipt again, another one is refused. */
function receiptOf(kept: Row, { recordHash }: Submission): Receipt {
  if (textIn(kept, 'recordHash') !== recordHash) throw new Refusal('body-known')
  return readReceipt(parseJson(textIn(kept, 'receipt'), 8192), 'receipt')
}
