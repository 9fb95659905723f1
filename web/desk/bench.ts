import { measureReply, reply, setState } from '../../client/desk/acts.ts'
import { type BookedCase, type CaseBook, openCaseBook } from '../../client/desk/case-book.ts'
import { type DeskSession, signIn } from '../../client/desk/session.ts'
import { connect, type Portal } from '../../client/portal.ts'
import type { Surroundings } from '../../client/wire.ts'
import { fingerprintOfLocked } from '../../crypto/locked-key.ts'
import { unlock } from '../../crypto/member.ts'
import { dayOf } from '../../domain/day.ts'
import type { JournalId } from '../../domain/journal.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { MemberId } from '../../domain/roster.ts'
import { deliveryByDay } from './delivery.ts'
import { Handles } from './handles.ts'
import type { AskName, Asks, CaseView, KeyOwner, Refused, Signed, Tell, Trusting } from './protocol.ts'
import { SlotWatch } from './slot-watch.ts'
import { caseView, queueView, type Setting, signedView, warningsView } from './views.ts'

/** Everything of one signed-in member. */
interface Inside {
  readonly portal: Portal
  readonly session: DeskSession
  readonly book: CaseBook
  readonly watch: SlotWatch
}

/**
 * The desk behind the page: it holds the key, the session and all that was opened, and answers the page's questions.
 * It touches no page, so the same code runs in a worker and in a test.
 */
export class Bench {
  readonly #surroundings: Surroundings
  readonly #heard: (tell: Tell) => void
  #trust: Trusting | null = null
  #portal: Promise<Portal> | null = null
  #in: Inside | null = null
  /** The case that the page shows. */
  #open: JournalId | null = null
  /** What was told last, so that only news is told. */
  readonly #told = new Map<Tell['what'], string>()
  readonly #handles = new Handles()
  /** One act at a time: a sync must not meet a reply halfway. */
  #turn: Promise<unknown> = Promise.resolve()
  /** The look under way: over a slow line the next one does not queue up behind it. */
  #looking: Promise<void> | null = null

  constructor(surroundings: Surroundings, heard: (tell: Tell) => void) {
    this.#surroundings = surroundings
    this.#heard = heard
  }

  /** Answers by the name of the question. @throws Refusal with the codes of `client/desk` */
  readonly answers: { readonly [N in AskName]: (ask: Asks[N]['ask']) => Promise<Asks[N]['answer']> } = {
    connect: async (trust) => {
      this.#trust = trust
      await this.#connected()
      return null
    },
    look: async ({ key }) => await this.#ownerOf(key),
    unlock: async ({ key, passphrase }) => await this.#unlock(key, passphrase),
    sync: async () => {
      await this.sync()
      return null
    },
    open: async ({ journal }) => {
      this.#open = journal
      this.#told.delete('case')
      const it = journal === null ? null : this.#signedIn().book.find(journal)
      return it === null ? null : this.#view(it)
    },
    measure: async ({ journal, ...draft }) => ({ parts: await measureReply(this.#signedIn().book, journal, draft) }),
    reply: async ({ journal, text, showState }) =>
      await this.#inTurn(async () => {
        const { book, watch } = this.#signedIn()
        const before = this.#lastReply(journal)
        await watch.begin()
        const trouble = await caught(async () => {
          await reply(book, journal, { text, showState })
        })
        const written = this.#lastReply(journal)
        if (written !== null && written !== before) {
          // Once it stands in the journal it is said. What is left of it goes out with the next looks, and saying it
          // again would be a second reply.
          watch.belongsTo([written])
        } else if (trouble !== null) throw trouble.thrown
        this.#tellQueue()
        return this.#viewOf(journal)
      }),
    state: async ({ journal, to, reason }) =>
      await this.#inTurn(async () => {
        await setState(this.#signedIn().book, journal, to, reason)
        this.#tellQueue()
        return this.#viewOf(journal)
      }),
    leave: async () => {
      const { session } = this.#signedIn()
      this.#in = null
      await session.end()
      return null
    },
  }

  /** Look for what is new, deliver what was not delivered, and tell the page. Never refuses; trouble is told. */
  async sync(): Promise<void> {
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null
    })
    await this.#looking
  }

  async #look(): Promise<void> {
    await this.#inTurn(async () => {
      if (this.#in === null) return
      const { portal, book, watch } = this.#in
      const trouble = await caught(async () => {
        await book.sync()
        await watch.look()
        await this.#handles.learn(portal, book.cases)
        // Last: what may not be posted any more today must not hide what has come.
        await this.#deliver(book, watch)
      })
      // A session that was ended meanwhile tells nothing any more.
      if (this.#in === null) return
      this.#tellQueue()
      this.#tell({ what: 'checked', trouble: trouble === null ? null : refusedBy(trouble.thrown) })
    })
  }

  async #connected(): Promise<Portal> {
    if (this.#trust === null) throw new Refusal('try-again')
    this.#portal ??= connect({ ...this.#trust, site: null }, this.#surroundings)
    try {
      const portal = await this.#portal
      this.#tell({ what: 'checked', trouble: null })
      return portal
    } catch (thrown) {
      this.#portal = null
      this.#tell({ what: 'checked', trouble: refusedBy(thrown) })
      throw thrown
    }
  }

  async #ownerOf(armored: string): Promise<KeyOwner> {
    const fingerprint = await fingerprintOfLocked(armored)
    const portal = await this.#connected()
    for (const { id, handle } of portal.roster.roster.members) {
      if ((await portal.roster.certificateOf(id)).fingerprint === fingerprint) return { fingerprint, handle }
    }
    return { fingerprint, handle: null }
  }

  async #unlock(armored: string, passphrase: string): Promise<Signed> {
    const portal = await this.#connected()
    const key = await unlock(armored, passphrase)
    await portal.refresh()
    const watch = new SlotWatch(portal)
    const session = watch.watched(await signIn(portal, key))
    const book = await openCaseBook(portal, key, session)
    this.#in = { portal, session, book, watch }
    return signedView(session.member, key.fingerprint, portal.roster.roster)
  }

  async #deliver(book: CaseBook, watch: SlotWatch): Promise<void> {
    const late = book.cases.filter((one) => one.undelivered > 0)
    if (late.length === 0) return
    const replies = late.flatMap((one) => unsentOf(one, book.me))
    await watch.begin()
    await book.deliver()
    watch.belongsTo(replies)
  }

  /** Hash of the newest reply of mine in a case. */
  #lastReply(journal: JournalId): string | null {
    const { book } = this.#signedIn()
    return book.find(journal)?.folded.replies.findLast((one) => one.by === book.me)?.hash ?? null
  }

  #tellQueue(): void {
    if (this.#in === null) return
    const { book } = this.#in
    this.#tell({ what: 'queue', rows: queueView(book, this.#setting(null)), warnings: warningsView(book.unopened) })
    const open = this.#open === null ? null : book.find(this.#open)
    if (open !== null) this.#tell({ what: 'case', view: this.#view(open) })
  }

  #tell(tell: Tell): void {
    const print = JSON.stringify(tell)
    if (this.#told.get(tell.what) === print) return
    this.#told.set(tell.what, print)
    this.#heard(tell)
  }

  #viewOf(journal: JournalId): CaseView {
    const it = this.#signedIn().book.find(journal)
    if (it === null) throw new Refusal('not-allowed')
    return this.#view(it)
  }

  #view(it: BookedCase): CaseView {
    return caseView(it, this.#setting(it))
  }

  #setting(it: BookedCase | null): Setting {
    const { portal, book, watch } = this.#signedIn()
    const today = dayOf(portal.clock())
    const unsent = it === null ? [] : unsentOf(it, book.me)
    const { publishAt } = portal.roster.roster.policy
    return {
      me: book.me,
      today,
      roster: portal.roster.roster,
      handleOf: (member) => this.#handles.of(member),
      deliveryOf: (hash, day) =>
        unsent.includes(hash) ? 'unsent' : (watch.stateOf(hash) ?? deliveryByDay(day, publishAt, portal.clock())),
    }
  }

  #signedIn(): Inside {
    if (this.#in === null) throw new Refusal('not-signed-in')
    return this.#in
  }

  async #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(act)
    this.#turn = mine.catch(() => undefined)
    return await mine
  }
}

/** A refusal as it may be shown. The text of anything unexpected is shown to nobody. */
export function refusedBy(thrown: unknown): Refused {
  if (thrown instanceof Refusal) return { code: thrown.code, says: thrown.message }
  return { code: 'bug', says: 'Something broke in the desk. Lock it and unlock your key again; nothing sent is lost.' }
}

/** My replies that stand in the journal and were not posted yet: the newest ones. */
function unsentOf(it: BookedCase, me: MemberId): readonly string[] {
  if (it.undelivered === 0) return []
  return it.folded.replies
    .filter((one) => one.by === me)
    .slice(-it.undelivered)
    .map((one) => one.hash)
}

async function caught(act: () => Promise<void>): Promise<{ readonly thrown: unknown } | null> {
  try {
    await act()
    return null
  } catch (thrown) {
    return { thrown }
  }
}
