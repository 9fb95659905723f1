import { Hono } from 'hono'
import { dayOf } from '../../domain/day.ts'
import { plain } from '../../domain/print.ts'
import type { Receipt } from '../../domain/receipt.ts'
import { hashOf, recordOf } from '../../domain/record.ts'
import { answerOf, Refusal } from '../../domain/refusal.ts'
import { bitsWithin, worksFor } from '../../domain/work.ts'
import type { RosterInForce } from '../ports/in-force.ts'
import { foreignRoutes } from './foreign.ts'
import { keepEnvelope } from './keep.ts'
import type { IntakeParts } from './parts.ts'
import { readSubmission, type SubmissionRequest } from './request.ts'
import { mayStillUse, newestFor } from './roster.ts'
import { checkShape } from './shape.ts'
import { checkOn, uploadRoutes } from './uploads.ts'

/**
 * The routes by which tips and their files come in. Whoever asks is not known and not asked.
 *
 * - `POST /api/intake/uploads` `{upload, chunkClass, count, work}` → `{opened}`
 * - `POST /api/intake/chunks/missing` `{upload, hashes}` → `{missing}`, as places in the list
 * - `POST /api/intake/chunks` octets: upload id, hash, chunk → `{kept}`
 * - `POST /api/intake/foreign`, a form, answered with a page
 * - `POST /api/intake/submissions` `{channel, roster, envelope, uploads, work}` → `{receipt}`
 *
 * They throw Refusal `too-large`, `wrong-size`, `malformed`, `unknown-channel`, `wrong-grants`, `not-sealed`, `no-work`,
 * `roster-expired`, `body-known` and `try-again`, for files `uploads-off`, `uploads-busy`, `upload-unknown`,
 * `upload-known`, `upload-full`, `upload-incomplete` and `chunk-damaged`, and answer `roster-changed` themselves, because
 * that answer carries the new roster.
 */
export function intakeApp(parts: IntakeParts) {
  const others = new Hono().route('/', uploadRoutes(parts)).route('/', foreignRoutes(parts))
  return others.post('/api/intake/submissions', async (c) => {
    const request = await readSubmission(c.req.raw.body)
    if (request.uploads.length > 0) checkOn(parts)
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
  const { sha256 } = parts
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
  return await keepEnvelope(parts, { record, recordHash, grants, body }, roster, today)
}
