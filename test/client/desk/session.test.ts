import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signIn } from '../../../client/desk/session.ts'
import { sha256 } from '../../../crypto/digest.ts'
import { limits } from '../../../domain/limits.ts'
import { hashOf } from '../../../domain/record.ts'
import { clientOf } from '../../support/clients.ts'
import { rosterJson } from '../../support/organisation.ts'
import { type OpenPortal, openPortal } from '../../support/portal.ts'

let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})

afterAll(async () => {
  expect(portal.alarms).toEqual([])
  await portal.close()
})

const sync = { cursor: {} }

describe('a session at the desk', () => {
  it('ends when the member signs out, and what comes after is not let in', async () => {
    const { ada } = portal.organisation.people
    const session = await signIn(await clientOf(portal), ada.key)
    expect(session.member.handle).toBe('ada')
    expect(await session.post('/api/desk/sync', sync)).toHaveProperty('feeds')
    await session.end()
    await expect(session.post('/api/desk/sync', sync)).rejects.toMatchObject({ code: 'not-signed-in' })
    await session.end()
  })

  it('ends by itself after some hours', async () => {
    const session = await signIn(await clientOf(portal), portal.organisation.people.grace.key)
    portal.advance((limits.sessionHours + 2) * 3_600_000)
    await expect(session.post('/api/desk/sync', sync)).rejects.toMatchObject({ code: 'not-signed-in' })
  })

  it('begins although the first answer was lost: the next login has a nonce of its own', async () => {
    const nonces: string[] = []
    let lost = 0
    const client = await clientOf(portal, async (url, init) => {
      const response = await portal.fetch(url, init)
      if (!url.endsWith('/api/desk/session')) return response
      nonces.push((JSON.parse(new TextDecoder().decode(init?.body as Uint8Array)) as Login).statement.nonce)
      if (lost++ === 0) throw new TypeError('network error')
      return response
    })
    const session = await signIn(client, portal.organisation.people.ada.key)
    expect(await session.post('/api/desk/sync', sync)).toHaveProperty('feeds')
    expect(new Set(nonces).size).toBe(2)
  })

  it('is not opened for a key that is not on the roster', async () => {
    const { mallory } = portal.organisation.people
    await expect(signIn(await clientOf(portal), mallory.key)).rejects.toMatchObject({ code: 'login-refused' })
  })

  it('begins under the new roster when it changed since the page was opened', async () => {
    const client = await clientOf(portal)
    const { roster, file } = portal.organisation
    const previous = await hashOf(file.document, sha256)
    const change = () => ({ ...roster, version: 2, previous, organisation: 'The Renamed Desk' })
    await portal.keepRoster(await rosterJson({ now: portal.clock(), change }))
    const session = await signIn(client, portal.organisation.people.ada.key)
    expect(client.roster.roster.version).toBe(2)
    expect(await session.post('/api/desk/sync', sync)).toHaveProperty('feeds')
  })
})

interface Login {
  readonly statement: { readonly nonce: string }
}
