import { fillBatch, partsOf, type SealedReply, sealReply, type WholeReply } from '../../crypto/reply.ts'
import { type CaseState, checkTransition } from '../../domain/clear/case.ts'
import type { JournalId } from '../../domain/journal.ts'
import { limits } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { BookedCase, BookedTip, CaseBook } from './case-book.ts'

/** What a member wants to say to a source. */
export interface ReplyDraft {
  readonly text: string
  /** Whether the source is told the state of the case. */
  readonly showState: boolean
}

/**
 * Answer a source: write the reply into the case's journal, then post its slots.
 *
 * @returns how many slots it took
 * @throws Refusal `too-large`; `not-allowed`
 * @throws Refusal `try-again`: when the case's `undelivered` counts it, the reply stands and `CaseBook.deliver` posts
 *   what still waits
 */
export async function reply(
  book: CaseBook,
  journal: JournalId,
  draft: ReplyDraft,
): Promise<{ readonly parts: number }> {
  const { portal, key } = book.writer
  const { profile } = portal.roster.roster.policy
  composed(book, journal, draft) // What cannot be sent is refused before the case is opened for it.
  const written: { sealed: SealedReply | null } = { sealed: null }
  const write = async (): Promise<void> =>
    await book.append(journal, async () => {
      // Composed again after every entry of somebody else: the state, the newest tip and my own number may have moved.
      const { whole, newest } = composed(book, journal, draft)
      written.sealed = await sealReply(whole, key, newest.source, profile, portal.clock())
      const { hash, parts } = written.sealed
      return { act: 'reply', sequence: whole.sequence, hash, parts, text: draft.text }
    })
  await write().catch(async (trouble) => {
    // It may stand in the journal although nobody said so. Then its slots must still go out.
    const { sealed } = written
    if (sealed !== null) book.deliveries.addUnsure(sealed.hash, journal, await fillBatch(sealed.slots, profile))
    throw trouble
  })
  const { slots, parts } = written.sealed ?? missing()
  book.deliveries.add(journal, await fillBatch(slots, profile))
  await book.deliver()
  return { parts }
}

/** How many slots a reply would take. @throws Refusal `too-large`, `not-allowed` */
export async function measureReply(book: CaseBook, journal: JournalId, draft: ReplyDraft): Promise<number> {
  const { portal, key } = book.writer
  const { whole } = composed(book, journal, draft)
  return await partsOf(whole, key, portal.roster.roster.policy.profile, portal.clock())
}

/**
 * Move a case on.
 *
 * @throws Refusal `illegal-transition`, `not-allowed`, `too-large`, `try-again`
 */
export async function setState(book: CaseBook, journal: JournalId, to: CaseState, reason: string): Promise<void> {
  if (reason.length > limits.reasonLengthMax) throw new Refusal('too-large')
  checkTransition(caseOf(book, journal).folded.state, to)
  await book.append(journal, () => {
    checkTransition(caseOf(book, journal).folded.state, to)
    return { act: 'state', to, reason }
  })
}

function composed(book: CaseBook, journal: JournalId, draft: ReplyDraft): { whole: WholeReply; newest: BookedTip } {
  if (draft.text.length > limits.replyLengthMax) throw new Refusal('too-large')
  const { folded, source, tips, foreign, joined, members: sealTo } = caseOf(book, journal)
  if (foreign.length > 0) throw new Refusal('not-allowed', 'This text was sealed elsewhere: nobody can be answered.')
  // Only tips of the key whose case it is: whoever grafted another one onto the case gets no answer.
  const own = tips.filter((one) => one.source.fingerprint === source)
  const newest = own.reduce<BookedTip | undefined>(
    (so, one) => (sequenceOf(one) > sequenceOf(so) ? one : so),
    undefined,
  )
  if (!joined || newest === undefined) throw new Refusal('not-allowed', 'You do not hold the key of this case.')
  const mine = folded.replies.filter((one) => one.by === book.me)
  const { instance, members: onRoster } = book.writer.portal.roster.roster
  const members = onRoster.map((one) => one.id)
  const whole: WholeReply = {
    instance,
    source: newest.source.fingerprint,
    member: book.me,
    sequence: mine.reduce((last, one) => Math.max(last, one.sequence), 0) + 1,
    earlier: mine
      .map((one) => one.hash.slice(0, 16))
      .reverse()
      .slice(0, 4),
    excluded: members
      .filter((id) => own.some((one) => one.tip.content.excluded.includes(id)))
      .slice(0, limits.excludedMax),
    sealTo,
    lastTip: { sequence: sequenceOf(newest), hash: newest.statementHash },
    state: draft.showState ? folded.state : null,
    text: draft.text,
  }
  return { whole, newest }
}

function sequenceOf(tip: BookedTip | undefined): number {
  return tip?.tip.statement.sequence ?? -1
}

function caseOf(book: CaseBook, journal: JournalId): BookedCase {
  const found = book.find(journal)
  if (found === null) throw new Refusal('not-allowed')
  return found
}

function missing(): never {
  throw new Error('a reply was written without being sealed')
}
