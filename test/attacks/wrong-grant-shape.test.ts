import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Bytes } from '../../domain/bytes.ts'
import { postOctets } from '../support/desk-caller.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { shapedBody, shapedGrant } from '../support/shapes.ts'
import { submission } from '../support/submissions.ts'

/**
 * Goal: mark an envelope by the form of its grants, so that the server can tell who may open it or whose it is. Method:
 * change one octet of the head of one grant: another version, a named key, another algorithm, another length.
 */
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

async function sent(grants: readonly Bytes[]) {
  const { roster, file } = portal.organisation
  const envelope = { grants, body: shapedBody(16_384) }
  const { octets } = await submission(roster, file.document, { envelope, now: portal.clock() })
  return await postOctets(portal, '/api/intake/submissions', octets)
}

const six = () => Array.from({ length: 6 }, shapedGrant)

/** The head of a grant, and the octet that gives the length of the wrapped key. */
const fixed = [...Array.from({ length: 15 }, (_, at) => at), 47]

describe('a grant of another form', () => {
  it('would pass in the right one', async () => {
    expect((await sent(six())).status).toBe(200)
  })

  it.each(fixed)('is refused when its octet %i is not the one there is', async (at) => {
    for (const [which, flip] of [
      [0, 0x01],
      [5, 0x80],
    ] as const) {
      const grants = six()
      const bent = grants[which]
      if (bent === undefined) throw new Error('no grant')
      bent[at] = (bent[at] ?? 0) ^ flip
      expect(await sent(grants)).toMatchObject({ status: 422, json: { error: { code: 'wrong-grants' } } })
    }
  })

  it('is refused when it stands twice, or shares its point with another', async () => {
    const [first, second, ...others] = six()
    if (first === undefined || second === undefined) throw new Error('no grant')
    expect(await sent([first, first, ...others])).toMatchObject({
      status: 422,
      json: { error: { code: 'wrong-grants' } },
    })
    second.set(first.subarray(15, 47), 15)
    expect(await sent([first, second, ...others])).toMatchObject({
      status: 422,
      json: { error: { code: 'wrong-grants' } },
    })
  })
})
