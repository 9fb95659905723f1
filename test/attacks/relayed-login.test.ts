import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DeskCaller } from '../support/desk-caller.ts'
import { everybody, type People } from '../support/people.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { loginOf } from '../support/signed-in.ts'

/**
 * Goal: sign in as a reviewer without their key. Method: a false portal fetches a nonce from the true one, lets the
 * reviewer sign a login with it, and hands that on.
 */
let portal: OpenPortal
let people: People

beforeAll(async () => {
  portal = await openPortal({
    organisation: { change: (roster) => ({ ...roster, origins: [...roster.origins, mirror] }) },
  })
  people = await everybody()
})
afterAll(async () => await portal.close())

const falseOrigin = 'https://safehand-portal.example'
/** A second true address of the same portal. */
const mirror = 'https://mirror.example'

function codeIn(answer: { json: Record<string, unknown> }): unknown {
  return (answer.json.error as { code?: unknown } | undefined)?.code
}

/** Ada's browser, which believes to speak with this origin. */
async function adaAt(origin: string): Promise<DeskCaller> {
  return await DeskCaller.at({
    ...portal,
    origin,
    fetch: async (url, init) => await portal.fetch(url.replace(origin, portal.origin), init),
  })
}

describe('a relayed login', () => {
  it('is worth nothing, because the statement names the origin that the reviewer saw', async () => {
    const relay = await DeskCaller.at(portal)
    const ada = await adaAt(falseOrigin)
    const statement = ada.statement({ ...loginOf(portal, people.ada), nonce: await relay.nonce() })
    expect(statement.origin).toBe(falseOrigin)
    // With the browser's own proof, which names the false origin as well.
    expect(codeIn(await ada.login(statement, people.ada.key))).toBe('not-signed-in')
    // With a proof of the relay's own for the true origin.
    const again = ada.statement({ ...loginOf(portal, people.ada), nonce: await relay.nonce() })
    const proof = await relay.proof('/api/desk/session', null)
    expect(codeIn(await relay.login(again, people.ada.key, proof))).toBe('login-refused')
  })

  it('is worth nothing with the true origin either, because the statement names the browser’s key', async () => {
    const relay = await DeskCaller.at(portal)
    const ada = await adaAt(portal.origin)
    const statement = ada.statement({ ...loginOf(portal, people.ada), nonce: await relay.nonce() })
    expect(codeIn(await relay.login(statement, people.ada.key))).toBe('login-refused')
  })

  it('between two true addresses of one portal is worth nothing as well', async () => {
    const relay = await DeskCaller.at(portal)
    const ada = await adaAt(mirror)
    const statement = ada.statement({ ...loginOf(portal, people.ada), nonce: await relay.nonce() })
    const proof = await ada.proof('/api/desk/session', null, { htu: `${portal.origin}/api/desk/session` })
    expect(codeIn(await ada.login(statement, people.ada.key, proof))).toBe('login-refused')
    // While a reviewer who really came by the second address gets in.
    const honest = ada.statement({ ...loginOf(portal, people.ada), nonce: await ada.nonce() })
    expect((await ada.login(honest, people.ada.key)).status).toBe(200)
  })

  it('cannot use a signature that was made for anything else', async () => {
    const ada = await adaAt(portal.origin)
    const statement = ada.statement({ ...loginOf(portal, people.ada), nonce: await ada.nonce() })
    // The same words, signed as an entry of a journal.
    const signature = await people.ada.key.sign({ ...statement, context: 'entry' }, portal.clock())
    expect(codeIn(await ada.sendLogin(statement, signature))).toBe('login-refused')
  })
})
