import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../domain/day.ts'
import { type Answer, postOctets } from '../support/desk-caller.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { submission } from '../support/submissions.ts'

/**
 * Goal: make one tip look like many, fill the desk, or move a tip to another desk. Method: send the recorded request
 * again, at once and later, many at a time, and under another channel.
 */
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

async function placesIn(channel: string): Promise<number> {
  await portal.publish()
  return (await portal.parts.feeds.list(channel, 0, dayOf(portal.clock()), 1 << 30)).rows.length
}

describe('a replayed envelope', () => {
  it('is one submission with one receipt, however often and however fast it comes', async () => {
    const { roster, file } = portal.organisation
    const { octets } = await submission(roster, file.document, { now: portal.clock() })
    const send = async () => await postOctets(portal, '/api/intake/submissions', octets)
    const answers: Answer[] = await Promise.all(Array.from({ length: 12 }, send))
    portal.advance(20 * 3_600_000)
    answers.push(await send())
    const receipts = answers.filter((one) => one.status === 200).map((one) => JSON.stringify(one.json.receipt))
    // A store that is busy with the very same record may say so; it never takes it twice.
    for (const answer of answers) expect([200, 429]).toContain(answer.status)
    expect(answers.at(-1)?.status).toBe(200)
    expect(new Set(receipts).size).toBe(1)
    expect(await placesIn('electronics')).toBe(1)
  })

  it('is refused at another desk', async () => {
    const { roster, file } = portal.organisation
    const first = await submission(roster, file.document, { channel: 'shipping', now: portal.clock() })
    const moved = await submission(roster, file.document, {
      channel: 'nuclear',
      envelope: first.envelope,
      now: portal.clock(),
    })
    expect((await postOctets(portal, '/api/intake/submissions', first.octets)).status).toBe(200)
    const answer = await postOctets(portal, '/api/intake/submissions', moved.octets)
    expect(answer).toMatchObject({ status: 409, json: { error: { code: 'body-known' } } })
    expect(await placesIn('nuclear')).toBe(0)
  })

  it('cannot be sent with the work of another', async () => {
    const { roster, file } = portal.organisation
    const paid = await submission(roster, file.document, { bits: 8, now: portal.clock() })
    const { work } = JSON.parse(Buffer.from(paid.octets).toString()) as { work: number[] }
    const free = await submission(roster, file.document, { bits: 0, fields: { work }, now: portal.clock() })
    const answer = await postOctets(portal, '/api/intake/submissions', free.octets)
    expect(answer).toMatchObject({ status: 422, json: { error: { code: 'no-work' } } })
  })
})
