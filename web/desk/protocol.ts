import type { AlarmCode, CaseState } from '../../domain/clear/case.ts'
import type { FileVersion } from '../../domain/clear/manifest.ts'
import type { Day } from '../../domain/day.ts'
import type { ChannelId, SubmissionId } from '../../domain/record.ts'
import type { RefusalCode } from '../../domain/refusal.ts'

/**
 * What the page and the worker say to each other. The worker holds the key, the session and everything sealed; the
 * page gets clear values to show, and nothing that could open anything.
 */

/** A question of the page, its wording and what a good answer holds. */
export interface Asks {
  /** Fetch and verify the roster, so that the rest is quick. What is wrong with it is told. */
  readonly connect: { readonly ask: Trusting; readonly answer: null }
  /** Read a locked key file and name its owner: nothing is unlocked and nobody is asked. */
  readonly look: { readonly ask: { readonly key: string }; readonly answer: KeyOwner }
  /** Unlock the key, sign in, fetch and open everything that waits. */
  readonly unlock: { readonly ask: { readonly key: string; readonly passphrase: string }; readonly answer: Signed }
  /** Fetch what is new. The answer comes when the desk has looked; what was found is told. */
  readonly sync: { readonly ask: Nothing; readonly answer: null }
  /** Show one case, and tell whenever it changes; `null` closes it. */
  readonly open: { readonly ask: { readonly journal: string | null }; readonly answer: CaseView | null }
  /** How many slots a reply will fill. */
  readonly measure: { readonly ask: ReplyDraft; readonly answer: { readonly parts: number } }
  readonly reply: { readonly ask: ReplyDraft; readonly answer: CaseView }
  readonly state: {
    readonly ask: { readonly journal: string; readonly to: CaseState; readonly reason: string }
    readonly answer: CaseView
  }
  /** End the session at the portal. The page then ends the worker, and the key with it. */
  readonly leave: { readonly ask: Nothing; readonly answer: null }
}

export type AskName = keyof Asks
export type Nothing = Readonly<Record<string, never>>

/** From the page to the worker. */
export type ToWorker = {
  [N in AskName]: { readonly id: number; readonly name: N; readonly ask: Asks[N]['ask'] }
}[AskName]

/** From the worker to the page: the answer to a question, or something it tells by itself. */
export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Asks[AskName]['answer'] }
  | { readonly kind: 'refusal'; readonly id: number; readonly refusal: Refused }
  | { readonly kind: 'tell'; readonly tell: Tell }

/** A refusal as it is shown: never the text of an unexpected error. */
export interface Refused {
  readonly code: RefusalCode | 'bug'
  readonly says: string
}

export type Tell =
  | { readonly what: 'queue'; readonly rows: readonly QueueRow[]; readonly warnings: readonly Warning[] }
  | { readonly what: 'case'; readonly view: CaseView }
  | { readonly what: 'checked'; readonly trouble: Refused | null }

/** What the site was built to trust. */
export interface Trusting {
  readonly origin: string
  readonly pin: string
  readonly minimumVersion: number
}

/** Whom a key file belongs to, as far as the roster says. `handle` is `null` for a key that is not on it. */
export interface KeyOwner {
  readonly fingerprint: string
  readonly handle: string | null
}

/** Who is signed in, where. */
export interface Signed {
  readonly organisation: string
  readonly handle: string
  readonly fingerprint: string
  readonly channels: readonly { readonly id: ChannelId; readonly name: string }[]
  readonly rosterVersion: number
}

/** What the law asks next, and until which day. */
export interface Deadline {
  readonly duty: 'acknowledge' | 'feedback'
  readonly day: Day
  /** Whole days that are left; negative when the day has passed. */
  readonly daysLeft: number
}

export interface QueueRow {
  readonly journal: string
  readonly alias: string
  readonly channel: string
  readonly state: CaseState
  /** The day its first tip arrived. */
  readonly day: Day
  readonly tips: number
  readonly replies: number
  /** Replies of mine that stand in the journal and that the portal has not taken yet. */
  readonly unsent: number
  /** Tips that came after the last reply or change of state: nobody has answered them yet. */
  readonly unanswered: number
  readonly alarms: number
  readonly deadline: Deadline | null
  /** The beginning of the first tip, on one line. */
  readonly glimpse: string
}

/** One case, in full. */
export interface CaseView {
  readonly row: QueueRow
  /** Fingerprint of the source's key. */
  readonly source: string
  readonly members: readonly string[]
  /** Handles of the people whom the source asked to keep out. */
  readonly excluded: readonly string[]
  readonly nextStates: readonly CaseState[]
  readonly thread: readonly ThreadItem[]
  readonly history: readonly HistoryLine[]
  readonly alarms: readonly ShownAlarm[]
  readonly reply: ReplyTerms
  /** Whether this member holds the key of the case. Without it the tip can be read, and nothing written. */
  readonly joined: boolean
  /** Whether there is anybody who could be answered. */
  readonly answerable: boolean
}

/** What a reply from here will be. */
export interface ReplyTerms {
  readonly from: string
  /** Number that the next reply of this member will carry. */
  readonly sequence: number
  /** Hours of the UTC day at which replies go out, or at once. */
  readonly publishAt: readonly number[] | 'when-something-waits'
  /** Longest text, in UTF-16 units. */
  readonly lengthMax: number
}

export interface ReplyDraft {
  readonly journal: string
  readonly text: string
  /** Whether the source is shown the state of the case. */
  readonly showState: boolean
}

export type ThreadItem = TipItem | ReplyItem | StateItem

export interface TipItem {
  readonly kind: 'tip'
  readonly position: number
  readonly submission: SubmissionId
  readonly day: Day
  /** Counted from 1 in the order they joined the case. */
  readonly number: number
  /** `null` when this member was not among those it was sealed to. */
  readonly clear: TipText | null
  readonly unanswered: boolean
  /** Handles of the members who have opened it, by the channel's journal. */
  readonly seenBy: readonly string[]
  /** Two openers found different texts in it. */
  readonly conflict: boolean
}

export interface TipText {
  readonly narrative: string
  readonly answers: readonly { readonly question: string; readonly answer: string }[]
  /** Files that came with it. */
  readonly files: readonly { readonly name: string; readonly size: number; readonly version: FileVersion }[]
  readonly cosigned: boolean
  /** Sealed elsewhere: nobody signed it. */
  readonly unsigned: boolean
}

export interface ReplyItem {
  readonly kind: 'reply'
  readonly position: number
  readonly day: Day
  readonly by: string
  readonly mine: boolean
  readonly sequence: number
  readonly parts: number
  readonly text: string
  readonly delivery: Delivery
}

/** `waiting`: taken by the portal, not yet in a public drop. `published`: seen in a public drop, or past its time. */
export type Delivery = 'unsent' | 'waiting' | 'published'

export interface StateItem {
  readonly kind: 'state'
  readonly position: number
  readonly day: Day
  readonly by: string
  readonly to: CaseState
  readonly reason: string
}

/** One entry of the journal, as it stands. `believed` is false when the entry broke a rule and changed nothing. */
export interface HistoryLine {
  readonly position: number
  readonly day: Day
  readonly by: string
  readonly act: 'open' | 'attach' | 'foreign' | 'state' | 'reply' | 'seen'
  /** What the act was about: handles granted, a short submission id, a state, a count of slots. */
  readonly about: string
  /** The reason that was written down for it, or nothing. */
  readonly reason: string
  readonly believed: boolean
}

export interface ShownAlarm {
  readonly code: AlarmCode | WarningCode
  /** Position of the entry that raised it, when there is one. */
  readonly position: number | null
  /** Handle of who wrote that entry. */
  readonly by: string | null
}

export type WarningCode = 'conflict' | 'unsound-tip' | 'unsound-entry' | 'unseen'

/** Something that belongs to no case that could be shown. */
export interface Warning {
  readonly code: WarningCode
  readonly channel: string
  readonly count: number
}
