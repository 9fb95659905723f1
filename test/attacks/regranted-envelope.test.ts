import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyReceipt } from '../../crypto/receipt.ts'
import { dayOf } from '../../domain/day.ts'
import { readReceipt } from '../../domain/receipt.ts'
import { postOctets } from '../support/desk-caller.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { shapedEnvelope, shapedGrant } from '../support/shapes.ts'
import { submission } from '../support/submissions.ts'

/**
 * Goal: keep the chosen reviewers from opening a tip, or give it to somebody else, without the source noticing. Method:
 * whoever stands between source and portal keeps the body and swaps grants, before or after the source's own arrives.
 */
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

async function send(envelope: ReturnType<typeof shapedEnvelope>) {
  const { roster, file } = portal.organisation
  const { octets, recordHash } = await submission(roster, file.document, { envelope, now: portal.clock() })
  return { answer: await postOctets(portal, '/api/intake/submissions', octets), recordHash }
}

describe('a regranted envelope', () => {
  it('that comes second is refused, and the first stays as it was', async () => {
    const own = shapedEnvelope(6, 16_384)
    const swapped = { grants: [shapedGrant(), ...own.grants.slice(1)], body: own.body }
    expect((await send(own)).answer.status).toBe(200)
    expect((await send(swapped)).answer).toMatchObject({ status: 409, json: { error: { code: 'body-known' } } })
    await portal.publish()
    const page = await portal.parts.feeds.list('electronics', 0, dayOf(portal.clock()), 1 << 30)
    const row = page.rows.at(-1)
    if (row?.kind !== 'submission') throw new Error('no submission')
    expect(Buffer.from(row.grants).equals(Buffer.concat(own.grants))).toBe(true)
  })

  it('that comes first costs the source one more try and never gives it a receipt for what it did not send', async () => {
    const own = shapedEnvelope(6, 16_384)
    const swapped = { grants: Array.from({ length: 6 }, shapedGrant), body: own.body }
    const stolen = await send(swapped)
    expect(stolen.answer.status).toBe(200)
    const honest = await send(own)
    expect(honest.answer).toMatchObject({ status: 409, json: { error: { code: 'body-known' } } })
    // A receipt names the record, grants included: the thief's does not fit what the source sent.
    const { roster } = portal.organisation
    const receipt = readReceipt(stolen.answer.json.receipt, 'receipt')
    const expected = { instance: roster.instance, receiptKey: roster.keys.receipt, today: dayOf(portal.clock()) }
    await verifyReceipt(receipt, { ...expected, recordHash: stolen.recordHash })
    await expect(verifyReceipt(receipt, { ...expected, recordHash: honest.recordHash })).rejects.toMatchObject({
      code: 'bad-receipt',
    })
  })

  it('with the same grants in another order is another envelope too', async () => {
    const own = shapedEnvelope(6, 16_384)
    await send(own)
    const turned = { grants: [...own.grants].reverse(), body: own.body }
    expect((await send(turned)).answer).toMatchObject({ status: 409, json: { error: { code: 'body-known' } } })
  })
})
