import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { plain } from '../../../domain/print.ts'
import { hashOf } from '../../../domain/record.ts'
import { parseRosterFile, type Roster } from '../../../domain/roster.ts'
import { jsonClassOf } from '../../../domain/sizes.ts'
import { nodeSha256 } from '../../../functions/entry/platform.ts'
import { type Answer, DeskCaller, postOctets } from '../../support/desk-caller.ts'
import { rosterJson, signedJson } from '../../support/organisation.ts'
import { everybody, type People } from '../../support/people.ts'
import { type OpenPortal, openPortal } from '../../support/portal.ts'
import { loginOf } from '../../support/signed-in.ts'
import { spaced, submission } from '../../support/submissions.ts'

const day = 86_400_000
let portal: OpenPortal
let people: People

beforeEach(async () => {
  portal = await openPortal()
  people = await everybody()
})
afterEach(async () => await portal.close())

/** The roster after a version, changed and signed by Ida and Noor. */
async function following(json: string, change: (roster: Roster) => Roster = (one) => one): Promise<string> {
  const { roster, document } = parseRosterFile(json)
  const next = { ...roster, version: roster.version + 1, previous: await hashOf(document, nodeSha256) }
  return await signedJson(change(next), [people.ida.key, people.noor.key], portal.clock())
}

async function bring(json: string, to: OpenPortal = portal): Promise<Answer> {
  const request = { file: JSON.parse(json) as unknown }
  return await postOctets(to, '/api/desk/roster', spaced(request, jsonClassOf(JSON.stringify(request).length) ?? 0))
}

function codeIn(answer: Answer): unknown {
  return (answer.json.error as { code?: unknown } | undefined)?.code
}

/** What intake says to a tip that was sealed for a roster. */
async function sealedFor(json: string): Promise<Answer> {
  const { roster, document } = parseRosterFile(json)
  const { octets } = await submission(roster, document, { now: portal.clock() })
  return await postOctets(portal, '/api/intake/submissions', octets)
}

const withoutGrace = (roster: Roster): Roster => ({
  ...roster,
  members: roster.members.filter((one) => one.handle !== 'grace'),
})

describe('a new roster', () => {
  it('is published by whoever brings enough signatures, and is then everywhere', async () => {
    const second = await following(portal.organisation.json)
    expect((await bring(second)).json).toEqual({ version: 2 })
    await portal.publish()
    for (const path of ['/roster.json', '/roster/2.json']) {
      const served = parseRosterFile(await (await portal.fetch(portal.origin + path)).text())
      expect(served.roster.version).toBe(2)
      expect(plain(served.signatures)).toEqual(plain(parseRosterFile(second).signatures))
    }
    expect((await sealedFor(second)).status).toBe(200)
  })

  it('may be brought twice', async () => {
    const second = await following(portal.organisation.json)
    await bring(second)
    expect((await bring(second)).json).toEqual({ version: 2 })
  })

  it('is refused when it does not follow the newest', async () => {
    const second = await following(portal.organisation.json)
    await bring(second)
    expect(codeIn(await bring(portal.organisation.json))).toBe('roster-rolled-back')
    expect(
      codeIn(await bring(await following(portal.organisation.json, (one) => ({ ...one, organisation: 'Other' })))),
    ).toBe('roster-rolled-back')
    const third = await following(second, (one) => ({ ...one, previous: 'ab'.repeat(32) }))
    expect(codeIn(await bring(third))).toBe('roster-untrusted')
  })

  it('is refused when too few stewards signed it', async () => {
    const { roster, trusted, file } = portal.organisation
    const next = { ...roster, version: 2, previous: trusted.hash }
    for (const signers of [
      [people.ida],
      [people.ida, people.ida],
      [people.ida, people.mallory],
      [people.ada, people.grace],
    ]) {
      const json = await signedJson(
        next,
        signers.map((one) => one.key),
        portal.clock(),
      )
      expect(codeIn(await bring(json))).toBe('roster-untrusted')
    }
    expect((await portal.parts.rosters.newest())?.version).toBe(file.roster.version)
  })

  it('is refused when it names keys by which this portal does not sign', async () => {
    const other = await following(portal.organisation.json, (one) => ({
      ...one,
      keys: { ...one.keys, receipt: '77'.repeat(32) },
    }))
    expect(codeIn(await bring(other))).toBe('roster-unsound')
  })

  it('is asked for when a tip was sealed for one that nobody knows', async () => {
    const second = await following(portal.organisation.json)
    const answer = await sealedFor(second)
    expect(answer).toMatchObject({ status: 409, json: { error: { code: 'roster-changed' } } })
    const brought = (answer.json.error as { roster: object }).roster
    expect(brought).toEqual(JSON.parse(portal.organisation.json))
  })

  it('leaves a day for tips that were being written for the one before', async () => {
    const first = portal.organisation.json
    await bring(await following(first))
    await portal.publish()
    expect((await sealedFor(first)).status).toBe(200)
    portal.advance(day)
    expect((await sealedFor(first)).status).toBe(200)
    portal.advance(day)
    expect(codeIn(await sealedFor(first))).toBe('roster-changed')
  })

  it('that took a key away leaves no day at all', async () => {
    await bring(await following(portal.organisation.json, withoutGrace))
    await portal.publish()
    expect(codeIn(await sealedFor(portal.organisation.json))).toBe('roster-changed')
  })

  it('is in force for intake only once it stands in the public files', async () => {
    const second = await following(portal.organisation.json, withoutGrace)
    await bring(second)
    expect((await sealedFor(portal.organisation.json)).status).toBe(200)
    expect(codeIn(await sealedFor(second))).toBe('roster-changed')
    await portal.publish()
    expect((await sealedFor(second)).status).toBe(200)
  })

  it('ends the session of a member whom it no longer names', async () => {
    const grace = await DeskCaller.at(portal)
    await grace.signIn(loginOf(portal, people.grace), people.grace.key)
    expect((await grace.post('/api/desk/sync', { cursor: {} })).status).toBe(200)
    await bring(await following(portal.organisation.json, withoutGrace))
    await portal.publish()
    expect(codeIn(await grace.post('/api/desk/sync', { cursor: {} }))).toBe('not-signed-in')
  })

  it('is needed before the old one has expired: then no tips are taken, and its successor still is', async () => {
    portal.advance(101 * day)
    await portal.takeCare()
    expect(codeIn(await sealedFor(portal.organisation.json))).toBe('roster-expired')
    const second = await following(portal.organisation.json, (one) => ({
      ...one,
      issued: '2027-03-01' as never,
      expires: '2027-05-01' as never,
    }))
    expect((await bring(second)).json).toEqual({ version: 2 })
    await portal.publish()
    expect((await sealedFor(second)).status).toBe(200)
  })
})

describe('the first roster', () => {
  it('is taken from the stewards whom the operator named, and from nobody else', async () => {
    const empty = await openPortal({ empty: true })
    try {
      const stewards = [people.ida, people.noor, people.mallory].map(({ handle, certificate }) => ({
        handle,
        certificate,
      }))
      const keys = empty.parts.keys
      const own = await rosterJson({ now: empty.clock(), keys, change: (roster) => ({ ...roster, stewards }) })
      expect(codeIn(await bring(own, empty))).toBe('roster-untrusted')
      expect((await bring(empty.organisation.json, empty)).json).toEqual({ version: 1 })
      await empty.publish()
      expect((await empty.fetch(`${empty.origin}/roster.json`)).status).toBe(200)
    } finally {
      await empty.close()
    }
  })

  it('is waited for: before it, everything says to try again or to come back', async () => {
    const empty = await openPortal({ empty: true })
    try {
      const { roster, file } = empty.organisation
      const { octets } = await submission(roster, file.document, { now: empty.clock() })
      expect(codeIn(await postOctets(empty, '/api/intake/submissions', octets))).toBe('try-again')
      const ada = await DeskCaller.at(empty)
      const statement = ada.statement({ ...loginOf(empty, people.ada), nonce: await ada.nonce() })
      expect(codeIn(await ada.login(statement, people.ada.key))).toBe('login-refused')
      expect(empty.alarms).toEqual([])
    } finally {
      await empty.close()
    }
  })
})
