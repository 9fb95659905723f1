import type { Envelope } from '../../crypto/envelope.ts'
import { type OpenedForeign, openForeign } from '../../crypto/foreign.ts'
import type { UnlockedMember } from '../../crypto/member.ts'
import { type OpenedTip, openTip } from '../../crypto/tip.ts'
import { concat } from '../../domain/bytes.ts'
import { addDays, type Day, dayOf } from '../../domain/day.ts'
import type { FeedSubmission, Place } from '../../domain/feed.ts'
import { splitEnvelope } from '../../domain/packet.ts'
import type { ChannelId, SubmissionId, SubmissionRecord } from '../../domain/record.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import { grantBytes } from '../../domain/sizes.ts'
import type { Portal } from '../portal.ts'

/** A submission of my channels, and what I could make of it. */
export interface Shelved {
  readonly submission: SubmissionId
  readonly channel: ChannelId
  readonly record: SubmissionRecord
  readonly day: Day
  /** Where it stands in the feed of its channel. */
  readonly place: Place
  readonly envelope: Envelope
  readonly opened: OpenedTip | null
  /** What is inside when it is no tip, but a text that somebody sealed elsewhere. */
  readonly foreign: OpenedForeign | null
  readonly trouble: RefusalCode | null
}

/** One that I have opened. */
export type ShelvedTip = Shelved & { readonly opened: OpenedTip }

/** A text that somebody sealed elsewhere. */
export type ShelvedForeign = Shelved & { readonly foreign: OpenedForeign }

export function isForeign(shelved: Shelved): shelved is ShelvedForeign {
  return shelved.foreign !== null
}

export function isTip(shelved: Shelved): shelved is ShelvedTip {
  return shelved.opened !== null
}

/** Whether it has been here for longer than a reviewer may take to look at it. */
export function hasWaited({ day }: Shelved, { roster, clock }: Portal): boolean {
  return addDays(day, roster.roster.policy.seenDays) < dayOf(clock())
}

/**
 * Try a submission with my key.
 *
 * @param channel the feed it came in: a portal that shows it elsewhere has moved it
 */
export async function shelve(
  row: FeedSubmission & { readonly place: Place },
  channel: ChannelId,
  { portal, key }: { readonly portal: Portal; readonly key: UnlockedMember },
): Promise<Shelved> {
  const { record, day, place } = row
  const envelope = splitEnvelope(concat(row.grants, row.body), row.grants.length / grantBytes)
  const about = { submission: record.id, channel, record, day, place, envelope }
  try {
    if (record.channel !== channel) throw new Refusal('bad-tip')
    const opened = await openTip(envelope, record, key, portal.roster.roster, portal.clock())
    return { ...about, opened, foreign: null, trouble: null }
  } catch (trouble) {
    if (!(trouble instanceof Refusal)) throw trouble
    const foreign = trouble.code === 'bad-tip' ? await openForeign(envelope, record, key).catch(() => null) : null
    return { ...about, opened: null, foreign, trouble: foreign === null ? trouble.code : null }
  }
}
