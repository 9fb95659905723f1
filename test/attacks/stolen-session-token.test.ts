import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskCaller } from '../support/desk-caller.ts'
import { everybody, type People } from '../support/people.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { loginOf, signedInAs } from '../support/signed-in.ts'

/**
 * Goal: use a reviewer's session. Method: steal its token, from a log, a memory dump or the wire, but not the browser's
 * key, which cannot leave it; send the token bare, with a proof by another key, with a recorded proof, with the proof of
 * another call.
 */
const sync = '/api/desk/sync'
let portal: OpenPortal
let people: People

beforeAll(async () => {
  portal = await openPortal()
  people = await everybody()
})
afterAll(async () => await portal.close())

async function attempt(token: string, dpop: string | null): Promise<unknown> {
  const mallory = await DeskCaller.at(portal)
  const headers: Record<string, string> = { 'safehand-session': token, ...(dpop === null ? {} : { dpop }) }
  const answer = await mallory.post(sync, { cursor: {} }, headers)
  return (answer.json.error as { code?: unknown } | undefined)?.code
}

describe('a stolen session token', () => {
  it('opens nothing without a proof', async () => {
    const ada = await signedInAs(portal, people.ada)
    expect(await attempt(ada.token ?? '', null)).toBe('not-signed-in')
  })

  it('opens nothing with a proof by the key of the thief', async () => {
    const ada = await signedInAs(portal, people.ada)
    const mallory = await DeskCaller.at(portal)
    expect(await attempt(ada.token ?? '', await mallory.proof(sync, ada.token))).toBe('not-signed-in')
  })

  it('opens nothing with a session of the thief’s own and the victim’s token', async () => {
    const ada = await signedInAs(portal, people.ada)
    const insider = await signedInAs(portal, people.vera)
    expect(await attempt(ada.token ?? '', await insider.proof(sync, ada.token))).toBe('not-signed-in')
  })

  it('opens nothing with a recorded proof, of this call or of another', async () => {
    const ada = await signedInAs(portal, people.ada)
    const recorded = await ada.proof(sync, ada.token)
    expect((await ada.post(sync, { cursor: {} }, { dpop: recorded })).status).toBe(200)
    expect(await attempt(ada.token ?? '', recorded)).toBe('not-signed-in')
    const other = await ada.proof('/api/desk/slots', ada.token)
    expect(await attempt(ada.token ?? '', other)).toBe('not-signed-in')
  })

  it('opens nothing with a proof that the victim made for a token of the thief', async () => {
    const ada = await signedInAs(portal, people.ada)
    expect(await attempt(ada.token ?? '', await ada.proof(sync, 'A'.repeat(43)))).toBe('not-signed-in')
    expect(await attempt(ada.token ?? '', await ada.proof(sync, null))).toBe('not-signed-in')
  })

  it('cannot be guessed from what the portal stores: only its hash is there', async () => {
    const ada = await signedInAs(portal, people.ada)
    expect(await portal.parts.sessions.find(ada.token ?? '', portal.clock())).toBeNull()
    await ada.signIn(loginOf(portal, people.ada), people.ada.key)
    expect(ada.token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  })
})
