import type { Bytes } from './bytes.ts'
import type { Day } from './day.ts'
import * as f from './fields.ts'
import { readSealedEntry, type SealedEntry } from './journal.ts'
import { limits } from './limits.ts'
import { type ChannelId, channelForm, type SubmissionRecord } from './record.ts'
import { bodyClasses, grantBytes } from './sizes.ts'

/** Every channel has one feed: a dense list, numbered from 1 by the sequencer. */
export type Place = number

/** Where a member stands in each feed: the last place it has. */
export type Cursor = Readonly<Record<ChannelId, Place>>

/** A submission as a reviewer receives it. `expires` is the day after which it reads as gone. */
export interface FeedSubmission {
  readonly kind: 'submission'
  readonly record: SubmissionRecord
  readonly day: Day
  readonly grants: Bytes
  readonly body: Bytes
}

export interface FeedEntry {
  readonly kind: 'entry'
  readonly day: Day
  readonly entry: SealedEntry
}

/** What stood here has expired or was erased. The place stays, so that feeds stay dense. */
export interface FeedGone {
  readonly kind: 'gone'
}

export type FeedRow = { readonly place: Place } & (FeedSubmission | FeedEntry | FeedGone)

/** One page of a feed. `more` when further rows wait behind the last. */
export interface FeedPage {
  readonly rows: readonly FeedRow[]
  readonly more: boolean
}

export const readCursor: f.Read<Cursor> = f.dictionary(channelForm, f.integer(0, 2 ** 40), limits.channelsMax)

export const readRecord: f.Read<SubmissionRecord> = f.object<SubmissionRecord>({
  format: f.exactly('safehand-record/1'),
  instance: f.hex(16),
  channel: f.form(channelForm, 'a channel id'),
  id: f.hex(32),
  grants: f.hex(32),
  uploads: f.list(f.hex(32), limits.uploadsMax),
  roster: f.integer(1, 2 ** 31),
})

const place = f.integer(1, 2 ** 40)

const readFeedRow: f.Read<FeedRow> = (value, path) => {
  const kind = f.oneOf(['submission', 'entry', 'gone'])((value as { kind?: unknown } | null)?.kind, `${path}.kind`)
  if (kind === 'gone') return f.object<{ place: Place } & FeedGone>({ place, kind: f.exactly('gone') })(value, path)
  if (kind === 'entry') {
    return f.object<{ place: Place } & FeedEntry>({
      place,
      kind: f.exactly('entry'),
      day: f.day,
      entry: readSealedEntry,
    })(value, path)
  }
  return f.object<{ place: Place } & FeedSubmission>({
    place,
    kind: f.exactly('submission'),
    record: readRecord,
    day: f.day,
    grants: f.octets({ max: limits.grantsMax * grantBytes }),
    body: f.octets({ max: bodyClasses[bodyClasses.length - 1] ?? 0 }),
  })(value, path)
}

/** The answer of a sync, as a client parses it. */
export const readFeedPages: f.Read<Readonly<Record<ChannelId, FeedPage>>> = f.dictionary(
  channelForm,
  f.object<FeedPage>({ rows: f.list(readFeedRow, limits.feedPageRows), more: f.truth }),
  limits.channelsMax,
)
