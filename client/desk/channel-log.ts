import { notMine } from '../../domain/clear/case.ts'
import type { SubmissionId } from '../../domain/record.ts'
import { type MemberId, reviewersOf } from '../../domain/roster.ts'
import type { Portal } from '../portal.ts'
import type { JournalCopy } from './journal-copy.ts'
import { hasWaited, type Shelved } from './shelf.ts'

/** What the members of a channel say about one submission. */
export interface Seen {
  /** Who has opened it. */
  readonly by: readonly MemberId[]
  /** Two who opened it were given different texts or keys. */
  readonly conflict: boolean
}

/**
 * Say in a channel's journal what I made of each submission, once: also of those that were not mine to open, in an
 * entry that looks the same from outside.
 *
 * @throws Refusal `try-again`, `not-signed-in`
 */
export async function noteSeen(
  log: JournalCopy,
  shelved: readonly Shelved[],
  me: MemberId,
  portal: Portal,
): Promise<void> {
  const unsaid = shelved.filter((one) => !isNoted(log, one.submission, me))
  if (unsaid.length === 0) return
  const reviewers = reviewersOf(portal.roster.roster, log.channel).map((one) => one.id)
  await log.open(
    reviewers,
    [],
    unsaid.some((one) => hasWaited(one, portal)),
  )
  // Until a colleague with the key lets me in, there is nothing I can say here.
  if (!log.joined) return
  await log.grantAnew(reviewers)
  for (const { submission, opened, foreign } of unsaid) {
    const { commitment, clearHash } = opened ?? foreign ?? { commitment: notMine, clearHash: notMine }
    await log.append(() =>
      isNoted(log, submission, me) ? null : { act: 'seen', submission, commitment, clear: clearHash },
    )
  }
}

/** What a channel's journal says about a submission. */
export function seenIn(log: JournalCopy | undefined, submission: SubmissionId): Seen {
  const by = new Set<MemberId>()
  const texts = new Set<string>()
  for (const { act, member } of log?.statements ?? []) {
    if (act.act !== 'seen' || act.submission !== submission || act.commitment === notMine) continue
    by.add(member)
    texts.add(`${act.commitment} ${act.clear}`)
  }
  return { by: [...by], conflict: texts.size > 1 }
}

function isNoted(log: JournalCopy, submission: SubmissionId, me: MemberId): boolean {
  return log.statements.some(({ act, member }) => act.act === 'seen' && act.submission === submission && member === me)
}
