import { Hono } from 'hono'
import type { Sha256 } from '../../domain/bytes.ts'
import { addDays, dayOf } from '../../domain/day.ts'
import { limits } from '../../domain/limits.ts'
import { plain } from '../../domain/print.ts'
import type { Receipt } from '../../domain/receipt.ts'
import { hashOf, recordOf } from '../../domain/record.ts'
import { answerOf, Refusal } from '../../domain/refusal.ts'
import { bitsWithin, worksFor } from '../../domain/work.ts'
import type { ReceiptSigner } from '../ports/epochs.ts'
import type { RosterInForce, RostersInForce } from '../ports/in-force.ts'
import type { Clock, Dice } from '../ports/platform.ts'
import type { Submissions } from '../ports/submissions.ts'
import { signReceipt } from './receipt.ts'
import { readSubmission, type SubmissionRequest } from './request.ts'
import { mayStillUse, newestFor } from './roster.ts'
import { checkShape } from './shape.ts'

/** Everything that intake can reach. It locks and keeps; it has nothing that reads or unlocks. */
export interface IntakeParts {
  readonly rosters: RostersInForce
  readonly submissions: Submissions
  readonly receipts: ReceiptSigner
  readonly clock: Clock
  readonly dice: Dice
  readonly sha256: Sha256
  /** Zero bits that the operator wishes for each puzzle; the roster bounds them. */
  readonly workBits: number
}

/**
 * The route by which tips come in. Whoever asks is not known and not asked.
 *
 * - `POST /api/intake/submissions` `{channel, roster, envelope, uploads, work}` → `{receipt}`
 *
 * It throws Refusal `too-large`, `wrong-size`, `malformed`, `uploads-off`, `unknown-channel`, `wrong-grants`,
 * `not-sealed`, `no-work`, `roster-expired`, `body-known` and `try-again`, and answers `roster-changed` itself,
 * because that answer carries the new roster.
 */
export function intakeApp(parts: IntakeParts) {
  return new Hono().post('/api/intake/submissions', async (c) => {
    const request = await readSubmission(c.req.raw.body)
    const newest = await newestFor(parts.rosters, dayOf(parts.clock()))
    const sealedFor = await mayStillUse(parts.rosters, newest, request.roster, dayOf(parts.clock()))
    if (sealedFor === null) {
      const { document, signatures } = newest.file
      return c.json(answerOf(new Refusal('roster-changed'), { roster: plain({ roster: document, signatures }) }), 409)
    }
    return c.json({ receipt: await accept(parts, request, sealedFor) })
  })
}

async function accept(parts: IntakeParts, request: SubmissionRequest, sealedFor: RosterInForce): Promise<Receipt> {
  const { roster } = sealedFor.file
  const { submissions, receipts, dice, sha256 } = parts
  const today = dayOf(parts.clock())
  const { grants, body } = checkShape(request, roster)
  const record = await recordOf(
    { grants, body },
    { instance: roster.instance, channel: request.channel, uploads: request.uploads, roster: roster.version },
    sha256,
  )
  const recordHash = await hashOf(record, sha256)
  const work = {
    rosterHash: sealedFor.hash,
    recordHash,
    today,
    bits: bitsWithin(roster.policy.workBits, parts.workBits),
  }
  if (!(await worksFor(work, request.work, sha256))) throw new Refusal('no-work')
  const fuzz = (dice(1)[0] ?? 0) % (limits.expiryFuzzDays + 1)
  return await submissions.keep({
    record,
    recordHash,
    grants: request.envelope.slice(0, request.envelope.length - body.length),
    body,
    receipt: await signReceipt({ record: recordHash, instance: roster.instance, day: today }, { receipts, dice }),
    day: today,
    expires: addDays(today, roster.policy.retention.submission + fuzz),
  })
}
