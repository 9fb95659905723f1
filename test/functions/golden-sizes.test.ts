import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reply } from '../../client/desk/acts.ts'
import { submit } from '../../client/submit.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { toBase64Url } from '../../domain/bytes.ts'
import type { SealedEntry } from '../../domain/journal.ts'
import { plain } from '../../domain/print.ts'
import { type BodyClass, bodyClasses, entryClasses } from '../../domain/sizes.ts'
import { chunkClasses } from '../../domain/upload.ts'
import { clientOf, draft, seat } from '../support/clients.ts'
import { postOctets } from '../support/desk-caller.ts'
import { everybody, type People } from '../support/people.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { shapedBatch, shapedBody } from '../support/shapes.ts'
import { shapedEntry, signedInAs } from '../support/signed-in.ts'
import { submission } from '../support/submissions.ts'
import { aChunk, announce, aPlan, filledUp, missingPath, sendChunk, sendFile } from '../support/uploads.ts'

/**
 * Exact lengths of everything that crosses the wire, in octets. What a network sees of a tip, a reply or a note is one
 * of these few numbers. A change here is a change of what a length betrays: think before you follow it.
 */
const golden = {
  submission: { 16384: [32_768, 2_048], 65536: [98_304, 2_048], 262144: [360_448, 2_048] },
  nonce: [2_048, 2_048],
  login: [2_048, 2_048],
  end: [2_048, 2_048],
  syncOfNothing: [2_048, 2_048],
  syncOfOneTip: { 16384: [2_048, 32_768], 65536: [2_048, 131_072], 262144: [2_048, 524_288] },
  entry: { 2048: [8_192, 2_048], 8192: [32_768, 2_048], 65536: [131_072, 2_048] },
  entryThatCameSecond: { 2048: [8_192, 8_192], 8192: [32_768, 32_768], 65536: [131_072, 131_072] },
  slots: [32_768, 2_048],
  drop: [0, 8_192],
  announcement: [2_048, 2_048],
  missing: [8_192, 2_048],
  chunk: { 262144: [262_208, 2_048], 4194304: [4_194_368, 2_048] },
  chunkRead: { 262144: [2_048, 262_144], 4194304: [2_048, 4_194_304] },
} as const

/** All lengths of a day on which a reviewer opens one tip and writes a short, a middling and the longest reply. */
const goldenDay = {
  '/api/desk/session/nonce': ['2048 2048'],
  '/api/desk/session': ['2048 2048'],
  '/api/desk/sync': ['2048 32768'],
  // The note of the longest reply takes the largest class; all others take the smallest.
  '/api/desk/journals/append': ['8192 2048', '131072 2048'],
  '/api/desk/slots': ['32768 2048'],
}

interface Measured extends OpenPortal {
  /** Lengths of the last request and its answer. */
  sizes: [request: number, answer: number]
}

let portal: Measured
let people: People

beforeAll(async () => {
  people = await everybody()
  portal = await measuredPortal()
})
afterAll(async () => await portal.close())

/** A portal whose every request and answer is measured where the wire would be. */
async function measuredPortal(): Promise<Measured> {
  const open = await openPortal()
  const measured: Measured = {
    ...open,
    sizes: [0, 0],
    async fetch(url, init) {
      const answer = await open.fetch(url, init)
      const { byteLength } = await answer.clone().arrayBuffer()
      measured.sizes = [init?.body instanceof Uint8Array ? init.body.length : 0, byteLength]
      return answer
    },
  }
  return measured
}

async function send(to: OpenPortal, channel: string, bodyClass: BodyClass): Promise<void> {
  const { roster, file } = to.organisation
  const { octets } = await submission(roster, file.document, { channel, bodyClass, now: to.clock() })
  expect((await postOctets(to, '/api/intake/submissions', octets)).status).toBe(200)
}

describe('on the wire', () => {
  it.each(bodyClasses)('a tip of the class %i has one length, and its receipt another', async (bodyClass) => {
    for (let count = 0; count < 3; count++) {
      await send(portal, 'electronics', bodyClass)
      expect(portal.sizes).toEqual(golden.submission[bodyClass])
    }
  })

  it('all steps of signing in and out look alike', async () => {
    const ada = await signedInAs(portal, people.ada)
    expect(portal.sizes).toEqual(golden.login)
    await ada.nonce()
    expect(portal.sizes).toEqual(golden.nonce)
    await ada.post('/api/desk/session/end', {})
    expect(portal.sizes).toEqual(golden.end)
  })

  it('a sync that brings nothing looks like the next that brings nothing', async () => {
    const grace = await signedInAs(portal, people.grace)
    for (const cursor of [{}, { electronics: 1 }, { electronics: 1_000_000_000, shipping: 1_000_000_000 }]) {
      await grace.post('/api/desk/sync', { cursor })
      expect(portal.sizes[0]).toBe(golden.syncOfNothing[0])
    }
    expect(portal.sizes).toEqual(golden.syncOfNothing)
  })

  it.each(bodyClasses)('a sync that brings one tip of the class %i has one length', async (bodyClass) => {
    const fresh = await measuredPortal()
    try {
      await send(fresh, 'nuclear', bodyClass)
      await fresh.publish()
      const lise = await signedInAs(fresh, people.lise)
      await lise.post('/api/desk/sync', { cursor: {} })
      expect(fresh.sizes).toEqual(golden.syncOfOneTip[bodyClass])
    } finally {
      await fresh.close()
    }
  })

  it.each(entryClasses)(
    'an entry of the class %i has one length, whether it brings a key or not',
    async (entryClass) => {
      const ada = await signedInAs(portal, people.ada)
      const append = async (entry: SealedEntry) =>
        await ada.post('/api/desk/journals/append', { channel: 'shipping', entry: plain(entry) })
      const journal = entryClass.toString(16).padStart(32, '0')
      const first = { ...(await shapedEntry(null, journal)), body: shapedBody(entryClass) }
      expect((await append(first)).status).toBe(200)
      expect(portal.sizes).toEqual(golden.entry[entryClass])
      const second = { ...(await shapedEntry(first)), body: shapedBody(entryClass) }
      expect((await append(second)).status).toBe(200)
      expect(portal.sizes).toEqual(golden.entry[entryClass])
      // Whoever came second gets the entry that stands there.
      const late = { ...(await shapedEntry(first)), body: shapedBody(entryClass) }
      expect((await append(late)).status).toBe(409)
      expect(portal.sizes).toEqual(golden.entryThatCameSecond[entryClass])
    },
  )

  it('a batch of slots has one length, and so has every drop', async () => {
    const ada = await signedInAs(portal, people.ada)
    await ada.post('/api/desk/slots', { slots: toBase64Url(shapedBatch()) })
    expect(portal.sizes).toEqual(golden.slots)
    await portal.publish()
    await portal.fetch(`${portal.origin}/drops/0`)
    expect(portal.sizes).toEqual(golden.drop)
  })

  it.each(chunkClasses)('a chunk of the class %i has one length, on its way in and out', async (chunkClass) => {
    const plan = aPlan(2, chunkClass)
    await announce(portal, plan)
    expect(portal.sizes).toEqual(golden.announcement)
    const ada = await signedInAs(portal, people.ada)
    for (const again of [await aChunk(plan), await aChunk(plan)]) {
      for (const chunk of [again, again]) await sendChunk(portal, chunk)
      expect(portal.sizes).toEqual(golden.chunk[chunkClass])
      await ada.fetchOctets('/api/desk/chunks', { upload: plan.upload, hash: again.hash })
      expect(portal.sizes).toEqual(golden.chunkRead[chunkClass])
    }
    // One too many, and one of no upload: refused at the same lengths.
    for (const refused of [await aChunk(plan), await aChunk(aPlan(1, chunkClass))]) {
      await sendChunk(portal, refused)
      expect(portal.sizes).toEqual(golden.chunk[chunkClass])
    }
  })

  it('a question after a hundred chunks has one length, whether all are missing or none', async () => {
    const plan = aPlan(10)
    const chunks = await sendFile(portal, plan)
    const strangers = Array.from({ length: 100 }, (_, at) => at.toString(16).padStart(64, '0'))
    const known = Array.from({ length: 100 }, (_, at) => chunks[at % 10]?.hash)
    for (const hashes of [strangers, known]) {
      expect((await postOctets(portal, missingPath, filledUp({ upload: plan.upload, hashes }))).status).toBe(200)
      expect(portal.sizes).toEqual(golden.missing)
    }
  })

  it('a refusal has the length of a receipt', async () => {
    const { roster, file } = portal.organisation
    for (const fields of [{ uploads: ['00'.repeat(32)] }, { work: [] }, { channel: 'gardening' }, { extra: 1 }]) {
      const { octets } = await submission(roster, file.document, { fields, now: portal.clock() })
      expect((await postOctets(portal, '/api/intake/submissions', octets)).status).not.toBe(200)
      expect(portal.sizes).toEqual(golden.submission[16_384])
    }
  })
})

/** Every request of a client and its answer, by path. */
function noted(open: OpenPortal) {
  const sizes = new Map<string, Set<string>>()
  const fetch: OpenPortal['fetch'] = async (url, init) => {
    const answer = await open.fetch(url, init)
    const { byteLength } = await answer.clone().arrayBuffer()
    const path = new URL(url).pathname
    if (path.startsWith('/api/')) {
      const sent = init?.body instanceof Uint8Array ? init.body.length : 0
      sizes.set(path, (sizes.get(path) ?? new Set()).add(`${sent} ${byteLength}`))
    }
    return answer
  }
  return { sizes, fetch }
}

describe('what the product’s own clients send', () => {
  it.each([
    ['a word', 1, 16_384],
    ['a page', 4_000, 16_384],
    ['as much as the smallest class takes', 13_900, 16_384],
    ['a little more', 16_400, 65_536],
    ['as much as the middle class takes', 63_000, 65_536],
    ['as much as the form takes', 200_000, 262_144],
  ] as const)('has for a tip of %s the length of its class', async (_, length, bodyClass) => {
    const { sizes, fetch } = noted(portal)
    // Chance instead of words: nothing in it can be packed smaller.
    const narrative = toBase64Url(portal.parts.dice(length)).slice(0, length)
    await submit(await clientOf(portal, fetch), draft(narrative), await makePassphrase())
    expect([...(sizes.get('/api/intake/submissions') ?? [])]).toEqual([golden.submission[bodyClass].join(' ')])
  })

  it('has in a reviewer’s day these few lengths', async () => {
    const open = await openPortal()
    try {
      await submit(await clientOf(open), draft('a valve that nobody ordered'), await makePassphrase())
      await open.publish()
      const { sizes, fetch } = noted(open)
      const { book } = await seat(open, people.ada, fetch)
      await book.sync()
      for (const text of ['yes', 'x'.repeat(400), 'x'.repeat(12_000)]) {
        await reply(book, book.cases[0]?.journal ?? '', { text, showState: false })
      }
      expect(Object.fromEntries([...sizes].map(([path, lengths]) => [path, [...lengths]]))).toEqual(goldenDay)
    } finally {
      await open.close()
    }
  })
})
