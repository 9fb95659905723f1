import { sha256 } from '../../crypto/digest.ts'
import { caseJournalOf } from '../../crypto/journal.ts'
import { concat, toHex, toUtf8 } from '../../domain/bytes.ts'
import { type Attachment, type EntryStatement, foldCase } from '../../domain/clear/case.ts'
import { fromCheckedHex } from '../../domain/fields.ts'
import type { JournalId } from '../../domain/journal.ts'
import type { ChannelId, SubmissionId } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type MemberId, reviewersOf } from '../../domain/roster.ts'
import type { JournalCopy, Writer } from './journal-copy.ts'
import { hasWaited, type ShelvedTip } from './shelf.ts'

/** Whose case it is. Both are of the source's words, and only who has the words can sign for the fingerprint. */
export interface Whose {
  readonly thread: string
  readonly fingerprint: string
}

export function whoseIs({ opened }: ShelvedTip): Whose {
  return { thread: opened.tip.statement.thread, fingerprint: opened.source.fingerprint }
}

/**
 * The journal that everybody of a channel derives for a source, so that two who open the same tip write into one.
 * The channel is part of it: a journal lives in one channel, and a second one must not be found out by asking. The
 * key is part of it: whoever has once read the thread can write it into a tip of their own, and then has a case apart.
 */
export async function caseJournalIn(channel: ChannelId, { thread, fingerprint }: Whose): Promise<JournalId> {
  const name = concat(
    toUtf8(`safehand/case-in\n${channel}\n${fingerprint}\n`),
    fromCheckedHex(await caseJournalOf(thread)),
  )
  return toHex((await sha256(name)).slice(0, 16))
}

/** Whether a journal says that a submission belongs to it. */
export function isAttached(home: JournalCopy | undefined, submission: SubmissionId): boolean {
  const says = ({ act }: EntryStatement) =>
    (act.act === 'attach' || act.act === 'foreign') && act.submission === submission
  return home?.statements.some(says) ?? false
}

/** A case with its tips: those that were put into it, and those that wait for somebody to work on it. */
export interface Placed {
  readonly home: JournalCopy
  /** The tips that belong here, in the order of their arrival. */
  readonly tips: readonly ShelvedTip[]
  /** Every tip of the same source that I have opened, wherever it belongs. */
  readonly ofSource: readonly ShelvedTip[]
}

/** Tips that belong to a case and that no entry names yet. */
export function waitingIn({ home, tips }: Placed): readonly ShelvedTip[] {
  return tips.filter((one) => !isAttached(home, one.submission))
}

/** Who holds the key of a case after the next act: its members and whom the source wrote to, without the struck out. */
export function membersAfter(placed: Placed, { portal }: Writer): readonly MemberId[] {
  const { home, ofSource } = placed
  const excluded = excludedBy(ofSource)
  const meant = new Set([...home.members, ...waitingIn(placed).flatMap((one) => one.opened.tip.content.panel)])
  const reviewers = reviewersOf(portal.roster.roster, home.channel).map((one) => one.id)
  return reviewers.filter((one) => meant.has(one) && !excluded.includes(one))
}

/** Whether I may work on a case: I hold its key, or may open its journal. */
export function mayWrite(placed: Placed, writer: Writer): boolean {
  const { home } = placed
  if (home.joined) return true
  const opens = !home.begun || hasLongWaited(placed, writer)
  return opens && membersAfter(placed, writer).includes(writer.session.member.id)
}

/**
 * Make a case ready for an act: open it if nobody has, change its key if the source struck somebody out or wrote to
 * somebody new, and put the waiting tips into it. Only ever together with an act of a person: see `Homes`.
 *
 * @throws Refusal `not-allowed` when others have its key and I do not; `try-again`, `not-signed-in`
 */
export async function settle(placed: Placed, writer: Writer): Promise<void> {
  const { home, ofSource } = placed
  if (!mayWrite(placed, writer)) throw new Refusal('not-allowed', 'You do not hold the key of this case.')
  const wanted = (): readonly MemberId[] => membersAfter(placed, writer)
  await home.open(wanted(), excludedBy(ofSource), hasLongWaited(placed, writer))
  await home.grantAnew(wanted(), () => foldCase(home.statements)?.state ?? 'received')
  for (const tip of waitingIn(placed)) {
    await home.append(() => (isAttached(home, tip.submission) ? null : { act: 'attach', ...attachmentOf(tip) }))
  }
}

/** What an entry says of a tip that it puts into a case. */
export function attachmentOf({ submission, opened }: ShelvedTip): Attachment {
  const { sequence, nonce } = opened.tip.statement
  return { submission, source: opened.source.fingerprint, sequence, nonce, tip: opened.statementHash }
}

function hasLongWaited(placed: Placed, { portal }: Writer): boolean {
  return waitingIn(placed).some((one) => hasWaited(one, portal))
}

function excludedBy(tips: readonly ShelvedTip[]): readonly MemberId[] {
  return [...new Set(tips.flatMap((one) => one.opened.tip.content.excluded))]
}
