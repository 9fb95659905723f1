import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { concat, toBase64Url } from '../../../domain/bytes.ts'
import { splitDrop } from '../../../domain/drop.ts'
import { readFeedPages } from '../../../domain/feed.ts'
import { readSealedEntry, type SealedEntry } from '../../../domain/journal.ts'
import { plain } from '../../../domain/print.ts'
import { bodyClasses, jsonClasses } from '../../../domain/sizes.ts'
import { type DeskCaller, postOctets } from '../../support/desk-caller.ts'
import { everybody } from '../../support/people.ts'
import { type OpenPortal, openPortal } from '../../support/portal.ts'
import { shapedBatch } from '../../support/shapes.ts'
import { shapedEntry, signedInAs } from '../../support/signed-in.ts'
import { submission } from '../../support/submissions.ts'

let portal: OpenPortal
let ada: DeskCaller
let lise: DeskCaller
let vera: DeskCaller

beforeAll(async () => {
  portal = await openPortal()
  const people = await everybody()
  ada = await signedInAs(portal, people.ada)
  lise = await signedInAs(portal, people.lise)
  vera = await signedInAs(portal, people.vera)
})
afterAll(async () => await portal.close())

function codeIn(answer: { json: Record<string, unknown> }): unknown {
  return (answer.json.error as { code?: unknown } | undefined)?.code
}

async function sync(who: DeskCaller, cursor: Record<string, number>) {
  const answer = await who.post('/api/desk/sync', { cursor })
  expect(answer.status).toBe(200)
  expect(jsonClasses).toContain(answer.length)
  return readFeedPages(answer.json.feeds, 'feeds')
}

const append = async (who: DeskCaller, channel: string, entry: SealedEntry) =>
  await who.post('/api/desk/journals/append', { channel, entry: plain(entry) })

async function send(channel: string, bodyClass: (typeof bodyClasses)[number]): Promise<string> {
  const { roster, file } = portal.organisation
  const { octets, record } = await submission(roster, file.document, { channel, bodyClass, now: portal.clock() })
  expect((await postOctets(portal, '/api/intake/submissions', octets)).status).toBe(200)
  return record.id
}

describe('the desk', () => {
  it('gives a reviewer the feeds of their channels and no other', async () => {
    await portal.publish()
    expect(Object.keys(await sync(ada, {})).sort()).toEqual(['electronics', 'shipping'])
    expect(Object.keys(await sync(lise, {})).sort()).toEqual(['electronics', 'nuclear'])
    expect(codeIn(await ada.post('/api/desk/sync', { cursor: { nuclear: 0 } }))).toBe('not-allowed')
  })

  it('gives every tip once, in pages that fit into an answer, however large they are', async () => {
    const ids: string[] = []
    for (let count = 0; count < 12; count++) ids.push(await send('electronics', bodyClasses[2]))
    for (let count = 0; count < 5; count++) ids.push(await send('shipping', bodyClasses[0]))
    await portal.publish()
    const cursor: Record<string, number> = { electronics: 0, shipping: 0 }
    const got: string[] = []
    let pages = 0
    for (let more = true; more && pages < 20; pages++) {
      const feeds = await sync(ada, cursor)
      for (const [channel, page] of Object.entries(feeds)) {
        for (const row of page.rows) {
          expect(row.place).toBe((cursor[channel] ?? 0) + 1)
          cursor[channel] = row.place
          if (row.kind === 'submission') got.push(row.record.id)
        }
      }
      more = Object.values(feeds).some((page) => page.more)
    }
    expect(got.sort()).toEqual(ids.sort())
    expect(pages).toBeGreaterThan(1)
  })

  it('appends an entry where it belongs and gives it to every reviewer of the channel', async () => {
    const entry = await shapedEntry(null)
    const before = (await sync(lise, {})).electronics?.rows.length ?? 0
    expect((await append(ada, 'electronics', entry)).json).toEqual({ appended: true })
    expect((await append(ada, 'electronics', entry)).json).toEqual({ appended: true })
    await portal.publish()
    const rows = (await sync(lise, { electronics: before })).electronics?.rows ?? []
    const entries = rows.flatMap((row) => (row.kind === 'entry' ? [row.entry] : []))
    expect(entries).toEqual([entry])
  })

  it('shows whoever comes second what the first one wrote', async () => {
    const journal = 'cd'.repeat(16)
    const first = await shapedEntry(null, journal)
    const second = await shapedEntry(null, journal)
    await append(ada, 'electronics', first)
    const answer = await append(lise, 'electronics', second)
    expect(answer.status).toBe(409)
    expect(codeIn(answer)).toBe('journal-moved')
    expect(readSealedEntry((answer.json.error as { winner?: unknown }).winner, 'winner')).toEqual(first)
    expect((await append(lise, 'electronics', await shapedEntry(first))).json).toEqual({ appended: true })
  })

  it('appends nothing that leaves a gap or lies in a channel of others', async () => {
    const gap = { ...(await shapedEntry(await shapedEntry(null, 'ef'.repeat(16)))), position: 7 }
    expect(codeIn(await append(ada, 'electronics', gap))).toBe('malformed')
    expect(codeIn(await append(ada, 'nuclear', await shapedEntry(null, '12'.repeat(16))))).toBe('not-allowed')
  })

  it.each([
    [
      'in clear',
      async (entry: SealedEntry) => ({ ...entry, body: new Uint8Array(entry.body.length).fill(0x41) }),
      'not-sealed',
    ],
    ['of another size', async (entry: SealedEntry) => ({ ...entry, body: entry.body.slice(1) }), 'wrong-size'],
    ['that brings no key', async (entry: SealedEntry) => ({ ...entry, grants: concat() }), 'wrong-grants'],
    [
      'that brings too few grants',
      async (entry: SealedEntry) => ({ ...entry, grants: entry.grants.slice(96) }),
      'wrong-grants',
    ],
    [
      'that follows something and comes first',
      async (entry: SealedEntry) => ({ ...entry, previous: '00'.repeat(32) }),
      'malformed',
    ],
  ])('refuses a first entry %s', async (_, bent, code) => {
    expect(codeIn(await append(ada, 'electronics', await bent(await shapedEntry(null, '34'.repeat(16)))))).toBe(code)
  })

  it('keeps slots and puts every one of them into one drop, unread', async () => {
    const batches = [shapedBatch(), shapedBatch()]
    for (const batch of batches) {
      expect((await ada.post('/api/desk/slots', { slots: toBase64Url(batch) })).json).toEqual({ kept: true })
    }
    await portal.publish()
    const { next } = (await (await portal.fetch(`${portal.origin}/drops/index.json`)).json()) as { next: number }
    const published: string[] = []
    for (let number = 0; number < next; number++) {
      const drop = await portal.fetch(`${portal.origin}/drops/${number}`)
      published.push(...splitDrop(new Uint8Array(await drop.arrayBuffer())).map(toBase64Url))
    }
    for (const slot of batches.flatMap(splitDrop).map(toBase64Url)) {
      expect(published.filter((one) => one === slot)).toHaveLength(1)
    }
  })

  it('allows those who neither read nor answer nothing', async () => {
    expect(codeIn(await vera.post('/api/desk/sync', { cursor: {} }))).toBe('not-allowed')
    expect(codeIn(await append(vera, 'electronics', await shapedEntry(null, '56'.repeat(16))))).toBe('not-allowed')
    expect(codeIn(await vera.post('/api/desk/slots', { slots: toBase64Url(shapedBatch()) }))).toBe('not-allowed')
  })

  it('hid no bug behind a refusal in all of this', () => {
    expect(portal.alarms).toEqual([])
  })
})
