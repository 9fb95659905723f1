import { sha256 } from '../../crypto/digest.ts'
import { exportMessage } from '../../crypto/envelope.ts'
import type { UnlockedMember } from '../../crypto/member.ts'
import type { Bytes } from '../../domain/bytes.ts'
import type { Day, Instant } from '../../domain/day.ts'
import type { Cursor, FeedRow } from '../../domain/feed.ts'
import { channelJournalOf, type JournalId } from '../../domain/journal.ts'
import { limits } from '../../domain/limits.ts'
import type { ChannelId, SubmissionId } from '../../domain/record.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import { type MemberId, reviewersOf } from '../../domain/roster.ts'
import type { Portal } from '../portal.ts'
import { type BookedCase, bookedCase, byUrgency } from './booked.ts'
import { noteSeen, seenIn } from './channel-log.ts'
import { Deliveries } from './deliveries.ts'
import { ForeignCases } from './foreign-cases.ts'
import { Homes } from './homes.ts'
import { JournalCopy, type NextAct, type Writer } from './journal-copy.ts'
import { settle } from './placing.ts'
import type { DeskSession } from './session.ts'
import { hasWaited, isForeign, isTip, type Shelved, type ShelvedTip, shelve } from './shelf.ts'
import { pagesAfter } from './sync.ts'

export type { BookedCase, BookedForeign, BookedTip } from './booked.ts'

/** A submission of my channels that is not mine to open, or that did not open. */
export interface Unopened {
  readonly submission: SubmissionId
  readonly channel: ChannelId
  readonly day: Day
  readonly seenBy: readonly MemberId[]
  /** Nobody has opened it within `policy.seenDays`: undeliverable, spam or tampered. */
  readonly overdue: boolean
  /** `null` when it was simply not sealed to me. */
  readonly trouble: RefusalCode | null
}

export interface SyncReport {
  /** How many rows came. */
  readonly rows: number
  readonly newTips: number
}

/** All that a signed-in member knows: kept in memory, gone with the page. One call at a time. */
export interface CaseBook {
  readonly me: MemberId
  readonly writer: Writer
  /** Replies on their way to the portal. */
  readonly deliveries: Deliveries
  /** Cases, the most urgent first. */
  readonly cases: readonly BookedCase[]
  readonly unopened: readonly Unopened[]
  find(journal: JournalId): BookedCase | null
  /**
   * Fetch what is new, open what is mine, and say in the channel's journal what I have seen. Which case a tip belongs
   * to is shown and not written: that waits for an act. Cut off anywhere, the next call goes on.
   *
   * @throws Refusal `not-signed-in`, `try-again`, `malformed` when a feed has a gap; those of `Portal.refresh`
   */
  sync(): Promise<SyncReport>
  /**
   * Append an act to a case, decided again after everything that others wrote meanwhile. Before it the case is opened,
   * if it is not, and the tips that wait are put into it.
   *
   * @throws Refusal `not-allowed` when I lack its key; `try-again`; what `next` throws
   */
  append(journal: JournalId, next: NextAct): Promise<void>
  /** A submission as a message that other OpenPGP programs open with my key. @throws Refusal `cannot-open` */
  exported(submission: SubmissionId): Promise<Bytes>
  /** Post the slots that have not reached the portal yet. @throws Refusal `try-again`, `not-signed-in` */
  deliver(): Promise<void>
}

/** Begin an empty book. `sync` fills it. */
export async function openCaseBook(portal: Portal, key: UnlockedMember, session: DeskSession): Promise<CaseBook> {
  const { instance } = portal.roster.roster
  const logs = new Map<ChannelId, JournalId>()
  for (const channel of session.member.channels) logs.set(channel, await channelJournalOf(instance, channel, sha256))
  return new Book({ portal, key, session }, logs)
}

class Book implements CaseBook {
  readonly me: MemberId
  readonly writer: Writer
  readonly deliveries: Deliveries
  /** The journal of each of my channels. */
  readonly #logs: ReadonlyMap<ChannelId, JournalId>
  readonly #journals = new Map<JournalId, JournalCopy>()
  readonly #shelf = new Map<SubmissionId, Shelved>()
  readonly #homes = new Homes()
  readonly #foreign: ForeignCases
  #cursor: Cursor = {}
  #rosterSeen: Instant

  constructor(writer: Writer, logs: ReadonlyMap<ChannelId, JournalId>) {
    this.writer = writer
    this.me = writer.session.member.id
    this.deliveries = new Deliveries(writer)
    this.#foreign = new ForeignCases(writer)
    this.#logs = logs
    this.#rosterSeen = writer.portal.clock()
  }

  get cases(): readonly BookedCase[] {
    const about = { writer: this.writer, logOf: (channel: ChannelId) => this.#logOf(channel) }
    const placedIn = this.#homes.placed(this.#tips())
    const ofTips = [...this.#tipsByCase()].flatMap(([home, [first, ...others]]) => {
      if (first === undefined) return []
      const undelivered = this.deliveries.waitingFor(home.id)
      return [bookedCase({ placed: placedIn(home), first, others, undelivered }, about)]
    })
    return [...ofTips, ...this.#foreign.booked(about.logOf)].sort(byUrgency)
  }

  get unopened(): readonly Unopened[] {
    return [...this.#shelf.values()]
      .filter((one) => !isTip(one) && !isForeign(one))
      .map((shelved) => {
        const { submission, channel, day, trouble } = shelved
        const { by } = seenIn(this.#logOf(channel), submission)
        const overdue = by.length === 0 && hasWaited(shelved, this.writer.portal)
        return { submission, channel, day, seenBy: by, overdue, trouble }
      })
  }

  find(journal: JournalId): BookedCase | null {
    return this.cases.find((one) => one.journal === journal) ?? null
  }

  async sync(): Promise<SyncReport> {
    await this.#lookAtRoster()
    let rows = 0
    const before = this.#opened()
    for await (const page of pagesAfter(this.writer.session, this.#cursor)) {
      for (const row of page.rows) await this.#take(row, page.channel)
      this.#cursor = page.cursor
      rows += page.rows.length
    }
    this.deliveries.takeUp(this.#journals)
    await this.#noteSeen()
    this.#homes.find(this.#tips(), {
      known: (journal) => this.#journals.get(journal),
      of: (journal, channel) => this.#copyOf(journal, channel),
    })
    return { rows, newTips: this.#opened() - before }
  }

  async append(journal: JournalId, next: NextAct): Promise<void> {
    const copy = this.#journals.get(journal)
    if (copy === undefined) throw new Refusal('not-allowed')
    const isLog = this.#logs.get(copy.channel) === journal
    if (this.#foreign.holds(copy)) await this.#foreign.settle(copy)
    else if (!isLog) await settle(this.#homes.placed(this.#tips())(copy), this.writer)
    await copy.append(next)
  }

  async exported(submission: SubmissionId): Promise<Bytes> {
    const shelved = this.#shelf.get(submission)
    if (shelved === undefined) throw new Refusal('cannot-open')
    return await exportMessage(shelved.envelope, this.writer.key)
  }

  async deliver(): Promise<void> {
    await this.deliveries.deliver()
  }

  /** Who may read and write can change while a desk stays open. */
  async #lookAtRoster(): Promise<void> {
    const { portal } = this.writer
    if (portal.clock() - this.#rosterSeen < limits.rosterLookMs) return
    await portal.refresh()
    this.#rosterSeen = portal.clock()
  }

  /** A row that was taken before changes nothing: a sync that was cut off may bring it again. */
  async #take(row: FeedRow, channel: ChannelId): Promise<void> {
    if (row.kind === 'entry') await this.#copyOf(row.entry.journal, channel).receive(row.entry)
    if (row.kind === 'submission' && !this.#shelf.has(row.record.id)) {
      const shelved = await shelve(row, channel, this.writer)
      this.#shelf.set(shelved.submission, shelved)
      if (isTip(shelved)) await this.#homes.note(shelved, [...this.#logs.keys()])
      if (isForeign(shelved)) {
        await this.#foreign.note(shelved, (journal) => this.#copyOf(journal, shelved.channel))
      }
    }
  }

  async #noteSeen(): Promise<void> {
    for (const [channel, journal] of this.#logs) {
      const shelved = [...this.#shelf.values()].filter((one) => one.channel === channel)
      if (shelved.length > 0) await noteSeen(this.#copyOf(journal, channel), shelved, this.me, this.writer.portal)
    }
  }

  /** How many submissions I have opened. */
  #opened(): number {
    return this.#tips().length + this.#foreign.count
  }

  /** A tip is shown in its home, and in every other case whose members put it there too. */
  #tipsByCase(): ReadonlyMap<JournalCopy, readonly ShelvedTip[]> {
    const found = new Map<JournalCopy, Map<SubmissionId, ShelvedTip>>()
    const show = (home: JournalCopy, tip: ShelvedTip): void => {
      found.set(home, (found.get(home) ?? new Map<SubmissionId, ShelvedTip>()).set(tip.submission, tip))
    }
    for (const copy of this.#journals.values()) {
      for (const { act } of copy.statements) {
        const shelved = act.act === 'attach' ? this.#shelf.get(act.submission) : undefined
        if (shelved !== undefined && isTip(shelved)) show(copy, shelved)
      }
    }
    for (const tip of this.#tips()) {
      const home = this.#homes.of(tip.submission)
      if (home !== undefined) show(home, tip)
    }
    return new Map([...found].map(([home, tips]) => [home, [...tips.values()]]))
  }

  #tips(): ShelvedTip[] {
    return [...this.#shelf.values()].filter(isTip)
  }

  #copyOf(journal: JournalId, channel: ChannelId): JournalCopy {
    const known = this.#journals.get(journal)
    if (known !== undefined) return known
    const isLog = this.#logs.get(channel) === journal
    const copy = new JournalCopy(journal, channel, this.writer, (member) =>
      isLog || this.#foreign.isOf(journal)
        ? this.#reviewers(channel).includes(member)
        : this.#homes.trusts(journal, member),
    )
    this.#journals.set(journal, copy)
    return copy
  }

  #logOf(channel: ChannelId): JournalCopy | undefined {
    const journal = this.#logs.get(channel)
    return journal === undefined ? undefined : this.#journals.get(journal)
  }

  #reviewers(channel: ChannelId): readonly MemberId[] {
    return reviewersOf(this.writer.portal.roster.roster, channel).map((one) => one.id)
  }
}
