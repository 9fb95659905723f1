import type { OpenedForeign } from '../../crypto/foreign.ts'
import type { OpenedTip } from '../../crypto/tip.ts'
import { type Act, type Case, foldCase, withWaiting } from '../../domain/clear/case.ts'
import { addDays, type Day } from '../../domain/day.ts'
import type { JournalId } from '../../domain/journal.ts'
import type { ChannelId, SubmissionId, SubmissionRecord } from '../../domain/record.ts'
import type { MemberId } from '../../domain/roster.ts'
import { aliasOf } from './alias.ts'
import { type Seen, seenIn } from './channel-log.ts'
import type { JournalCopy, Writer } from './journal-copy.ts'
import { attachmentOf, mayWrite, membersAfter, type Placed, waitingIn } from './placing.ts'
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
  /** Fingerprint of the key of the source whose case it is: by the tips that belong here, before what entries say. */
  readonly source: string
  /** Those that I have opened, in the order in which they arrived. */
  readonly tips: readonly BookedTip[]
  /** In place of tips, in a case that began with a text that was sealed elsewhere. Nobody signed it, so it has no source. */
  readonly foreign: readonly BookedForeign[]
  /** Whether I hold the case's key or may make it. Without it I see the tips and cannot write. */
  readonly joined: boolean
  /** Who will hold the case's key after the next act. */
  readonly members: readonly MemberId[]
  /** Nothing but opening and attaching has happened yet. */
  readonly untouched: boolean
  /** Entries that did not open or were not sound. */
  readonly unsoundEntries: number
  /** My replies that stand in the journal and have not reached the portal yet. */
  readonly undelivered: number
}

/**
 * A case from its journal and its tips. `first` and `others` are all that are shown in it: those that belong here and
 * those that somebody else put here.
 */
export function bookedCase(
  what: {
    readonly placed: Placed
    readonly first: ShelvedTip
    readonly others: readonly ShelvedTip[]
    readonly undelivered: number
  },
  about: { readonly writer: Writer; readonly logOf: (channel: ChannelId) => JournalCopy | undefined },
): BookedCase {
  const { placed, first, others, undelivered } = what
  const { writer, logOf } = about
  const { home } = placed
  const tips = [first, ...others].sort(byArrival)
  const days = tips.map((one) => one.day).sort()
  const arrived = days[0] ?? first.day
  const members = membersAfter(placed, writer)
  const told = foldCase(home.statements)
  const source = (placed.tips[0] ?? first).opened.source.fingerprint
  const folded = told ?? unread(home, arrived, { source, members: home.begun ? [] : members })
  const pinned = placed.tips.length > 0 ? source : (folded.source ?? source)
  return {
    journal: home.id,
    channel: home.channel,
    alias: aliasOf(pinned),
    day: days.at(-1) ?? arrived,
    acknowledgeBy: addDays(arrived, writer.portal.roster.roster.policy.acknowledgeDays),
    folded: withWaiting(folded, waitingIn(placed).map(attachmentOf)),
    source: pinned,
    foreign: [],
    tips: tips.map((one) => bookedTip(one, seenIn(logOf(one.channel), one.submission))),
    joined: mayWrite(placed, writer),
    members,
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

/** What a case looks like whose journal nobody has begun, or I cannot read. */
export function unread({ id }: JournalCopy, opened: Day, known: Pick<Case, 'source' | 'members'>): Case {
  return {
    ...known,
    journal: id,
    state: 'received',
    opened,
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
