import type { JournalId } from '../../domain/journal.ts'
import type { ChannelId, SubmissionId } from '../../domain/record.ts'
import type { MemberId } from '../../domain/roster.ts'
import { byArrival } from './booked.ts'
import type { JournalCopy } from './journal-copy.ts'
import { caseJournalIn, isAttached, type Placed, whoseIs } from './placing.ts'
import type { ShelvedTip } from './shelf.ts'

/** The copies of journals that a book has. */
export interface Copies {
  known(journal: JournalId): JournalCopy | undefined
  /** The same, begun empty when there is none. */
  of(journal: JournalId, channel: ChannelId): JournalCopy
}

/**
 * The case that each tip belongs to. It is worked out here, in memory, and told to nobody: an entry that a follow-up
 * causes by arriving would show the portal which case, and so which earlier tip, it belongs to.
 */
export class Homes {
  /** The journals that a tip's source may have, by channel. */
  readonly #places = new Map<SubmissionId, ReadonlyMap<ChannelId, JournalId>>()
  /** Of every journal that a tip of mine may belong to: whom the source sealed to, who may let me in. */
  readonly #panels = new Map<JournalId, Set<MemberId>>()
  #homes: ReadonlyMap<SubmissionId, JournalCopy> = new Map()

  /** Learn of a tip. `channels` are mine. */
  async note(tip: ShelvedTip, channels: readonly ChannelId[]): Promise<void> {
    const places = new Map<ChannelId, JournalId>()
    for (const channel of new Set([...channels, tip.channel])) {
      const journal = await caseJournalIn(channel, whoseIs(tip))
      places.set(channel, journal)
      this.#panels.set(journal, new Set([...(this.#panels.get(journal) ?? []), ...tip.opened.tip.content.panel]))
    }
    this.#places.set(tip.submission, places)
  }

  /** Whether a source sealed to this member something that may belong to this journal. */
  trusts(journal: JournalId, member: MemberId): boolean {
    return this.#panels.get(journal)?.has(member) ?? false
  }

  /** What belongs to a case, of these tips. */
  placed(tips: readonly ShelvedTip[]): (home: JournalCopy) => Placed {
    const inOrder = [...tips].sort(byArrival)
    const byHome = grouped(inOrder, (one) => this.#homes.get(one.submission))
    const bySource = grouped(inOrder, nameOf)
    return (home) => {
      const own = byHome.get(home) ?? []
      const [first] = own
      return { home, tips: own, ofSource: first === undefined ? [] : (bySource.get(nameOf(first)) ?? []) }
    }
  }

  of(submission: SubmissionId): JournalCopy | undefined {
    return this.#homes.get(submission)
  }

  /** Find the home of each noted tip anew: colleagues may have begun its case meanwhile. */
  find(tips: readonly ShelvedTip[], copies: Copies): void {
    const inOrder = [...tips].sort(byArrival)
    /** Of each source, the case that nobody has begun. What a member looks at keeps its place. */
    const unbegun = new Map<string, JournalCopy>()
    const noteUnbegun = (tip: ShelvedTip, home: JournalCopy | undefined): void => {
      const whose = nameOf(tip)
      if (home?.begun === false && !unbegun.has(whose)) unbegun.set(whose, home)
    }
    for (const tip of inOrder) noteUnbegun(tip, this.#homes.get(tip.submission))
    const homes = new Map<SubmissionId, JournalCopy>()
    for (const tip of inOrder) {
      const home = this.#homeOf(tip, unbegun.get(nameOf(tip)), copies)
      if (home === undefined) continue
      homes.set(tip.submission, home)
      noteUnbegun(tip, home)
    }
    this.#homes = homes
  }

  /**
   * The case that somebody put the tip into; or the one of its own channel, if it is begun; or one of the same source
   * that I have in another channel; or that which an earlier tip of the source waits in; or a new one.
   */
  #homeOf(tip: ShelvedTip, unbegun: JournalCopy | undefined, copies: Copies): JournalCopy | undefined {
    const before = this.#homes.get(tip.submission)
    if (isAttached(before, tip.submission)) return before
    const places = this.#places.get(tip.submission)
    const journal = places?.get(tip.channel)
    if (places === undefined || journal === undefined) return undefined
    const own = copies.of(journal, tip.channel)
    if (own.begun) return own
    const joined = [...places.values()].map((one) => copies.known(one)).find((one) => one?.joined === true)
    return joined ?? unbegun ?? own
  }
}

function nameOf(tip: ShelvedTip): string {
  const { thread, fingerprint } = whoseIs(tip)
  return `${thread} ${fingerprint}`
}

function grouped<Name>(tips: readonly ShelvedTip[], nameIn: (tip: ShelvedTip) => Name): Map<Name, ShelvedTip[]> {
  const groups = new Map<Name, ShelvedTip[]>()
  for (const tip of tips) {
    const group = groups.get(nameIn(tip))
    if (group === undefined) groups.set(nameIn(tip), [tip])
    else group.push(tip)
  }
  return groups
}
