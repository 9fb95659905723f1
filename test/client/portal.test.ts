import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LiveDrops } from '../../client/drops.ts'
import { connect } from '../../client/portal.ts'
import { readReplies } from '../../client/replies.ts'
import { submit } from '../../client/submit.ts'
import { sha256 } from '../../crypto/digest.ts'
import { newSteward } from '../../crypto/member.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { hashOf } from '../../domain/record.ts'
import { parseRosterFile, type Roster } from '../../domain/roster.ts'
import { jsonClasses, submissionRequestBytes } from '../../domain/sizes.ts'
import { clientOf, draft, seat } from '../support/clients.ts'
import { rosterJson } from '../support/organisation.ts'
import { instance } from '../support/people.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'

let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})

afterAll(async () => {
  expect(portal.alarms).toEqual([])
  await portal.close()
})

/** A portal whose published files are these, and nothing else. */
function serving(files: Readonly<Record<string, string>>): OpenPortal['fetch'] {
  return async (url) => {
    const text = files[new URL(url).pathname]
    return text === undefined ? new Response('nothing here', { status: 404 }) : new Response(text)
  }
}

/** The next version after a roster file, changed and signed. */
async function following(json: string, change: (roster: Roster) => Partial<Roster>): Promise<string> {
  const { roster, document } = parseRosterFile(json)
  const previous = await hashOf(document, sha256)
  return await rosterJson({
    now: portal.clock(),
    change: () => ({ ...roster, version: roster.version + 1, previous, ...change(roster) }),
  })
}

describe('a client meets a portal', () => {
  it('believes the newest roster alone while its stewards are the pinned ones', async () => {
    const { json } = portal.organisation
    const second = await following(json, () => ({ organisation: 'A new name' }))
    const client = await clientOf(portal, serving({ '/roster.json': second }))
    expect(client.roster.roster.version).toBe(2)
  })

  it('walks every version from the pin when the stewards have changed since', async () => {
    const { json, people } = portal.organisation
    const oskar = await newSteward('oskar', instance, portal.clock())
    const newQuorum = [people.ida, people.noor].map(({ handle, certificate }) => ({ handle, certificate }))
    const stewards = [...newQuorum, { handle: 'oskar', certificate: oskar.certificate }]
    const second = await following(json, () => ({ stewards }))
    const third = await following(second, () => ({ organisation: 'After the change' }))
    const asked: string[] = []
    const files = serving({ '/roster.json': third, '/roster/1.json': json, '/roster/2.json': second })
    const client = await clientOf(portal, async (url, init) => {
      asked.push(new URL(url).pathname)
      return await files(url, init)
    })
    expect(client.roster.roster.organisation).toBe('After the change')
    expect(asked).toEqual(['/roster.json', '/roster/1.json', '/roster/2.json'])
    const without = clientOf(portal, serving({ '/roster.json': third, '/roster/1.json': json }))
    await expect(without).rejects.toMatchObject({ code: 'try-again' })
  })

  it('refuses an older roster than the one it has seen', async () => {
    const { json } = portal.organisation
    const second = await following(json, () => ({ organisation: 'A new name' }))
    const files: Record<string, string> = { '/roster.json': second }
    const client = await clientOf(portal, serving(files))
    files['/roster.json'] = json
    await expect(client.refresh()).rejects.toMatchObject({ code: 'roster-rolled-back' })
    expect(client.roster.roster.version).toBe(2)
  })

  it('refuses a roster that does not name the address it was fetched from', async () => {
    const { json, pin } = portal.organisation
    const trust = { origin: 'https://elsewhere.example', pin, minimumVersion: 1, site: null }
    const connecting = connect(trust, { fetch: serving({ '/roster.json': json }), clock: portal.clock })
    await expect(connecting).rejects.toMatchObject({ code: 'roster-foreign' })
  })

  it('takes anything that is not an answer of ours as a portal that is out of reach', async () => {
    const client = await clientOf(portal)
    const strange = [
      () => new Response('<h1>Forbidden</h1>', { status: 403 }),
      () => new Response('{"message":"Internal Server Error"}', { status: 500 }),
      () => new Response('{"error":{"code":"out-of-paper"}}', { status: 422 }),
      () => new Response(new Uint8Array([0xff, 0xfe]), { status: 200 }),
      () => new Response(' '.repeat((jsonClasses.at(-1) ?? 0) + 1), { status: 200 }),
      () => Promise.reject(new TypeError('getaddrinfo ENOTFOUND portal.example')),
    ]
    for (const answer of strange) {
      const { wire } = await clientOf(portal, async (url, init) =>
        url.includes('/api/') ? await answer() : await portal.fetch(url, init),
      )
      await expect(wire.post('/api/desk/session/nonce', {})).rejects.toMatchObject({
        code: 'try-again',
        message: expect.not.stringContaining('example'),
      })
    }
    expect(await client.wire.post('/api/desk/session/nonce', {})).toHaveProperty('nonce')
  })

  it('asks for work within what the stewards allow, whatever the portal wishes', async () => {
    const { json, roster } = portal.organisation
    const wishing = async (bits: number) =>
      await (await clientOf(portal, serving({ '/roster.json': json, '/work.json': `{"bits":${bits}}` }))).workBits()
    expect(await wishing(0)).toBe(roster.policy.workBits.floor)
    expect(await wishing(64)).toBe(roster.policy.workBits.ceiling)
    expect(await wishing(7)).toBe(7)
  })
})

describe('what a client sends', () => {
  it('has one of the fixed lengths, always', async () => {
    const lengths: { readonly path: string; readonly octets: number }[] = []
    const measuring: OpenPortal['fetch'] = async (url, init) => {
      const { pathname } = new URL(url)
      if (init?.method === 'POST') lengths.push({ path: pathname, octets: (init.body as Uint8Array).length })
      return await portal.fetch(url, init)
    }
    const source = await clientOf(portal, measuring)
    await submit(source, draft('a'), await makePassphrase())
    await submit(source, draft('b'.repeat(30_000)), await makePassphrase())
    await portal.publish()
    const { book, session } = await seat(portal, portal.organisation.people.ada, measuring)
    await book.sync()
    await session.end()
    const tips = lengths.filter((one) => one.path === '/api/intake/submissions').map((one) => one.octets)
    expect(tips).toEqual([submissionRequestBytes(16_384), submissionRequestBytes(65_536)])
    const others = lengths.filter((one) => one.path !== '/api/intake/submissions')
    expect(others.length).toBeGreaterThan(4)
    for (const { octets } of others) expect(jsonClasses).toContain(octets)
  })

  it('names nothing in an address, keeps nothing in a cache, and sends no cookie', async () => {
    const seen: { readonly url: string; readonly init: RequestInit | undefined }[] = []
    const source = await clientOf(portal, async (url, init) => {
      seen.push({ url, init })
      return await portal.fetch(url, init)
    })
    const drops = new LiveDrops(source)
    await readReplies(source, await makePassphrase(), drops)
    await submit(source, draft('quiet'), await makePassphrase())
    for (const { url, init } of seen) {
      expect(new URL(url).pathname).toMatch(
        /^\/(roster\.json|work\.json|drops\/(index\.json|\d+)|api\/intake\/submissions)$/,
      )
      expect(new URL(url).search).toBe('')
      expect(init).toMatchObject({
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      })
    }
  })
})
