import { Hono } from 'hono'
import { dayOf } from '../../domain/day.ts'
import { readForeign } from '../../domain/foreign.ts'
import type { Receipt } from '../../domain/receipt.ts'
import { hashOf, recordOf } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import { keysOf } from '../../domain/roster.ts'
import { receiptPage, refusalPage } from './foreign-answer.ts'
import { type ForeignForm, readForm } from './form.ts'
import { keepEnvelope } from './keep.ts'
import type { IntakeParts } from './parts.ts'
import { mayStillUse, newestFor } from './roster.ts'

/**
 * The route for people whose browser runs no scripts: a plain form with a message that they sealed themselves. It is
 * answered with a page. Nothing is sealed here for anybody: what comes readable is refused, and not kept.
 *
 * - `POST /api/intake/foreign` `multipart/form-data` with `channel`, `roster`, `language`, and `message` or `file`
 */
export function foreignRoutes(parts: IntakeParts) {
  return new Hono().post('/api/intake/foreign', async (c) => {
    let language = 'en'
    try {
      const form = await readForm(c.req.raw)
      language = form.language
      return await receiptPage(parts.site, language, await accept(parts, form))
    } catch (why) {
      if (!(why instanceof Refusal)) throw why
      return await refusalPage(parts.site, language, why)
    }
  })
}

const sentences = {
  channel: 'This subject desk does not exist any more. Open the page with the keys again and choose another one.',
  roster: 'The keys have changed since you opened the page. Nothing was kept. Open it again and seal to the new ones.',
  full: 'As many messages as a day takes on this way have come, or nearly. Keep yours, and send it again tomorrow.',
} as const

/** @throws Refusal what `readForeign` and `keepEnvelope` throw, `unknown-channel`, `roster-changed`, `roster-expired`, `try-again` */
async function accept(parts: IntakeParts, form: ForeignForm): Promise<Receipt> {
  const { rosters, foreignNumbers, sha256, clock } = parts
  const today = dayOf(clock())
  const inForce = await mayStillUse(rosters, await newestFor(rosters, today), form.roster, today)
  if (inForce === null) throw new Refusal('roster-changed', sentences.roster)
  const { roster } = inForce.file
  const { channel } = form
  if (!roster.channels.some((one) => one.id === channel)) throw new Refusal('unknown-channel', sentences.channel)
  const { grants, body } = readForeign(form.message, keysOf(roster, channel).length)
  const about = { instance: roster.instance, channel, uploads: [], roster: roster.version }
  const record = await recordOf({ grants, body }, about, sha256)
  const recordHash = await hashOf(record, sha256)
  if (!(await foreignNumbers.take(today, recordHash))) throw new Refusal('try-again', sentences.full)
  return await keepEnvelope(parts, { record, recordHash, grants, body }, roster, today)
}
