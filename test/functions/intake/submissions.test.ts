import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyReceipt } from '../../../crypto/receipt.ts'
import { dayOf } from '../../../domain/day.ts'
import { readReceipt } from '../../../domain/receipt.ts'
import { bodyClasses, jsonClasses, submissionRequestBytes } from '../../../domain/sizes.ts'
import { postOctets } from '../../support/desk-caller.ts'
import { type OpenPortal, openPortal } from '../../support/portal.ts'
import { shapedEnvelope } from '../../support/shapes.ts'
import { type SubmissionOptions, submission } from '../../support/submissions.ts'

const path = '/api/intake/submissions'
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

async function prepared(options: SubmissionOptions = {}) {
  const { roster, file } = portal.organisation
  return await submission(roster, file.document, { now: portal.clock(), ...options })
}

async function refusalOf(options: SubmissionOptions) {
  const { octets } = await prepared(options)
  const answer = await postOctets(portal, path, octets)
  return { status: answer.status, code: (answer.json.error as { code?: string } | undefined)?.code }
}

async function placesIn(channel: string): Promise<number> {
  await portal.publish()
  return (await portal.parts.feeds.list(channel, 0, dayOf(portal.clock()), 1 << 30)).rows.length
}

describe('intake', () => {
  it.each(bodyClasses)('accepts a sealed tip of %i octets and signs a receipt for its record', async (bodyClass) => {
    const { octets, recordHash } = await prepared({ bodyClass })
    const answer = await postOctets(portal, path, octets)
    expect(answer.status).toBe(200)
    expect(answer.length).toBe(jsonClasses[0])
    const receipt = readReceipt(answer.json.receipt, 'receipt')
    const { roster } = portal.organisation
    await verifyReceipt(receipt, {
      instance: roster.instance,
      recordHash,
      receiptKey: roster.keys.receipt,
      today: dayOf(portal.clock()),
    })
  })

  it('takes the same record twice as one, with the same receipt', async () => {
    const before = await placesIn('nuclear')
    const { octets } = await prepared({ channel: 'nuclear' })
    const first = await postOctets(portal, path, octets)
    const second = await postOctets(portal, path, octets)
    expect(second.json).toEqual(first.json)
    expect(await placesIn('nuclear')).toBe(before + 1)
  })

  it('puts what it accepted into the feed of its channel, octet for octet', async () => {
    const { octets, record, envelope } = await prepared({ channel: 'shipping' })
    await postOctets(portal, path, octets)
    await portal.publish()
    const page = await portal.parts.feeds.list('shipping', 0, dayOf(portal.clock()), 1 << 30)
    const row = page.rows.at(-1)
    expect(row).toMatchObject({ kind: 'submission', record, day: dayOf(portal.clock()) })
    if (row?.kind !== 'submission') throw new Error('not a submission')
    expect(Buffer.from(row.body).equals(Buffer.from(envelope.body))).toBe(true)
    expect(Buffer.from(row.grants).equals(Buffer.concat(envelope.grants))).toBe(true)
  })

  it('refuses a channel that is not on the roster', async () => {
    expect(await refusalOf({ channel: 'gardening' })).toEqual({ status: 422, code: 'unknown-channel' })
  })

  it('refuses files that never came, and a file that stands twice', async () => {
    const upload = '00'.repeat(32)
    expect(await refusalOf({ uploads: [upload] })).toEqual({ status: 422, code: 'upload-unknown' })
    expect(await refusalOf({ uploads: [upload, upload] })).toEqual({ status: 400, code: 'malformed' })
  })

  it('wants proof of work for exactly this record', async () => {
    const other = await prepared()
    const work = (JSON.parse(Buffer.from(other.octets).toString()) as { work: number[] }).work
    expect(await refusalOf({ fields: { work: work.map((one) => one + 1) } })).toEqual({ status: 422, code: 'no-work' })
    expect(await refusalOf({ fields: { work: [] } })).toEqual({ status: 422, code: 'no-work' })
  })

  it('wants work of yesterday, today or tomorrow, and of no other day', async () => {
    const day = 86_400_000
    const bits = 8 // By chance alone, sixteen puzzles of eight bits each never fit.
    for (const [offset, wanted] of [
      [-2, 'no-work'],
      [-1, undefined],
      [1, undefined],
      [2, 'no-work'],
    ] as const) {
      const strict = await openPortal({ workBits: bits })
      try {
        const { roster, file } = strict.organisation
        const { octets } = await submission(roster, file.document, { bits, now: strict.clock() + offset * day })
        const answer = await postOctets(strict, path, octets)
        expect((answer.json.error as { code?: string } | undefined)?.code).toBe(wanted)
      } finally {
        await strict.close()
      }
    }
  })

  it('refuses a body that was sent before with other grants, because a copy was changed on its way', async () => {
    const envelope = shapedEnvelope(6, bodyClasses[0])
    expect(await refusalOf({ envelope })).toEqual({ status: 200, code: undefined })
    const [first, ...others] = envelope.grants
    if (first === undefined) throw new Error('no grant')
    expect(await refusalOf({ envelope: { grants: [...others, first], body: envelope.body } })).toEqual({
      status: 409,
      code: 'body-known',
    })
  })

  it.each([
    ['an unknown field', { extra: 1 }],
    ['a roster that is no number', { roster: '1' }],
    ['an envelope in another alphabet', { envelope: '++//' }],
    ['work that is no list', { work: 'much' }],
    ['work of fractions', { work: Array.from({ length: 16 }, () => 0.5) }],
    ['a channel that is a path', { channel: '../nuclear' }],
  ])('refuses %s as malformed', async (_, fields) => {
    expect(await refusalOf({ fields })).toEqual({ status: 400, code: 'malformed' })
  })

  it.each([
    ['text', 'hello'],
    ['a list', '[]'],
    ['nothing', ''],
    ['half of JSON', '{"channel":'],
  ])('refuses %s of the right length as malformed', async (_, text) => {
    const octets = new Uint8Array(Buffer.from(text.padEnd(submissionRequestBytes(bodyClasses[0]), ' ')))
    expect((await postOctets(portal, path, octets)).json).toMatchObject({ error: { code: 'malformed' } })
  })

  it('answers a call that does not exist like any other refusal', async () => {
    const answer = await postOctets(portal, '/api/intake/anything', new Uint8Array(2048))
    expect(answer).toMatchObject({ status: 400, length: jsonClasses[0], json: { error: { code: 'malformed' } } })
  })

  it('hid no bug behind a refusal in all of this', () => {
    expect(portal.alarms).toEqual([])
  })
})
