import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { armored } from '../../domain/armor.ts'
import { type Bytes, concat, toUtf8 } from '../../domain/bytes.ts'
import { dayOf } from '../../domain/day.ts'
import { foreignMessageBytesMax } from '../../domain/foreign.ts'
import { limits } from '../../domain/limits.ts'
import { bodyClasses } from '../../domain/sizes.ts'
import { Gnupg, hasProgram } from '../support/gpg.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { formOf } from '../support/sealed-elsewhere.ts'
import { shapedBody, shapedEnvelope, shapedGrant } from '../support/shapes.ts'
import { submission } from '../support/submissions.ts'

/**
 * Goal: get something stored by way of the plain form that the keys of the desk do not seal: readable text, by mistake
 * or to incriminate the portal; a message that shows for whom it is; a message that only some of the desk can read; or
 * so many that tips have no room. Method: everything that GnuPG makes, and shapes made by hand.
 */
const secret = 'PLAINTEXT the valve was painted over '
const bodyLength = bodyClasses[0]
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

async function post(message: Bytes | string, fields: Readonly<Record<string, string>> = {}) {
  const about = { channel: 'electronics', roster: '1', language: 'en', ...fields }
  const body = typeof message === 'string' ? formOf({ ...about, message }) : formOf(about, message)
  const answer = await portal.fetch(`${portal.origin}/api/intake/foreign`, { method: 'POST', body })
  return { status: answer.status, says: (await answer.text()).trim() }
}

/** How many submissions the desk would get to see. */
async function kept(): Promise<number> {
  await portal.publish()
  const page = await portal.parts.feeds.list('electronics', 0, dayOf(portal.clock()), 1 << 30)
  return page.rows.length
}

const sealed = (grants: number, body: Bytes = shapedBody(bodyLength)) =>
  concat(...Array.from({ length: grants }, shapedGrant), body)
const named = () => {
  const grant = shapedGrant()
  grant.set([1, 2, 3, 4, 5, 6, 7, 8], 3)
  return grant
}

const refusedOnes: readonly [string, () => Bytes | string, number, RegExp][] = [
  ['plain text', () => secret.repeat(100), 422, /not an encrypted message/],
  ['plain text in another script', () => toUtf8('Клапан был закрашен. '.repeat(800)), 422, /not an encrypted message/],
  ['nothing', () => '', 422, /not an encrypted message/],
  [
    'plain text in the clothes of a message',
    () => armored('MESSAGE', toUtf8(secret.repeat(500))),
    422,
    /not one whole/,
  ],
  ['a broken message', () => armored('MESSAGE', sealed(3)).replace(/\n.{64}\n/, '\n'), 422, /not one whole/],
  ['a message that names a recipient', () => concat(named(), sealed(2)), 422, /--throw-keyids/],
  ['a message to too few', () => sealed(2), 422, /exactly the keys/],
  ['a message to one more', () => sealed(4), 422, /exactly the keys/],
  ['a message to hundreds', () => sealed(300), 422, /exactly the keys/],
  [
    'a message to one key three times',
    () => {
      const grant = shapedGrant()
      return concat(grant, grant, grant, shapedBody(bodyLength))
    },
    422,
    /not sealed as agreed/,
  ],
  ['a message of another size', () => sealed(3, shapedBody(bodyLength + 100)), 422, /three sizes/],
  ['a message with text behind it', () => concat(sealed(3), toUtf8(secret)), 422, /not one whole/],
  [
    'a sealed packet with a readable one behind it',
    () => concat(sealed(3), Uint8Array.of(0xcb, 8, 0x62, 0, 0, 0, 0, 0, 104, 105)),
    422,
    /signed or readable/,
  ],
  ['the old packet without integrity', () => sealed(3, sealedAs(9)), 422, /in a way that is not taken/],
  ['the packet of another standard', () => sealed(3, sealedAs(20)), 422, /in a way that is not taken/],
  ['more than any message has', () => 'x'.repeat(foreignMessageBytesMax), 413, /larger than/],
]

/** A sealed body under another number. */
function sealedAs(tag: number): Bytes {
  const body = shapedBody(bodyLength)
  body[0] = 0xc0 | tag
  return body
}

describe('the form for people without scripts', () => {
  it.each(refusedOnes)('refuses %s, says why, and keeps nothing', async (_, make, status, why) => {
    const before = await kept()
    const answer = await post(make())
    expect(answer.status).toBe(status)
    expect(answer.says).toMatch(why)
    expect(answer.says).not.toContain('PLAINTEXT')
    expect(await kept()).toBe(before)
  })

  it('refuses what is not its own form', async () => {
    for (const fields of [{ channel: '../x' }, { roster: 'one' }, { language: '<b>' }, { channel: 'unknown' }]) {
      expect([400, 422]).toContain((await post(sealed(3), fields)).status)
    }
    const address = `${portal.origin}/api/intake/foreign`
    const text = await portal.fetch(address, { method: 'POST', body: secret })
    expect(text.status).toBe(400)
    const headers = { 'content-type': 'multipart/form-data; boundary=x' }
    expect((await portal.fetch(address, { method: 'POST', headers, body: secret })).status).toBe(400)
    const both = formOf({ channel: 'electronics', roster: '1', language: 'en', message: 'x' }, sealed(3))
    expect((await portal.fetch(address, { method: 'POST', body: both })).status).toBe(400)
  })

  it('refuses keys that are not in force any more or not yet', async () => {
    for (const roster of ['0', '2', '99']) expect((await post(sealed(3), { roster })).says).toMatch(/keys have changed/)
    expect((await post(sealed(3))).status).toBe(200)
  })

  it('does not let one body stand in two desks, or under other keys', async () => {
    const { grants, body } = shapedEnvelope(3, bodyLength)
    expect((await post(concat(...grants, body))).status).toBe(200)
    expect((await post(sealed(3, body))).status).toBe(409)
  })

  it.runIf(hasProgram('gpg'))('refuses everything that GnuPG makes without sealing it to keys', async () => {
    const gpg = new Gnupg()
    gpg.run(['--quick-generate-key', 'somebody@example.invalid', 'ed25519', 'sign', 'never'])
    const before = await kept()
    const made: readonly [readonly string[], RegExp][] = [
      [['--clear-sign'], /signed or readable/],
      [['--sign', '--armor'], /signed or readable/],
      [['--store', '--armor'], /signed or readable/],
      [['--symmetric', '--armor'], /sealed with a password/],
      [['--detach-sign', '--armor'], /not an encrypted message/],
    ]
    for (const [args, why] of made) {
      const { status, out } = gpg.run(args, secret.repeat(442))
      expect(status, args.join(' ')).toBe(0)
      const answer = await post(out.toString())
      expect(answer.says, args.join(' ')).toMatch(why)
      expect(answer.status).toBe(422)
    }
    gpg.close()
    expect(await kept()).toBe(before)
  })

  it('is closed for a day by a flood, kindly, and tips travel on', async () => {
    const flooded = await openPortal()
    const body = () => formOf({ channel: 'nuclear', roster: '1', language: 'en' }, sealed(1))
    const address = `${flooded.origin}/api/intake/foreign`
    const send = async () => await flooded.fetch(address, { method: 'POST', body: body() })
    let full = await send()
    for (let sent = 0; full.status === 200; sent += 32) {
      expect(sent).toBeLessThanOrEqual(limits.foreignPerDay)
      full = (await Promise.all(Array.from({ length: 32 }, send))).at(-1) ?? full
    }
    expect(full.status).toBe(429)
    expect(await full.text()).toMatch(/send it again tomorrow/)
    const { roster, file } = flooded.organisation
    const { octets } = await submission(roster, file.document, { now: flooded.clock() })
    const tip = await flooded.fetch(`${flooded.origin}/api/intake/submissions`, { method: 'POST', body: octets })
    expect(tip.status).toBe(200)
    flooded.advance(86_400_000)
    await flooded.takeCare()
    expect((await send()).status).toBe(200)
    await flooded.close()
  })
})
