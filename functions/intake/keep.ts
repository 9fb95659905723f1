import { type Bytes, concat } from '../../domain/bytes.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { limits } from '../../domain/limits.ts'
import type { Receipt } from '../../domain/receipt.ts'
import type { SubmissionRecord } from '../../domain/record.ts'
import type { Roster } from '../../domain/roster.ts'
import type { IntakeParts } from './parts.ts'
import { signReceipt } from './receipt.ts'

/** An envelope that was found to be in order. */
export interface Accepted {
  readonly record: SubmissionRecord
  readonly recordHash: string
  readonly grants: readonly Bytes[]
  readonly body: Bytes
}

/**
 * Keep an envelope for as long as the roster says, a few days more by chance, and promise so.
 *
 * @throws Refusal `body-known`, `try-again`, and for files `upload-unknown`, `upload-known`, `upload-incomplete`
 */
export async function keepEnvelope(
  { submissions, receipts, dice }: Pick<IntakeParts, 'submissions' | 'receipts' | 'dice'>,
  { record, recordHash, grants, body }: Accepted,
  { instance, policy }: Pick<Roster, 'instance' | 'policy'>,
  today: Day,
): Promise<Receipt> {
  const fuzz = (dice(1)[0] ?? 0) % (limits.expiryFuzzDays + 1)
  return await submissions.keep({
    record,
    recordHash,
    grants: concat(...grants),
    body,
    receipt: await signReceipt({ record: recordHash, instance, day: today }, { receipts, dice }),
    day: today,
    expires: addDays(today, policy.retention.submission + fuzz),
  })
}
