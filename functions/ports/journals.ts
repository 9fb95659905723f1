import type { Day } from '../../domain/day.ts'
import type { SealedEntry } from '../../domain/journal.ts'
import type { ChannelId } from '../../domain/record.ts'

export interface Append {
  readonly channel: ChannelId
  readonly entry: SealedEntry
  /** Hash of `entry`. */
  readonly hash: string
  readonly day: Day
  readonly expires: Day
}

export type Appended =
  | { readonly appended: true }
  /** Somebody wrote first: what stands at this position now. */
  | { readonly appended: false; readonly winner: SealedEntry }

export interface Journals {
  /**
   * Append an entry if it follows the last one. Appending the same entry twice is one act. Position 0 opens the
   * journal in this channel.
   *
   * @throws Refusal `malformed` when the position lies beyond the next one, or the journal is in another channel
   * @throws Refusal `try-again` as everywhere
   */
  append(what: Append): Promise<Appended>
}
