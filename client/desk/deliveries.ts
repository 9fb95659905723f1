import { type Bytes, concat } from '../../domain/bytes.ts'
import type { JournalId } from '../../domain/journal.ts'
import type { JournalCopy, Writer } from './journal-copy.ts'

interface Waiting {
  readonly journal: JournalId
  /** Batches of one reply that the portal has not taken yet. */
  batches: readonly Bytes[]
}

/** Replies that stand in a journal and are on their way to the portal, the oldest first. */
export class Deliveries {
  readonly #session: Writer['session']
  readonly #waiting: Waiting[] = []
  /** Replies of which nobody said whether they stand in their journal, by their hash. */
  readonly #unsure = new Map<string, Waiting>()

  constructor({ session }: Pick<Writer, 'session'>) {
    this.#session = session
  }

  /** Take a reply's slots, in batches of the size of a drop. */
  add(journal: JournalId, batches: readonly (readonly Bytes[])[]): void {
    this.#waiting.push({ journal, batches: batches.map((slots) => concat(...slots)) })
  }

  /** The same for a reply that was written while the answer of the portal was lost. */
  addUnsure(hash: string, journal: JournalId, batches: readonly (readonly Bytes[])[]): void {
    this.#unsure.set(hash, { journal, batches: batches.map((slots) => concat(...slots)) })
  }

  /** Take up those that do stand in their journal, now that it was read again. */
  takeUp(journals: ReadonlyMap<JournalId, Pick<JournalCopy, 'statements'>>): void {
    for (const [hash, one] of this.#unsure) {
      const said = journals.get(one.journal)?.statements ?? []
      if (!said.some(({ act }) => act.act === 'reply' && act.hash === hash)) continue
      this.#unsure.delete(hash)
      this.#waiting.push(one)
    }
  }

  /** How many replies of a case still wait. */
  waitingFor(journal: JournalId): number {
    return this.#waiting.filter((one) => one.journal === journal).length
  }

  /**
   * Post what waits. The same batch twice is one act, so what was cut off is simply posted again.
   *
   * @throws Refusal `try-again`, `not-signed-in`
   */
  async deliver(): Promise<void> {
    for (let reply = this.#waiting[0]; reply !== undefined; reply = this.#waiting[0]) {
      for (let slots = reply.batches[0]; slots !== undefined; slots = reply.batches[0]) {
        await this.#session.post('/api/desk/slots', { slots })
        reply.batches = reply.batches.slice(1)
      }
      this.#waiting.shift()
    }
  }
}
