import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { limits } from '../../domain/limits.ts'
import { bodyClasses, jsonClasses, submissionRequestBytes } from '../../domain/sizes.ts'
import { type Answer, type DeskCaller, postOctets } from '../support/desk-caller.ts'
import { everybody } from '../support/people.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { signedInAs } from '../support/signed-in.ts'
import { submission } from '../support/submissions.ts'

/**
 * Goal: exhaust the portal's memory or disk, or smuggle in something by its size. Method: every call one octet beyond
 * its largest length, far beyond it, and, within the right length, fields and lists that are too long.
 */
let portal: OpenPortal
let ada: DeskCaller

beforeAll(async () => {
  portal = await openPortal({ http: true })
  ada = await signedInAs(portal, (await everybody()).ada)
})
afterAll(async () => await portal.close())

const largest = {
  '/api/intake/submissions': submissionRequestBytes(bodyClasses[2]),
  '/api/intake/uploads': 8192,
  '/api/intake/chunks/missing': 8192,
  '/api/intake/chunks': 64 + 4_194_304,
  '/api/desk/chunks': limits.deskRequestBytes,
  '/api/desk/session/nonce': limits.deskRequestBytes,
  '/api/desk/session': limits.deskRequestBytes,
  '/api/desk/session/end': limits.deskRequestBytes,
  '/api/desk/sync': limits.deskRequestBytes,
  '/api/desk/journals/append': limits.deskRequestBytes,
  '/api/desk/slots': limits.deskRequestBytes,
  '/api/desk/roster': jsonClasses[5],
}
const paths = Object.keys(largest) as (keyof typeof largest)[]

function codeIn(answer: Answer): unknown {
  return (answer.json.error as { code?: unknown } | undefined)?.code
}

/** Far too much may be cut off in the middle: then there is no answer, and that is an answer too. */
async function flood(path: string, octets: number): Promise<unknown> {
  try {
    return codeIn(await postOctets(portal, path, new Uint8Array(octets).fill(0x20)))
  } catch {
    return 'too-large'
  }
}

describe('a request that is too large', () => {
  it.each(paths)('is refused by %s one octet beyond the largest length', async (path) => {
    expect(await flood(path, largest[path] + 1)).toBe('too-large')
  })

  it.each(paths)('is refused by %s far beyond it, and the portal answers on', async (path) => {
    expect(await flood(path, 24 << 20)).toBe('too-large')
    expect((await portal.fetch(`${portal.origin}/roster.json`)).status).toBe(200)
  })

  it.each(paths)('is refused by %s at a length that no client sends', async (path) => {
    expect(codeIn(await postOctets(portal, path, new Uint8Array(3000).fill(0x20)))).toBe('wrong-size')
  })

  it.each([
    ['an envelope beyond the largest class', { envelope: 'A'.repeat(360_000) }, 'too-large'],
    ['a channel of a thousand letters', { channel: 'a'.repeat(1000) }, 'malformed'],
    ['work of a thousand counters', { work: Array.from({ length: 1000 }, () => 1) }, 'malformed'],
    ['a thousand uploads', { uploads: Array.from({ length: 1000 }, () => '00'.repeat(32)) }, 'malformed'],
    ['a roster version beyond counting', { roster: 1e300 }, 'malformed'],
    [
      'a field nested a thousand deep',
      { channel: JSON.parse('['.repeat(1000) + ']'.repeat(1000)) as unknown },
      'malformed',
    ],
  ])('is refused with %s inside', async (_, fields, code) => {
    const { roster, file } = portal.organisation
    // A small envelope within the largest length: nothing but the field is wrong.
    const length = largest['/api/intake/submissions']
    const { octets } = await submission(roster, file.document, { fields, length, now: portal.clock() })
    expect(octets.length).toBe(length)
    const answer = await postOctets(portal, '/api/intake/submissions', octets)
    expect(codeIn(answer)).toBe(code)
  })

  it.each([
    [
      'a cursor of a thousand channels',
      { cursor: Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [channelName(at), 1])) },
    ],
    ['a cursor beyond counting', { cursor: { electronics: 2 ** 50 } }],
    ['a cursor before the beginning', { cursor: { electronics: -1 } }],
  ])('is refused at the desk with %s', async (_, request) => {
    expect(codeIn(await ada.post('/api/desk/sync', request))).toBe('malformed')
  })

  it.each(['safehand-session', 'dpop', 'content-type'])(
    'is refused with a header %s of ten thousand letters',
    async (name) => {
      const answer = await ada.post('/api/desk/sync', { cursor: {} }, { [name]: 'x'.repeat(10_000) })
      expect([undefined, 'not-signed-in']).toContain(codeIn(answer))
      if (name !== 'content-type') expect(answer.status).toBe(401)
    },
  )

  it('hid no bug behind a refusal in all of this', () => {
    expect(portal.alarms).toEqual([])
  })
})

function channelName(at: number): string {
  return `c${[...String(at)].map((digit) => 'abcdefghij'.charAt(Number(digit))).join('')}`
}
