import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bytes, concat, toUtf8 } from '../../domain/bytes.ts'
import { grantBytes } from '../../domain/sizes.ts'
import { postOctets } from '../support/desk-caller.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { shapedBody, shapedEnvelope, shapedGrant } from '../support/shapes.ts'
import { submission } from '../support/submissions.ts'

/**
 * Goal: get text that nobody sealed stored by a portal that promises never to hold any, by a broken client or to
 * incriminate the portal. Method: put it where an envelope, a body or a grant belongs, with everything else right.
 */
const secret = 'PLAINTEXT the valve was painted over '
const bodyLength = 16_384
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

const clear = (length: number): Bytes => toUtf8(secret.repeat(Math.ceil(length / secret.length)).slice(0, length))
const grants = () => shapedEnvelope(6, bodyLength).grants

/** A body whose first octets are right and whose rest is text. */
function headed(header: readonly number[]): Bytes {
  return concat(Uint8Array.from(header), clear(bodyLength - header.length))
}

const envelopes: readonly [string, () => { grants: Bytes[]; body: Bytes }, string][] = [
  ['the whole body', () => ({ grants: grants(), body: clear(bodyLength) }), 'not-sealed'],
  [
    'a literal packet, as an OpenPGP program writes text it does not seal',
    () => ({ grants: grants(), body: headed([0xcb, 0xff, 0, 0, (bodyLength - 6) >> 8, (bodyLength - 6) & 255, 0x62]) }),
    'not-sealed',
  ],
  ['a compressed packet', () => ({ grants: grants(), body: headed([0xc8, 0xff, 0, 0, 0x3f, 0xfa, 0]) }), 'not-sealed'],
  [
    'the old packet without integrity',
    () => ({ grants: grants(), body: headed([0xc9, 0xff, 0, 0, 0x3f, 0xfa]) }),
    'not-sealed',
  ],
  [
    'a body of the profile that is not agreed',
    () => ({ grants: grants(), body: shapedBody(bodyLength, 'modern') }),
    'not-sealed',
  ],
  ['a body in parts', () => ({ grants: grants(), body: headed([0xd2, 0xed, 1]) }), 'not-sealed'],
  [
    'a body with a header of the old format',
    () => ({ grants: grants(), body: headed([0xc9 & 0xbf, 0x3f, 0xfd, 1]) }),
    'not-sealed',
  ],
  [
    'a short sealed body with text behind it',
    () => ({ grants: grants(), body: concat(shapedBody(8192), clear(bodyLength - 8192)) }),
    'not-sealed',
  ],
  [
    'every grant',
    () => ({ grants: Array.from({ length: 6 }, () => clear(grantBytes)), body: shapedBody(bodyLength) }),
    'wrong-grants',
  ],
  [
    'one grant',
    () => ({ grants: [clear(grantBytes), ...Array.from({ length: 5 }, shapedGrant)], body: shapedBody(bodyLength) }),
    'wrong-grants',
  ],
]

describe('text that nobody sealed', () => {
  it.each(envelopes)('is refused as %s', async (_, envelope, code) => {
    const { roster, file } = portal.organisation
    const { octets } = await submission(roster, file.document, { envelope: envelope(), now: portal.clock() })
    const answer = await postOctets(portal, '/api/intake/submissions', octets)
    expect(answer).toMatchObject({ status: 422, json: { error: { code } } })
  })

  it.each(['narrative', 'text', 'tip', 'attachments'])(
    'is refused in a field %s beside the envelope',
    async (field) => {
      const { roster, file } = portal.organisation
      const { octets } = await submission(roster, file.document, { fields: { [field]: secret }, now: portal.clock() })
      const answer = await postOctets(portal, '/api/intake/submissions', octets)
      expect(answer).toMatchObject({ status: 400, json: { error: { code: 'malformed' } } })
      expect(JSON.stringify(answer.json)).not.toContain('PLAINTEXT')
    },
  )

  it('stands in no file of the portal after all of this', async () => {
    await portal.publish()
    let files = 0
    for (const entry of await readdir(portal.dataDir, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue
      files++
      expect((await readFile(join(entry.parentPath, entry.name))).includes('PLAINTEXT')).toBe(false)
    }
    expect(files).toBeGreaterThan(0)
  })
})
