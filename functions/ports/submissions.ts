import type { Bytes } from '../../domain/bytes.ts'
import type { Day } from '../../domain/day.ts'
import type { Receipt } from '../../domain/receipt.ts'
import type { SubmissionRecord } from '../../domain/record.ts'

/** An envelope that intake accepts. */
export interface Submission {
  readonly record: SubmissionRecord
  /** Hash of the canonical record. */
  readonly recordHash: string
  /** All grants, joined. */
  readonly grants: Bytes
  readonly body: Bytes
  readonly receipt: Receipt
  readonly day: Day
  /** The day after which it reads as gone. */
  readonly expires: Day
}

export interface Submissions {
  /**
   * Keep a submission: its record, body, grants, wrapped keys, expiry and outbox row become durable together or not
   * at all, and its uploads are claimed with them: they live as long as it does. Keeping the same record twice is one act, so a source may retry over a failing circuit.
   *
   * @returns the receipt that was kept with it: the earlier one when the same record was kept before
   * @throws Refusal `upload-incomplete` when chunks of an upload are missing, `upload-unknown` when it was never opened,
   *   its time is over, or another submission has claimed it
   * @throws Refusal `body-known` when the same body was kept with another record (other grants, another channel)
   * @throws Refusal `try-again` when the store is busy or out of reach; nothing was lost, and it may have been kept
   */
  keep(submission: Submission): Promise<Receipt>
}
