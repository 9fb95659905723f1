import { sha256 } from '../../crypto/digest.ts'
import { toHex, toUtf8 } from '../../domain/bytes.ts'
import { foldCase } from '../../domain/clear/case.ts'
import { addDays } from '../../domain/day.ts'
import type { JournalId } from '../../domain/journal.ts'
import type { ChannelId } from '../../domain/record.ts'
import type { MemberId, Policy } from '../../domain/roster.ts'
import { aliasOf } from './alias.ts'
import { type BookedCase, isUntouched, unread } from './booked.ts'
import { seenIn } from './channel-log.ts'
import type { JournalCopy } from './journal-copy.ts'
import { caseJournalIn, isAttached } from './placing.ts'
import type { ShelvedForeign } from './shelf.ts'

/**
 * The journal of the case of a text that was sealed elsewhere. It follows from the commitment to its session key, which
 * everybody who opened it can derive and the portal cannot: from the submission's id the portal would know the case.
 */
export async function foreignJournalOf({ channel, foreign }: ShelvedForeign): Promise<JournalId> {
  const thread = await sha256(toUtf8(`safehand/foreign-thread\n${foreign.commitment}`))
  return await caseJournalIn(channel, toHex(thread))
}

/** The cases of texts that were sealed elsewhere: each text is one, and everybody of its channel is in it. */
export class ForeignCases {
  readonly #texts = new Map<JournalCopy, ShelvedForeign[]>()
  readonly #reviewers: (channel: ChannelId) => readonly MemberId[]

  constructor(reviewers: (channel: ChannelId) => readonly MemberId[]) {
    this.#reviewers = reviewers
  }

  get count(): number {
    return [...this.#texts.values()].flat().length
  }

  add(it: ShelvedForeign, home: JournalCopy): void {
    this.#texts.set(home, [...(this.#texts.get(home) ?? []), it])
  }

  /**
   * Put each text into its case: open it unless somebody has, and say that the text belongs to it.
   *
   * @throws Refusal `try-again`, `not-signed-in`
   */
  async place(): Promise<void> {
    for (const [home, texts] of this.#texts) {
      for (const one of texts) if (!isAttached(home, one.submission)) await this.#placeOne(home, one)
    }
  }

  booked(policy: Policy, logOf: (channel: ChannelId) => JournalCopy | undefined): BookedCase[] {
    return [...this.#texts].flatMap(([home, [first, ...others]]) =>
      first === undefined ? [] : [bookedCase(home, [first, ...others], policy, logOf(home.channel))],
    )
  }

  async #placeOne(home: JournalCopy, { channel, submission, foreign }: ShelvedForeign): Promise<void> {
    const reviewers = this.#reviewers(channel)
    await home.open(reviewers, [])
    if (!home.joined) return
    await home.grantAnew(reviewers, () => foldCase(home.statements)?.state ?? 'received')
    await home.append(() =>
      isAttached(home, submission) ? null : { act: 'foreign', submission, clear: foreign.clearHash },
    )
  }
}

function bookedCase(
  home: JournalCopy,
  texts: readonly [ShelvedForeign, ...ShelvedForeign[]],
  policy: Policy,
  log: JournalCopy | undefined,
): BookedCase {
  const [first] = texts
  const folded = foldCase(home.statements) ?? unread(home.id, first.day, null)
  return {
    journal: home.id,
    channel: home.channel,
    alias: aliasOf(home.id),
    day: texts.at(-1)?.day ?? first.day,
    acknowledgeBy: addDays(first.day, policy.acknowledgeDays),
    folded,
    tips: [],
    foreign: texts.map(({ foreign, submission, record, day }) => {
      const { by, conflict } = seenIn(log, submission)
      return { ...foreign, submission, record, day, seenBy: by, conflict }
    }),
    joined: home.joined,
    untouched: isUntouched(folded),
    unsoundEntries: home.unsound,
    undelivered: 0,
  }
}
