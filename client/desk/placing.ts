import { sha256 } from '../../crypto/digest.ts'
import { caseJournalOf } from '../../crypto/journal.ts'
import { concat, toHex, toUtf8 } from '../../domain/bytes.ts'
import { foldCase } from '../../domain/clear/case.ts'
import { fromCheckedHex } from '../../domain/fields.ts'
import type { JournalId } from '../../domain/journal.ts'
import type { ChannelId, SubmissionId } from '../../domain/record.ts'
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

export function isOf(tip: ShelvedTip, { thread, fingerprint }: Whose): boolean {
  const own = whoseIs(tip)
  return own.thread === thread && own.fingerprint === fingerprint
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

/**
 * Where a tip belongs: the case of its own channel, or one that I already have of the same source in another channel,
 * or else a new one in its own channel.
 */
export async function findHome(
  whose: Whose,
  own: JournalCopy,
  journals: ReadonlyMap<JournalId, JournalCopy>,
  channels: readonly ChannelId[],
): Promise<JournalCopy> {
  if (own.begun) return own
  for (const channel of channels) {
    const other = journals.get(await caseJournalIn(channel, whose))
    if (other?.joined === true) return other
  }
  return own
}

/** Whether a journal says that a submission belongs to it. */
export function isAttached(home: JournalCopy | undefined, submission: SubmissionId): boolean {
  return home?.statements.some(({ act }) => act.act === 'attach' && act.submission === submission) ?? false
}

/**
 * Put a tip into its case: open the case if nobody has, change its key if the source struck somebody out or wrote to
 * somebody new, and say that the tip belongs to it.
 *
 * @param tips every tip of this source that I have opened
 * @throws Refusal `try-again`, `not-signed-in`
 */
export async function placeTip(
  home: JournalCopy,
  tip: ShelvedTip,
  tips: readonly ShelvedTip[],
  writer: Writer,
): Promise<void> {
  const excluded = [...new Set(tips.flatMap((one) => one.opened.tip.content.excluded))]
  const wanted = (): readonly MemberId[] => {
    const meant = new Set([...home.members, ...tips.flatMap((one) => one.opened.tip.content.panel)])
    const reviewers = reviewersOf(writer.portal.roster.roster, home.channel).map((one) => one.id)
    return reviewers.filter((one) => meant.has(one) && !excluded.includes(one))
  }
  await home.open(wanted(), excluded, hasWaited(tip, writer.portal))
  // Somebody opened it without me: the tip is shown by itself, and until it has waited nothing can be written.
  if (!home.joined) return
  await home.grantAnew(wanted(), () => foldCase(home.statements)?.state ?? 'received')
  const { submission, opened } = tip
  const { sequence, nonce } = opened.tip.statement
  await home.append(() =>
    isAttached(home, submission)
      ? null
      : {
          act: 'attach',
          submission,
          source: opened.source.fingerprint,
          sequence,
          nonce,
          tip: opened.statementHash,
        },
  )
}
