import { afterAll, beforeAll, expect, it } from 'vitest'
import { minimise, newMember } from '../../crypto/member.ts'
import type { Roster } from '../../domain/roster.ts'
import { successorJson } from '../support/organisation.ts'
import { instance, keysMade } from '../support/people.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { signedInAs } from '../support/signed-in.ts'

/**
 * Goal: go on reading after the theft was noticed. Method: sign in with a stolen key before the stewards give the
 * member a new one, and keep the session.
 */
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

it('a session that was opened with a stolen key ends when the stewards put another key in its place', async () => {
  const { people, file } = portal.organisation
  const thief = await signedInAs(portal, people.ada)
  const bystander = await signedInAs(portal, people.grace)
  expect((await thief.post('/api/desk/sync', { cursor: {} })).status).toBe(200)

  const fresh = await minimise(await newMember('ada', instance, keysMade), 'ada', instance, portal.clock())
  const change = (roster: Roster): Roster => ({
    ...roster,
    members: roster.members.map((one) => (one.id === people.ada.id ? { ...one, certificate: fresh } : one)),
  })
  await portal.keepRoster(await successorJson(file, { change }))

  expect((await thief.post('/api/desk/sync', { cursor: {} })).json.error).toMatchObject({ code: 'not-signed-in' })
  expect((await bystander.post('/api/desk/sync', { cursor: {} })).status).toBe(200)
})
