import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postOctets } from '../support/desk-caller.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { shapedBody, shapedGrant } from '../support/shapes.ts'
import { submission } from '../support/submissions.ts'

/**
 * Goal: tell by the number of grants how many may open a tip, or add a reader of one's own. Method: one grant fewer,
 * one more, none, many.
 */
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

describe('an envelope', () => {
  it.each([0, 1, 5, 7, 12, 16])('with %i grants instead of six is refused', async (count) => {
    const { roster, file } = portal.organisation
    const envelope = { grants: Array.from({ length: count }, shapedGrant), body: shapedBody(16_384) }
    const { octets } = await submission(roster, file.document, { envelope, now: portal.clock() })
    const answer = await postOctets(portal, '/api/intake/submissions', octets)
    expect(answer).toMatchObject({ status: 422, json: { error: { code: 'wrong-grants' } } })
  })
})
