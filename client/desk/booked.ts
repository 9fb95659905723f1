import type { OpenedForeign } from '../../crypto/foreign.ts'
import type { OpenedTip } from '../../crypto/tip.ts'
import { type Act, type Case, foldCase } from '../../domain/clear/case.ts'
import { addDays, type Day } from '../../domain/day.ts'
import type { JournalId } from '../../domain/journal.ts'
import type { ChannelId, SubmissionId, SubmissionRecord } from '../../domain/record.ts'
import type { MemberId, Policy } from '../../domain/roster.ts'
import { aliasOf } from './alias.ts'
import { type Seen, seenIn } from './channel-log.ts'
import type { JournalCopy } from './journal-copy.ts'
import type { ShelvedTip } from './shelf.ts'

/** A tip that I have opened. */
export interface BookedTip extends OpenedTip {
  readonly submission: SubmissionId
  readonly record: SubmissionRecord
  readonly day: Day
  /** Who has opened it, by the channel's journal. */
  readonly seenBy: readonly MemberId[]
  /** Two openers were given different texts, or one was given nothing that opens. Say so loudly. */
  readonly conflict: boolean
}

/** A text that somebody sealed elsewhere, and that I have opened. Nobody signed it, and nobody can be answered. */
export interface BookedForeign extends OpenedForeign {
  readonly submission: SubmissionId
  readonly record: SubmissionRecord
  readonly day: Day
  readonly seenBy: readonly MemberId[]
  readonly conflict: boolean
}

/** A case as a member sees it. */
export interface BookedCase {
  readonly journal: JournalId
  readonly channel: ChannelId
  readonly alias: string
  /** Day of the newest tip. */
  readonly day: Day
  /** The day by which the source must have been told that the tip was received. */
  readonly acknowledgeBy: Day
  readonly folded: Case
  /** Those that I have opened, in the order in which they arrived. */
  readonly tips: readonly BookedTip[]
  /** In place of tips, in a case that began with a text that was sealed elsewhere. */
  readonly foreign: readonly BookedForeign[]
  /** Whether I hold the case's key. Without it I see the tips and cannot write. */
  readonly joined: boolean
  /** Nothing but opening and attaching has happened yet. */
  readonly untouched: boolean
  /** Entries that did not open or were not sound. */
  readonly unsoundEntries: number
  /** My replies that stand in the journal and have not reached the portal yet. */
  readonly undelivered: number
}

/**
 * A case from its journal and the tips that were put into it. `first` is one of them, so that there always is one.
 */
export function bookedCase(
  what: {
    readonly home: JournalCopy
    readonly first: ShelvedTip
    readonly others: readonly ShelvedTip[]
    readonly undelivered: number
  },
  about: { readonly policy: Policy; readonly logOf: (channel: ChannelId) => JournalCopy | undefined },
): BookedCase {
  const { home, first, others, undelivered } = what
  const tips = [first, ...others].sort(byArrival)
  const days = tips.map((one) => one.day).sort()
  const arrived = days[0] ?? first.day
  const folded = foldCase(home.statements) ?? unread(home.id, arrived, first.opened.source.fingerprint)
  return {
    journal: home.id,
    channel: home.channel,
    alias: aliasOf(folded.source ?? first.opened.source.fingerprint),
    day: days.at(-1) ?? arrived,
    acknowledgeBy: addDays(arrived, about.policy.acknowledgeDays),
    folded,
    foreign: [],
    tips: tips.map((one) => bookedTip(one, seenIn(about.logOf(one.channel), one.submission))),
    joined: home.joined,
    untouched: isUntouched(folded),
    unsoundEntries: home.unsound,
    undelivered,
  }
}

/** What happens to a case before anybody does something about it. */
const beginnings: readonly Act['act'][] = ['open', 'attach', 'foreign']

export function isUntouched({ history }: Case): boolean {
  return history.every(({ act }) => beginnings.includes(act.act))
}

/**
 * The order of arrival: by day, and within a day as the channel's feed has them. A source who returns on the same day
 * and knows no reply draws its sequence anew, so that alone does not tell.
 */
export function byArrival(a: ShelvedTip, b: ShelvedTip): number {
  return compare(a.day, b.day) || a.place - b.place || sequenceOf(a) - sequenceOf(b)
}

/** Cases that wait for a first answer come first, the longest waiting at the top; closed ones come last. */
export function byUrgency(a: BookedCase, b: BookedCase): number {
  const rank = ({ folded }: BookedCase): number => (folded.state === 'closed' ? 2 : folded.state === 'received' ? 0 : 1)
  return rank(a) - rank(b) || compare(a.acknowledgeBy, b.acknowledgeBy) || compare(a.journal, b.journal)
}

function sequenceOf({ opened }: ShelvedTip): number {
  return opened.tip.statement.sequence
}

function bookedTip({ opened, submission, record, day }: ShelvedTip, seen: Seen): BookedTip {
  return { ...opened, submission, record, day, seenBy: seen.by, conflict: seen.conflict }
}

/** What a case looks like whose journal I cannot read. */
export function unread(journal: JournalId, opened: Day, source: string | null): Case {
  return {
    journal,
    state: 'received',
    opened,
    source,
    members: [],
    submissions: [],
    replies: [],
    history: [],
    alarms: [],
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
