import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { submit } from '../../client/submit.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { clientOf, draft, seat } from '../support/clients.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'

let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})

afterAll(async () => {
  await portal.close()
})

interface Synced {
  readonly feeds: Record<string, { rows: { record?: { channel: string } }[]; more: boolean }>
}

/** A portal that shows in one feed what was sent to another, and perhaps changes the record to fit. */
function moving(relabel: boolean): OpenPortal['fetch'] {
  return async (url, init) => {
    const response = await portal.fetch(url, init)
    if (!url.endsWith('/api/desk/sync')) return response
    const answer = (await response.json()) as Synced
    const rows = answer.feeds.electronics?.rows ?? []
    if (relabel) for (const { record } of rows) if (record !== undefined) record.channel = 'shipping'
    answer.feeds.shipping = { rows, more: false }
    answer.feeds.electronics = { rows: [], more: false }
    return new Response(JSON.stringify(answer))
  }
}

describe('a tip that the portal moved to another desk', () => {
  for (const relabel of [false, true]) {
    it(`is shown to nobody as a tip of that desk${relabel ? ', not even with its record changed to fit' : ''}`, async () => {
      await submit(await clientOf(portal), draft('for electronics'), await makePassphrase())
      await portal.publish()
      const { book } = await seat(portal, portal.organisation.people.ada, moving(relabel))
      await book.sync()
      expect(book.cases).toEqual([])
      expect(new Set(book.unopened.map((one) => one.trouble))).toEqual(new Set(['bad-tip']))
    })
  }
})
