import { sha256 } from '../../crypto/digest.ts'
import { toHex, toUtf8 } from '../../domain/bytes.ts'
import { foldCase } from '../../domain/clear/case.ts'
import { addDays } from '../../domain/day.ts'
import type { JournalId } from '../../domain/journal.ts'
import type { ChannelId } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type MemberId, reviewersOf } from '../../domain/roster.ts'
import { aliasOf } from './alias.ts'
import { type BookedCase, isUntouched, unread } from './booked.ts'
import { seenIn } from './channel-log.ts'
import type { JournalCopy, Writer } from './journal-copy.ts'
import { caseJournalIn, isAttached } from './placing.ts'
import { hasWaited, type ShelvedForeign } from './shelf.ts'

/**
 * The journal of the case of a text that was sealed elsewhere. It follows from the commitment to its session key, which
 * everybody who opened it can derive and the portal cannot: from the submission's id the portal would know the case.
 */
async function foreignJournalOf({ channel, foreign }: ShelvedForeign): Promise<JournalId> {
  const thread = await sha256(toUtf8(`safehand/foreign-thread\n${foreign.commitment}`))
  return await caseJournalIn(channel, { thread: toHex(thread), fingerprint: '' })
}

/**
 * The cases of texts that were sealed elsewhere: each text is one, and everybody of its channel is in it. As with tips,
 * nothing is written because one came: only together with an act of a person.
 */
export class ForeignCases {
  readonly #texts = new Map<JournalCopy, ShelvedForeign[]>()
  readonly #journals = new Set<JournalId>()
  readonly #writer: Writer

  constructor(writer: Writer) {
    this.#writer = writer
  }

  get count(): number {
    return [...this.#texts.values()].flat().length
  }

  /** Learn of a text. `copyOf` gives the book's copy of a journal. */
  async note(it: ShelvedForeign, copyOf: (journal: JournalId) => JournalCopy): Promise<void> {
    const journal = await foreignJournalOf(it)
    // First, because a copy of such a journal believes other people than a copy of a tip's.
    this.#journals.add(journal)
    const home = copyOf(journal)
    this.#texts.set(home, [...(this.#texts.get(home) ?? []), it])
  }

  /** Whether a journal is that of such a text. */
  isOf(journal: JournalId): boolean {
    return this.#journals.has(journal)
  }

  holds(home: JournalCopy): boolean {
    return this.#texts.has(home)
  }

  /**
   * Make a case ready for an act: open it unless somebody has, and put its text into it.
   *
   * @throws Refusal `not-allowed` when others have its key and I do not; `try-again`, `not-signed-in`
   */
  async settle(home: JournalCopy): Promise<void> {
    const texts = this.#texts.get(home) ?? []
    if (!this.#mayWrite(home, texts)) throw new Refusal('not-allowed', 'You do not hold the key of this case.')
    const reviewers = this.#reviewers(home.channel)
    await home.open(reviewers, [], this.#haveWaited(texts))
    await home.grantAnew(reviewers, () => foldCase(home.statements)?.state ?? 'received')
    for (const { submission, foreign } of texts) {
      await home.append(() =>
        isAttached(home, submission) ? null : { act: 'foreign', submission, clear: foreign.clearHash },
      )
    }
  }

  booked(logOf: (channel: ChannelId) => JournalCopy | undefined): BookedCase[] {
    return [...this.#texts].flatMap(([home, [first, ...others]]) =>
      first === undefined ? [] : [this.#bookedCase(home, [first, ...others], logOf(home.channel))],
    )
  }

  #bookedCase(
    home: JournalCopy,
    texts: readonly [ShelvedForeign, ...ShelvedForeign[]],
    log: JournalCopy | undefined,
  ): BookedCase {
    const [first] = texts
    const members = this.#reviewers(home.channel)
    const folded = foldCase(home.statements) ?? unread(home, first.day, { source: null, members })
    return {
      journal: home.id,
      channel: home.channel,
      alias: aliasOf(home.id),
      day: texts.at(-1)?.day ?? first.day,
      acknowledgeBy: addDays(first.day, this.#writer.portal.roster.roster.policy.acknowledgeDays),
      folded,
      source: '',
      tips: [],
      foreign: texts.map(({ foreign, submission, record, day }) => {
        const { by, conflict } = seenIn(log, submission)
        return { ...foreign, submission, record, day, seenBy: by, conflict }
      }),
      joined: this.#mayWrite(home, texts),
      members,
      untouched: isUntouched(folded),
      unsoundEntries: home.unsound,
      undelivered: 0,
    }
  }

  #mayWrite(home: JournalCopy, texts: readonly ShelvedForeign[]): boolean {
    if (home.joined) return true
    const { id, channels } = this.#writer.session.member
    return (
      (!home.begun || this.#haveWaited(texts)) &&
      channels.includes(home.channel) &&
      this.#reviewers(home.channel).includes(id)
    )
  }

  #haveWaited(texts: readonly ShelvedForeign[]): boolean {
    return texts.some((one) => hasWaited(one, this.#writer.portal))
  }

  #reviewers(channel: ChannelId): readonly MemberId[] {
    return reviewersOf(this.#writer.portal.roster.roster, channel).map((one) => one.id)
  }
}
