import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jsonClasses } from '../../../domain/sizes.ts'
import { DeskCaller, type ProofOptions } from '../../support/desk-caller.ts'
import { everybody, type People } from '../../support/people.ts'
import { type OpenPortal, openPortal } from '../../support/portal.ts'
import { loginOf, signedInAs } from '../../support/signed-in.ts'

const sync = '/api/desk/sync'
const minute = 60_000
let portal: OpenPortal
let people: People

beforeAll(async () => {
  portal = await openPortal()
  people = await everybody()
})
afterAll(async () => await portal.close())

async function codeOf(call: Promise<{ json: Record<string, unknown> }>): Promise<unknown> {
  return ((await call).json.error as { code?: unknown } | undefined)?.code
}

describe('a session', () => {
  it('begins with a statement that the member composed and signed', async () => {
    const ada = await signedInAs(portal, people.ada)
    const answer = await ada.post(sync, { cursor: {} })
    expect(answer.status).toBe(200)
    expect(answer.length).toBe(jsonClasses[0])
  })

  it('is not opened for somebody who is not on the roster', async () => {
    const mallory = await DeskCaller.at(portal)
    const statement = mallory.statement({ ...loginOf(portal, people.mallory), nonce: await mallory.nonce() })
    expect(await codeOf(mallory.login(statement, people.mallory.key))).toBe('login-refused')
  })

  it('is not opened for one member with the key of another', async () => {
    const mallory = await DeskCaller.at(portal)
    const statement = mallory.statement({ ...loginOf(portal, people.ada), nonce: await mallory.nonce() })
    expect(await codeOf(mallory.login(statement, people.grace.key))).toBe('login-refused')
  })

  it('is not opened twice with one nonce', async () => {
    const ada = await DeskCaller.at(portal)
    const statement = ada.statement({ ...loginOf(portal, people.ada), nonce: await ada.nonce() })
    expect((await ada.login(statement, people.ada.key)).status).toBe(200)
    expect(await codeOf(ada.login(statement, people.ada.key))).toBe('login-refused')
  })

  it('is not opened with a nonce that the portal did not give', async () => {
    const ada = await DeskCaller.at(portal)
    const statement = ada.statement({ ...loginOf(portal, people.ada), nonce: 'ab'.repeat(32) })
    expect(await codeOf(ada.login(statement, people.ada.key))).toBe('login-refused')
  })

  it.each([
    ['another portal', { instance: 'ff'.repeat(16) }],
    ['another key', { thumbprint: 'A'.repeat(43) }],
    ['the past', { expires: 1 }],
    ['a day for which nobody should sign', { expires: 4_000_000_000 }],
  ])('is not opened by a statement for %s', async (_, fields) => {
    const ada = await DeskCaller.at(portal)
    const statement = ada.statement({ ...loginOf(portal, people.ada), nonce: await ada.nonce() }, fields)
    expect(await codeOf(ada.login(statement, people.ada.key))).toBe('login-refused')
  })

  it('is not opened by a member who saw another roster, and the answer brings the right one', async () => {
    const ada = await DeskCaller.at(portal)
    const about = { ...loginOf(portal, people.ada), roster: '00'.repeat(32), nonce: await ada.nonce() }
    const answer = await ada.login(ada.statement(about), people.ada.key)
    const { file } = portal.organisation
    expect(answer).toMatchObject({
      status: 409,
      json: { error: { code: 'roster-changed', roster: { roster: file.document } } },
    })
  })

  it.each<[string, ProofOptions]>([
    ['for another call', { htu: 'http://localhost:8080/api/desk/slots' }],
    ['for another origin', { htu: 'https://safehand.example/api/desk/sync' }],
    ['for another method', { htm: 'GET' }],
    ['of another kind', { typ: 'jwt' }],
    ['with a name too short to be chance', { jti: 'short' }],
    ['bound to another token', { ath: 'A'.repeat(43) }],
  ])('does not take a proof %s', async (_, options) => {
    const ada = await signedInAs(portal, people.ada)
    const dpop = await ada.proof(sync, ada.token, options)
    expect(await codeOf(ada.post(sync, { cursor: {} }, { dpop }))).toBe('not-signed-in')
  })

  it.each([-6, 6])('does not take a proof that is %i minutes off', async (minutes) => {
    const ada = await signedInAs(portal, people.ada)
    const dpop = await ada.proof(sync, ada.token, { iat: Math.floor((portal.clock() + minutes * minute) / 1000) })
    expect(await codeOf(ada.post(sync, { cursor: {} }, { dpop }))).toBe('not-signed-in')
  })

  it.each(['', 'a.b.c', 'x'.repeat(5000)])('does not take a proof that is none', async (dpop) => {
    const ada = await signedInAs(portal, people.ada)
    expect(await codeOf(ada.post(sync, { cursor: {} }, { dpop }))).toBe('not-signed-in')
  })

  it('takes each proof once', async () => {
    const ada = await signedInAs(portal, people.ada)
    const dpop = await ada.proof(sync, ada.token)
    expect(await codeOf(ada.post(sync, { cursor: {} }, { dpop }))).toBeUndefined()
    expect(await codeOf(ada.post(sync, { cursor: {} }, { dpop }))).toBe('not-signed-in')
  })

  it('ends when the member says so', async () => {
    const ada = await signedInAs(portal, people.ada)
    expect((await ada.post('/api/desk/session/end', {})).json).toEqual({ ended: true })
    expect(await codeOf(ada.post(sync, { cursor: {} }))).toBe('not-signed-in')
  })

  it('ends by itself within nine hours', async () => {
    const ada = await signedInAs(portal, people.ada)
    portal.advance(7.5 * 60 * minute)
    expect(await codeOf(ada.post(sync, { cursor: {} }))).toBeUndefined()
    portal.advance(1.5 * 60 * minute)
    expect(await codeOf(ada.post(sync, { cursor: {} }))).toBe('not-signed-in')
  })

  it('hid no bug behind a refusal in all of this', () => {
    expect(portal.alarms).toEqual([])
  })
})
