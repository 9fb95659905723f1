import type { Bytes } from '../../domain/bytes.ts'
import type { Day } from '../../domain/day.ts'
import type { MemberId } from '../../domain/roster.ts'

/** Who posts, and how many batches a day that member may post. */
export interface Allowance {
  readonly member: MemberId
  readonly most: number
}

export interface Slots {
  /**
   * Keep a batch of slots until they are published. The same batch twice is one act.
   *
   * @throws Refusal `enough-today` when the member has posted as many batches on this day as the allowance says
   */
  keep(batch: readonly Bytes[], batchId: string, expires: Day, allowance: Allowance): Promise<void>
}

export interface Drops {
  /** Whether any slot waits. */
  waiting(): Promise<boolean>
  /**
   * Make the next drop of waiting slots in random order, filled up by `fill`, in one transaction. Two publishers at
   * once, or one killed anywhere, publish every slot once.
   *
   * @returns the drop's number, or `null` when another publisher was faster
   */
  make(day: Day, fill: () => Bytes): Promise<number | null>
  /** The octets of a made drop. */
  find(number: number): Promise<Bytes | null>
  /** The number that the next drop will have. The first drop is number 0. */
  next(): Promise<number>
  /** How many drops were made on a day. The publisher compares it with the hours of publication that have passed. */
  madeOn(day: Day): Promise<number>
}
