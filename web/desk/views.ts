import type { BookedCase, BookedForeign, BookedTip, CaseBook, Unopened } from '../../client/desk/case-book.ts'
import { type AlarmCode, type EntryStatement, nextStates } from '../../domain/clear/case.ts'
import type { Day } from '../../domain/day.ts'
import { limits } from '../../domain/limits.ts'
import type { Member, MemberId, Policy, Roster } from '../../domain/roster.ts'
import { byDeadline, deadlineOf } from './deadline.ts'
import { glimpseOf } from './plain-text.ts'
import type {
  CaseView,
  Delivery,
  HistoryLine,
  QueueRow,
  ShownAlarm,
  Signed,
  ThreadItem,
  TipItem,
  Warning,
} from './protocol.ts'

/** What the views are made from besides a case: who is who, and what day it is. */
export interface Setting {
  readonly me: MemberId
  readonly today: Day
  readonly roster: Roster
  /** Handle of a member of any roster that this client holds. */
  readonly handleOf: (member: MemberId) => string
  /** What became of a reply, by its hash. */
  readonly deliveryOf: (hash: string, day: Day) => Delivery
}

/** Who is signed in, as the page shows them. */
export function signedView(member: Member, fingerprint: string, roster: Roster): Signed {
  const names = new Map(roster.channels.map((channel) => [channel.id, channel.names.en ?? channel.id]))
  return {
    organisation: roster.organisation,
    handle: member.handle,
    fingerprint,
    channels: member.channels.map((id) => ({ id, name: names.get(id) ?? id })),
    rosterVersion: roster.version,
  }
}

const glimpseLength = 140

/** The queue, most urgent first. */
export function queueView(book: CaseBook, setting: Setting): readonly QueueRow[] {
  return book.cases.map((one) => rowOf(one, setting)).sort(byDeadline)
}

/** What concerns no case that can be shown: tips that did not open, or that nobody opened. */
export function warningsView(unopened: readonly Unopened[]): readonly Warning[] {
  const counted = new Map<string, Warning>()
  for (const one of unopened) {
    if (one.trouble === null && !one.overdue) continue
    const code = one.trouble === null ? 'unseen' : 'unsound-tip'
    const before = counted.get(`${code} ${one.channel}`)
    counted.set(`${code} ${one.channel}`, { code, channel: one.channel, count: (before?.count ?? 0) + 1 })
  }
  return [...counted.values()]
}

/** One case in full. */
export function caseView(it: BookedCase, setting: Setting): CaseView {
  const { folded } = it
  const mine = folded.replies.filter((one) => one.by === setting.me)
  const known = { ...setting, tips: new Map(it.tips.map((tip) => [tip.submission, tip])), answered: lastAct(it) }
  const believed = believedIn(it)
  return {
    row: rowOf(it, setting),
    source: it.source,
    members: folded.members.map(setting.handleOf),
    excluded: [...new Set(it.tips.flatMap((tip) => tip.tip.content.excluded))].map(setting.handleOf),
    nextStates: nextStates[folded.state],
    thread: threadOf(it, known, believed),
    history: folded.history.map((entry) => lineOf(entry, believed(entry), setting)),
    alarms: alarmsOf(it, setting),
    reply: {
      from: setting.handleOf(setting.me),
      sequence: mine.length + 1,
      publishAt: setting.roster.policy.publishAt,
      lengthMax: limits.replyLengthMax,
    },
    joined: it.joined,
    answerable: it.foreign.length === 0,
  }
}

function rowOf(it: BookedCase, setting: Setting): QueueRow {
  const { folded, tips } = it
  const texts = [...tips, ...it.foreign]
  const arrived = texts.map((one) => one.day).sort()[0] ?? folded.opened
  return {
    journal: it.journal,
    alias: it.alias.charAt(0).toUpperCase() + it.alias.slice(1),
    channel: it.channel,
    state: folded.state,
    day: arrived,
    tips: Math.max(texts.length, folded.submissions.length),
    replies: folded.replies.length,
    unsent: it.undelivered,
    unanswered: unansweredOf(it),
    alarms: alarmsOf(it, setting).length,
    deadline: deadlineFor(it, arrived, setting.roster.policy, setting.today),
    glimpse: glimpseOf(tips[0]?.tip.content.narrative ?? it.foreign[0]?.text ?? '', glimpseLength),
  }
}

function deadlineFor(it: BookedCase, arrived: Day, policy: Policy, today: Day) {
  const believed = believedIn(it)
  const first = it.folded.history.find(
    (entry) => believed(entry) && (entry.act.act === 'reply' || entry.act.act === 'state'),
  )
  return deadlineOf({ state: it.folded.state, arrived, acknowledged: first?.day ?? null }, policy, today)
}

/** Position of the last thing that a reviewer did about the case; -1 when nobody has. */
function lastAct(it: BookedCase): number {
  const believed = believedIn(it)
  return it.folded.history.reduce(
    (last, entry) =>
      believed(entry) && (entry.act.act === 'reply' || entry.act.act === 'state') ? entry.position : last,
    -1,
  )
}

function unansweredOf(it: BookedCase): number {
  const since = lastAct(it)
  const attached = new Set(it.folded.submissions.map((one) => one.submission))
  const later = it.folded.history.filter((entry) => entry.act.act === 'attach' && entry.position > since)
  const foreign = since === -1 ? it.foreign.length : 0
  return later.length + foreign + it.tips.filter((tip) => !attached.has(tip.submission)).length
}

/** An alarm of one of these kinds means that the entry changed nothing. */
const disbelieved: readonly AlarmCode[] = ['not-a-member', 'illegal-transition', 'changed-source-key']

function believedIn(it: BookedCase): (entry: EntryStatement) => boolean {
  const not = new Set(it.folded.alarms.filter((one) => disbelieved.includes(one.code)).map((one) => one.position))
  return (entry) => !not.has(entry.position)
}

interface Known extends Setting {
  readonly tips: ReadonlyMap<string, BookedTip>
  /** Position of the last act of a reviewer. */
  readonly answered: number
}

function threadOf(it: BookedCase, known: Known, believed: (entry: EntryStatement) => boolean): readonly ThreadItem[] {
  const items: ThreadItem[] = it.foreign.map((one, at) => foreignItem(one, at, known))
  let number = items.length
  for (const entry of it.folded.history) {
    const item = believed(entry) ? itemOf(entry, known, number + 1) : null
    if (item === null) continue
    if (item.kind === 'tip') number += 1
    items.push(item)
  }
  const attached = new Set(it.folded.submissions.map((one) => one.submission))
  for (const tip of it.tips) {
    if (attached.has(tip.submission)) continue
    number += 1
    items.push({
      ...tipItem(tip, tip.submission, known),
      position: limits.journalEntriesMax + number,
      number,
      day: tip.day,
    })
  }
  return items
}

function itemOf(entry: EntryStatement, known: Known, number: number): ThreadItem | null {
  const { act, position, day } = entry
  const by = known.handleOf(entry.member)
  switch (act.act) {
    case 'attach': {
      const tip = known.tips.get(act.submission)
      const unanswered = position > known.answered
      return { ...tipItem(tip, act.submission, known), position, number, day: tip?.day ?? day, unanswered }
    }
    case 'reply': {
      const { sequence, parts, text } = act
      const delivery = known.deliveryOf(act.hash, day)
      return { kind: 'reply', position, day, by, mine: entry.member === known.me, sequence, parts, text, delivery }
    }
    case 'state':
      return { kind: 'state', position, day, by, to: act.to, reason: act.reason }
    default:
      return null
  }
}

function tipItem(tip: BookedTip | undefined, submission: string, { handleOf }: Setting) {
  const shown: Omit<TipItem, 'position' | 'number' | 'day'> = {
    kind: 'tip',
    submission,
    clear:
      tip === undefined
        ? null
        : {
            narrative: tip.tip.content.narrative,
            answers: Object.entries(tip.tip.content.answers).map(([question, answer]) => ({ question, answer })),
            files: tip.tip.content.files.map(({ name, size, version }) => ({ name, size, version })),
            cosigned: tip.tip.cosignature !== null,
            unsigned: false,
          },
    unanswered: true,
    seenBy: (tip?.seenBy ?? []).map(handleOf),
    conflict: tip?.conflict ?? false,
  }
  return shown
}

/** A text that was sealed elsewhere stands before everything that was done about it. */
function foreignItem(one: BookedForeign, at: number, { handleOf, answered }: Known): TipItem {
  const { submission, day, text, seenBy, conflict } = one
  return {
    kind: 'tip',
    position: at - limits.journalEntriesMax,
    number: at + 1,
    submission,
    day,
    clear: { narrative: text, answers: [], files: [], cosigned: false, unsigned: true },
    unanswered: answered === -1,
    seenBy: seenBy.map(handleOf),
    conflict,
  }
}

function lineOf(entry: EntryStatement, believed: boolean, { handleOf }: Setting): HistoryLine {
  const { act, position, day } = entry
  const line = { position, day, by: handleOf(entry.member), act: act.act, believed, reason: '' }
  switch (act.act) {
    case 'open':
      return { ...line, about: act.granted.map(handleOf).join(', ') }
    case 'attach':
    case 'foreign':
    case 'seen':
      return { ...line, about: act.submission.slice(0, 8) }
    case 'state':
      return { ...line, about: act.to, reason: act.reason }
    case 'reply':
      return { ...line, about: String(act.parts) }
  }
}

function alarmsOf(it: BookedCase, { handleOf }: Setting): readonly ShownAlarm[] {
  const raised = it.folded.alarms.map(({ code, position }) => {
    const entry = it.folded.history.find((one) => one.position === position)
    return { code, position, by: entry === undefined ? null : handleOf(entry.member) }
  })
  const conflict: ShownAlarm[] = [...it.tips, ...it.foreign].some((one) => one.conflict)
    ? [{ code: 'conflict', position: null, by: null }]
    : []
  const unsound: ShownAlarm[] = it.unsoundEntries > 0 ? [{ code: 'unsound-entry', position: null, by: null }] : []
  return [...conflict, ...raised, ...unsound]
}
