import { createHash, randomBytes } from 'node:crypto'
import { type Bytes, toHex } from '../../domain/bytes.ts'
import { addDays, type Day } from '../../domain/day.ts'
import type { FeedRow } from '../../domain/feed.ts'
import { hashOfSealedEntry, type SealedEntry } from '../../domain/journal.ts'
import { limits } from '../../domain/limits.ts'
import { hashOf, recordOf } from '../../domain/record.ts'
import { grantBytes } from '../../domain/sizes.ts'
import type { ChunkClass, ChunkRequest } from '../../domain/upload.ts'
import type { Allowance } from '../../functions/ports/drops.ts'
import type { Feeds, Sequencer } from '../../functions/ports/feeds.ts'
import type { Append } from '../../functions/ports/journals.ts'
import type { Submission } from '../../functions/ports/submissions.ts'
import type { Announced } from '../../functions/ports/uploads.ts'
import { instance } from './people.ts'

/** Octets as storage sees them: what is inside does not matter to it. */
export function octets(count: number): Bytes {
  return new Uint8Array(randomBytes(count))
}

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(createHash('sha256').update(bytes).digest())

/** A submission for storage. Its receipt is not signed: storage does not look. */
export async function aSubmission(
  day: Day,
  changes: {
    channel?: string
    bodyLength?: number
    body?: Bytes
    grants?: Bytes
    expires?: Day
    uploads?: readonly string[]
  } = {},
): Promise<Submission> {
  const { channel = 'electronics', bodyLength = 16_384, expires = addDays(day, 90), uploads = [] } = changes
  const body = changes.body ?? octets(bodyLength)
  const grants = changes.grants ?? octets(6 * grantBytes)
  const record = await recordOf({ grants: [grants], body }, { instance, channel, uploads, roster: 1 }, sha256)
  const recordHash = await hashOf(record, sha256)
  const receipt = {
    statement: {
      context: 'receipt',
      format: 'safehand-receipt/1',
      instance,
      record: recordHash,
      salt: toHex(octets(32)),
      day,
    },
    signature: toHex(octets(64)),
    certificate: {
      statement: { context: 'receipt-key', instance, day, key: toHex(octets(32)) },
      signature: toHex(octets(64)),
    },
  } as const
  return { record, recordHash, grants, body, receipt, day, expires }
}

/** An upload for storage, and as many chunks as it announces. */
export async function anUpload(
  day: Day,
  count = 2,
  chunkClass: ChunkClass = 262_144,
): Promise<{ readonly announced: Announced; readonly chunks: readonly ChunkRequest[] }> {
  const upload = toHex(octets(32))
  const announced = { plan: { upload, chunkClass, count }, day, expires: addDays(day, limits.unclaimedDays) }
  const chunks = await Promise.all(
    Array.from({ length: count }, async () => {
      const chunk = octets(chunkClass)
      return { upload, hash: toHex(await sha256(chunk)), chunk }
    }),
  )
  return { announced, chunks }
}

/** What some member may post: never the limit, unless a test says so. */
export function anAllowance(most = 1000): Allowance {
  return { member: toHex(octets(8)), most }
}

/** An entry that opens a journal, or follows another. */
export function anEntry(follows: { entry: SealedEntry; hash: string } | null = null, journal?: string): SealedEntry {
  return {
    journal: journal ?? follows?.entry.journal ?? toHex(octets(16)),
    position: follows === null ? 0 : follows.entry.position + 1,
    previous: follows?.hash ?? null,
    grants: follows === null ? octets(limits.journalGrants * grantBytes) : new Uint8Array(0),
    body: octets(2048),
  }
}

export async function append(entry: SealedEntry, day: Day, changes: Partial<Append> = {}): Promise<Append> {
  const hash = await hashOfSealedEntry(entry, sha256)
  return { channel: 'electronics', entry, hash, day, expires: addDays(day, 90), ...changes }
}

/** Give places until nothing waits. */
export async function sequenceAll(sequencer: Sequencer): Promise<void> {
  let empty = 0
  // Twice nothing: once may mean that another one was faster.
  while (empty < 2) empty = (await sequencer.sequence()) === 0 ? empty + 1 : 0
}

/** A whole feed, page by page. */
export async function wholeFeed(feeds: Feeds, channel: string, today: Day): Promise<FeedRow[]> {
  const rows: FeedRow[] = []
  for (;;) {
    const page = await feeds.list(channel, rows.at(-1)?.place ?? 0, today, limits.syncPageBytes)
    rows.push(...page.rows)
    if (!page.more) return rows
  }
}

/** What a feed row is about, for comparing. */
export function nameOfRow(row: FeedRow): string {
  if (row.kind === 'gone') return 'gone'
  return row.kind === 'submission' ? row.record.id : `${row.entry.journal} ${row.entry.position}`
}
