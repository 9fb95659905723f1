import type { Day } from '../day.ts'
import * as f from '../fields.ts'
import { limits } from '../limits.ts'
import type { SubmissionId } from '../record.ts'
import { Refusal } from '../refusal.ts'
import type { MemberId } from '../roster.ts'

/** The life of a case (ISO 37002: receive, assess, address, conclude). */
export const caseStates = ['received', 'acknowledged', 'assessing', 'in-progress', 'referred', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/** What may follow what. Both the desk's buttons and the fold ask this table. */
export const nextStates: Readonly<Record<CaseState, readonly CaseState[]>> = {
  received: ['acknowledged', 'assessing', 'closed'],
  acknowledged: ['assessing', 'closed'],
  assessing: ['in-progress', 'referred', 'closed'],
  'in-progress': ['assessing', 'referred', 'closed'],
  referred: ['in-progress', 'closed'],
  closed: ['assessing'], // New facts may reopen a case; the journal shows who did and why.
}

/** What an entry says. One act, one entry. */
export type Act =
  /**
   * Brings the journal key to these members. Always the act of an entry that carries grants. With a new key it says
   * the state that the case is in, for members who cannot read what came before.
   */
  | { readonly act: 'open'; readonly granted: readonly MemberId[]; readonly state?: CaseState }
  /** A submission belongs to this case. */
  | ({ readonly act: 'attach' } & Attachment)
  /** A text that was sealed elsewhere, by nobody in particular, is what this case is about. `clear` is its hash. */
  | { readonly act: 'foreign'; readonly submission: SubmissionId; readonly clear: string }
  | { readonly act: 'state'; readonly to: CaseState; readonly reason: string }
  | {
      readonly act: 'reply'
      readonly sequence: number
      readonly hash: string
      readonly parts: number
      readonly text: string
    }
  /**
   * In a channel's journal: this member has opened this submission. `commitment` is HMAC-SHA-256 of the session key
   * over `safehand/commit`, `clear` the hash of the clear text: two openers who were given different texts find out.
   * Both are `notMine` when it was not this member's to open: silence would tell the portal who may open what.
   */
  | { readonly act: 'seen'; readonly submission: SubmissionId; readonly commitment: string; readonly clear: string }

/** A tip as the entry names it that puts it into a case. */
export interface Attachment {
  readonly submission: SubmissionId
  readonly source: string
  readonly sequence: number
  readonly nonce: string
  readonly tip: string
}

/** Stands in `seen` for what a member could not open. */
export const notMine = '0'.repeat(64)

/** What a member signs for an entry. Its place in the chain is part of it. */
export interface EntryStatement {
  readonly context: 'entry'
  readonly format: 'safehand-entry/1'
  readonly instance: string
  readonly journal: string
  readonly position: number
  readonly previous: string | null
  readonly member: MemberId
  readonly day: Day
  /** Hash of the roster that the member saw. */
  readonly roster: string
  readonly act: Act
}

/** An opened entry whose signature was verified. */
export interface Entry {
  readonly statement: EntryStatement
}

/** What a case is: the fold of its journal. */
export interface Case {
  readonly journal: string
  readonly state: CaseState
  readonly opened: Day
  /** Fingerprint of the source's key, from the first attached tip. */
  readonly source: string | null
  readonly members: readonly MemberId[]
  readonly submissions: readonly Attached[]
  readonly replies: readonly Sent[]
  readonly history: readonly EntryStatement[]
  /** What does not add up, in the order found. */
  readonly alarms: readonly Alarm[]
}

export interface Attached {
  readonly submission: SubmissionId
  readonly sequence: number
  readonly nonce: string
  readonly tip: string
  readonly by: MemberId
}

export interface Sent {
  readonly by: MemberId
  readonly sequence: number
  readonly hash: string
  readonly text: string
  readonly day: Day
}

export type AlarmCode =
  | 'copied-nonce'
  | 'copied-sequence'
  | 'changed-source-key'
  | 'illegal-transition'
  | 'not-a-member'
export interface Alarm {
  readonly code: AlarmCode
  /** The entry that raised it; `null` for a tip that no entry names yet. */
  readonly position: number | null
}

/**
 * Fold a journal, in its order, into the case that it tells. Entries that break a rule change nothing but are kept
 * in the history and raise an alarm: nothing is lost and nothing is believed.
 * Authority goes by position: a member may write from the entry on that granted it the key.
 *
 * @returns `null` while the journal has no entry that opens it
 */
export function foldCase(entries: readonly EntryStatement[]): Case | null {
  const [first] = entries
  if (first === undefined || first.act.act !== 'open') return null
  const start: Case = {
    journal: first.journal,
    state: first.position === 0 ? 'received' : (first.act.state ?? 'received'),
    opened: first.day,
    source: null,
    members: first.act.granted,
    submissions: [],
    replies: [],
    history: [],
    alarms: [],
  }
  return entries.reduce(step, start)
}

/** A case with the alarms that tips raise which belong to it and which no entry names yet, in the order given. */
export function withWaiting(so: Case, tips: readonly Attachment[]): Case {
  const alarms: Alarm[] = [...so.alarms]
  let known = so
  for (const tip of tips) {
    const told = known
    const alarm = (code: AlarmCode): Case => {
      alarms.push({ code, position: null })
      return told
    }
    known = attach(told, alarm, '', tip)
  }
  return { ...so, alarms }
}

function step(so: Case, entry: EntryStatement): Case {
  const noted = { ...so, history: [...so.history, entry] }
  const alarm = (code: AlarmCode): Case => ({ ...noted, alarms: [...so.alarms, { code, position: entry.position }] })
  if (!so.members.includes(entry.member)) return alarm('not-a-member')
  const { act } = entry
  switch (act.act) {
    case 'open':
      return { ...noted, members: act.granted }
    case 'attach':
      return attach(noted, alarm, entry.member, act)
    case 'state':
      return nextStates[so.state].includes(act.to) ? { ...noted, state: act.to } : alarm('illegal-transition')
    case 'reply':
      return {
        ...noted,
        replies: [
          ...so.replies,
          { by: entry.member, sequence: act.sequence, hash: act.hash, text: act.text, day: entry.day },
        ],
      }
    case 'seen':
    case 'foreign':
      return noted
  }
}

function attach(so: Case, alarm: (code: AlarmCode) => Case, by: MemberId, act: Attachment): Case {
  const { submission, sequence, nonce, tip } = act
  // Two reviewers who open the same follow-up at once both say so; it is one fact.
  if (so.submissions.some((one) => one.submission === submission)) return so
  const joined = (it: Case): Case => ({
    ...it,
    source: it.source ?? act.source,
    submissions: [...it.submissions, { submission, sequence, nonce, tip, by }],
  })
  if (so.source !== null && so.source !== act.source) return alarm('changed-source-key')
  if (so.submissions.some((one) => one.nonce === nonce)) return joined(alarm('copied-nonce'))
  if (so.submissions.some((one) => one.sequence === sequence)) return joined(alarm('copied-sequence'))
  return joined(so)
}

/**
 * Whether a case may move on.
 *
 * @throws Refusal `illegal-transition`
 */
export function checkTransition(from: CaseState, to: CaseState): void {
  if (!nextStates[from].includes(to))
    throw new Refusal('illegal-transition', `a case that is ${from} cannot become ${to}`)
}

const member = f.hex(8)
const acts = {
  open: f.object<Extract<Act, { act: 'open' }>>({
    act: f.exactly('open'),
    granted: f.list(member, limits.journalGrants),
    state: f.optional(f.oneOf(caseStates)),
  }),
  attach: f.object<Extract<Act, { act: 'attach' }>>({
    act: f.exactly('attach'),
    submission: f.hex(32),
    source: f.hex(20),
    sequence: f.integer(0, Number.MAX_SAFE_INTEGER),
    nonce: f.hex(16),
    tip: f.hex(32),
  }),
  foreign: f.object<Extract<Act, { act: 'foreign' }>>({
    act: f.exactly('foreign'),
    submission: f.hex(32),
    clear: f.hex(32),
  }),
  state: f.object<Extract<Act, { act: 'state' }>>({
    act: f.exactly('state'),
    to: f.oneOf(caseStates),
    reason: f.text(limits.reasonLengthMax),
  }),
  reply: f.object<Extract<Act, { act: 'reply' }>>({
    act: f.exactly('reply'),
    sequence: f.integer(1, 1_000_000),
    hash: f.hex(32),
    parts: f.integer(1, limits.replyPartsMax),
    text: f.text(limits.replyLengthMax, 1),
  }),
  seen: f.object<Extract<Act, { act: 'seen' }>>({
    act: f.exactly('seen'),
    submission: f.hex(32),
    commitment: f.hex(32),
    clear: f.hex(32),
  }),
} as const

const readAct: f.Read<Act> = (value, path) => {
  const kind = f.oneOf(['open', 'attach', 'foreign', 'state', 'reply', 'seen'])(
    (value as { act?: unknown } | null)?.act,
    `${path}.act`,
  )
  return acts[kind](value, path)
}

export const readEntryStatement: f.Read<EntryStatement> = f.object<EntryStatement>({
  context: f.exactly('entry'),
  format: f.exactly('safehand-entry/1'),
  instance: f.hex(16),
  journal: f.hex(16),
  position: f.integer(0, limits.journalEntriesMax - 1),
  previous: f.nullable(f.hex(32)),
  member,
  day: f.day,
  roster: f.hex(32),
  act: readAct,
})
