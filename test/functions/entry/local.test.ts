import { createServer } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../../domain/day.ts'
import { jsonClassOf } from '../../../domain/sizes.ts'
import { serveLocal } from '../../../functions/entry/local.ts'
import { postOctets } from '../../support/desk-caller.ts'
import { type OpenPortal, openPortal } from '../../support/portal.ts'
import { spaced, submission } from '../../support/submissions.ts'

let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal({ http: true, empty: true })
})
afterAll(async () => await portal.close())

async function eventually<T>(look: () => Promise<T | null>): Promise<T> {
  for (let tries = 0; tries < 100; tries++) {
    const found = await look()
    if (found !== null) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('it did not happen within ten seconds')
}

async function send() {
  const { roster, file } = portal.organisation
  const { octets } = await submission(roster, file.document, { now: portal.clock() })
  return await postOctets(portal, '/api/intake/submissions', octets)
}

describe('a portal on one machine', () => {
  it('starts empty, and says that there is no roster yet', async () => {
    expect((await portal.fetch(`${portal.origin}/roster.json`)).status).toBe(404)
    expect(await send()).toMatchObject({ status: 429, json: { error: { code: 'try-again' } } })
  })

  it('is ready by itself soon after its first roster was brought', async () => {
    const request = { file: JSON.parse(portal.organisation.json) as unknown }
    const octets = spaced(request, jsonClassOf(JSON.stringify(request).length) ?? 0)
    expect((await postOctets(portal, '/api/desk/roster', octets)).json).toEqual({ version: 1 })
    await eventually(async () => ((await portal.fetch(`${portal.origin}/roster.json`)).status === 200 ? true : null))
    await eventually(async () => ((await send()).status === 200 ? true : null))
  })

  it('places a tip in its feed by itself', async () => {
    const rows = await eventually(async () => {
      const page = await portal.parts.feeds.list('electronics', 0, dayOf(portal.clock()), 1 << 20)
      return page.rows.length > 0 ? page.rows : null
    })
    expect(rows[0]?.place).toBe(1)
  })

  it('does not start on a port that is taken, and leaves nothing running', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const { port } = taken.address() as { port: number }
    const { clock, parts } = portal
    const local = { parts, siteDir: '/nowhere', port, clock, dice: parts.dice, workBits: 2, filesPerDay: 1, pin: null }
    await expect(serveLocal(local)).rejects.toMatchObject({ code: 'EADDRINUSE' })
    await new Promise((resolve) => taken.close(resolve))
  })

  it('hid no bug behind a refusal in all of this', () => {
    expect(portal.alarms).toEqual([])
  })
})
