import { sha256 } from '../../crypto/digest.ts'
import { JournalKey, openEntry, openJournal, sealEntry } from '../../crypto/journal.ts'
import type { UnlockedMember } from '../../crypto/member.ts'
import type { Act, CaseState, EntryStatement } from '../../domain/clear/case.ts'
import { hashOfSealedEntry, type JournalId, type SealedEntry } from '../../domain/journal.ts'
import { limits } from '../../domain/limits.ts'
import type { ChannelId } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { MemberId } from '../../domain/roster.ts'
import type { Portal } from '../portal.ts'
import { Answered } from '../wire.ts'
import type { DeskSession } from './session.ts'

/** Who reads and writes here, and where. */
export interface Writer {
  readonly portal: Portal
  readonly session: DeskSession
  readonly key: UnlockedMember
}

/** What to write next, decided again after every entry that somebody else put first; `null`: nothing any more. */
export type NextAct = () => Promise<Act | null> | Act | null

/** Who may let me into a journal of which I cannot read what came before. */
export type Trusts = (member: MemberId) => boolean

/**
 * One journal as this member has it: entries in their order, read as far as they have come and as my keys reach.
 * Keys and members change only by an entry of somebody who was a member before it: authority goes by position.
 */
export class JournalCopy {
  readonly id: JournalId
  readonly channel: ChannelId
  readonly #writer: Writer
  readonly #trusts: Trusts
  readonly #sealed: SealedEntry[] = []
  /** Entries that came ahead of the one before them. */
  readonly #ahead = new Map<number, SealedEntry>()
  readonly #hashes: string[] = []
  /** The newest first. Older ones stay: entries sealed before a change of keys open with them. */
  readonly #keys: JournalKey[] = []
  readonly #statements: EntryStatement[] = []
  #members: readonly MemberId[] = []
  #unsound = 0

  constructor(id: JournalId, channel: ChannelId, writer: Writer, trusts: Trusts) {
    this.id = id
    this.channel = channel
    this.#writer = writer
    this.#trusts = trusts
  }

  /** Entries that opened and whose signatures hold, in order. */
  get statements(): readonly EntryStatement[] {
    return this.#statements
  }

  /** Whom the newest key was granted to. */
  get members(): readonly MemberId[] {
    return this.#members
  }

  /** How many entries should have opened and did not, or contradict the chain. */
  get unsound(): number {
    return this.#unsound
  }

  /** Whether there is any entry. */
  get begun(): boolean {
    return this.#hashes.length > 0
  }

  /** Whether I can read and write. */
  get joined(): boolean {
    return this.#members.includes(this.#writer.session.member.id)
  }

  /** Take an entry, from a feed or from an answer, and read on as far as entries are here. */
  async receive(entry: SealedEntry): Promise<void> {
    const known = this.#hashes[entry.position]
    if (known !== undefined) {
      // The portal shows two different entries for one place.
      if (known !== (await hashOfSealedEntry(entry, sha256))) this.#unsound++
      return
    }
    this.#ahead.set(entry.position, entry)
    for (;;) {
      const next = this.#ahead.get(this.#hashes.length)
      if (next === undefined) return
      this.#ahead.delete(next.position)
      await this.#read(next)
    }
  }

  /**
   * Open the journal for these members, unless somebody has. With `anew` also when somebody did and never let me in:
   * one who keeps a journal to themselves must not keep the others from theirs.
   *
   * @throws Refusal `excluded` when one of them is excluded; `try-again`
   */
  async open(granted: readonly MemberId[], excluded: readonly MemberId[], anew: boolean): Promise<void> {
    if (this.begun && (this.joined || !anew || !this.#names(granted))) return
    const { position, previous, ...about } = this.#place()
    const what = { ...about, granted, excluded, after: { position, previous } }
    const { entry } = await openJournal(what, this.#writer.key)
    await this.#send(entry)
  }

  /**
   * Make these the members: who is new gets the key; if somebody goes, the others get a new one, and what is written
   * from then on whoever went cannot read. `stateNow` is for those who then cannot read what came before.
   *
   * @throws Refusal `not-allowed`, `try-again`
   */
  async grantAnew(granted: readonly MemberId[], stateNow: () => CaseState = () => 'received'): Promise<void> {
    await this.#append(
      () => (sameMembers(this.#members, granted) ? null : { act: 'open', granted, state: stateNow() }),
      async (act) => {
        const { portal, key } = this.#writer
        const goes = this.#members.some((one) => !granted.includes(one))
        const brought = goes ? JournalKey.make() : this.#newest()
        const entry = await sealEntry(act, this.#place(), brought, key)
        return { ...entry, grants: await brought.grant(granted, portal.roster) }
      },
    )
  }

  /**
   * Append an act after whatever stands here when it arrives.
   *
   * @returns whether anything was written
   * @throws Refusal `not-allowed` when I do not hold the newest key; `try-again`
   */
  async append(next: NextAct): Promise<boolean> {
    return await this.#append(
      next,
      async (act) => await sealEntry(act, this.#place(), this.#newest(), this.#writer.key),
    )
  }

  async #append(next: NextAct, seal: (act: Act) => Promise<SealedEntry>): Promise<boolean> {
    for (let attempt = 0; attempt < limits.appendsMax; attempt++) {
      const act = await next()
      if (act === null) return false
      if (await this.#send(await seal(act))) return true
    }
    throw new Refusal('try-again')
  }

  /** @returns false when somebody else's entry stands there; it is read */
  async #send(entry: SealedEntry): Promise<boolean> {
    const before = this.#hashes.length
    try {
      await this.#writer.session.post('/api/desk/journals/append', { channel: this.channel, entry })
    } catch (trouble) {
      if (!(trouble instanceof Answered) || trouble.winner === null) throw trouble
      const { winner } = trouble
      if (winner.journal !== this.id || winner.position !== entry.position) throw new Refusal('try-again')
      await this.receive(winner)
      if (this.#hashes.length === before) throw new Refusal('try-again')
      return false
    }
    await this.receive(entry)
    return true
  }

  #newest(): JournalKey {
    const [newest] = this.#keys
    if (newest === undefined || !this.joined) throw new Refusal('not-allowed', 'You do not hold the key of this case.')
    return newest
  }

  #place() {
    const { portal, session } = this.#writer
    const position = this.#hashes.length
    return {
      journal: this.id,
      position,
      previous: this.#hashes[position - 1] ?? null,
      member: session.member.id,
      roster: portal.roster,
      now: portal.clock(),
    }
  }

  async #read(entry: SealedEntry): Promise<void> {
    const chained = entry.previous === (this.#hashes[entry.position - 1] ?? null)
    this.#hashes.push(await hashOfSealedEntry(entry, sha256))
    this.#sealed.push(entry)
    const brought = entry.grants.length === 0 ? null : await JournalKey.granted(entry, this.#writer.key)
    const keys = brought === null ? this.#keys : [brought, ...this.#keys]
    const statement = chained ? await this.#opened(entry, keys) : null
    if (statement === null) {
      // Without any key of this journal it is simply not mine to read.
      if (keys.length > 0 || !chained) this.#unsound++
      return
    }
    // Whoever I can read here has let me in. A key for me in which I am not named was made to shut me out.
    if (statement.act.act === 'open' && (brought === null || !this.#names(statement.act.granted))) {
      this.#unsound++
      return
    }
    if (brought !== null && this.#keys.length === 0) await this.#readBefore(entry.position, brought)
    this.#accept(statement, brought)
  }

  #names(granted: readonly MemberId[]): boolean {
    return granted.includes(this.#writer.session.member.id)
  }

  /** Whoever lets me in may bring the key that everything before was sealed under too. */
  async #readBefore(position: number, key: JournalKey): Promise<void> {
    for (const entry of this.#sealed.slice(0, position)) {
      const statement = await this.#opened(entry, [key])
      if (statement !== null) this.#accept(statement, null)
    }
  }

  #accept(statement: EntryStatement, brought: JournalKey | null): void {
    this.#statements.push(statement)
    const { act, position, member } = statement
    if (act.act !== 'open') return
    const first = position === 0 || (this.#members.length === 0 && this.#trusts(member))
    if (!first && !this.#members.includes(member)) return
    this.#members = act.granted
    if (brought !== null) this.#keys.unshift(brought)
  }

  async #opened(entry: SealedEntry, keys: readonly JournalKey[]): Promise<EntryStatement | null> {
    const { portal } = this.#writer
    for (const key of keys) {
      const opened = await this.#openedUnder(entry, key, portal.roster)
      if (opened !== null) return opened
    }
    // Whoever wrote it may have left: the rosters of their time still name them.
    for (const roster of keys.length === 0 ? [] : await portal.earlierRosters()) {
      for (const key of keys) {
        const opened = await this.#openedUnder(entry, key, roster)
        if (opened !== null) return opened
      }
    }
    return null
  }

  async #openedUnder(entry: SealedEntry, key: JournalKey, roster: Portal['roster']): Promise<EntryStatement | null> {
    try {
      return await openEntry(entry, key, roster, this.#writer.portal.clock())
    } catch (trouble) {
      if (trouble instanceof Refusal && trouble.code === 'bad-entry') return null
      throw trouble
    }
  }
}

function sameMembers(some: readonly MemberId[], others: readonly MemberId[]): boolean {
  return some.length === others.length && some.every((one) => others.includes(one))
}
