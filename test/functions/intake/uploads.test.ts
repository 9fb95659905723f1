import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toHex } from '../../../domain/bytes.ts'
import { limits } from '../../../domain/limits.ts'
import { chunkClasses, chunksMax, readMissingAnswer, uploadBits } from '../../../domain/upload.ts'
import { postOctets } from '../../support/desk-caller.ts'
import { octets } from '../../support/kept.ts'
import { everybody } from '../../support/people.ts'
import { type OpenPortal, openPortal } from '../../support/portal.ts'
import { signedInAs } from '../../support/signed-in.ts'
import { submission } from '../../support/submissions.ts'
import {
  aChunk,
  announce,
  announcement,
  aPlan,
  codeIn,
  filledUp,
  missingPath,
  sendChunk,
  sendFile,
  uploadPath,
} from '../../support/uploads.ts'

const day = 86_400_000
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

async function tipWith(uploads: readonly string[], to = portal) {
  const { roster, file } = to.organisation
  const { octets: tip } = await submission(roster, file.document, { uploads, now: to.clock() })
  return await postOctets(to, '/api/intake/submissions', tip)
}

async function missing(upload: string, hashes: readonly string[]) {
  return await postOctets(portal, missingPath, filledUp({ upload, hashes }))
}

describe('a file', () => {
  it.each(chunkClasses)(
    'goes up in chunks of %i octets, is claimed by its tip, and comes down as it went up',
    async (chunkClass) => {
      const plan = aPlan(2, chunkClass)
      const chunks = await sendFile(portal, plan)
      expect((await tipWith([plan.upload])).status).toBe(200)
      const ada = await signedInAs(portal, (await everybody()).ada)
      for (const { upload, hash, chunk } of chunks) {
        const { status, octets: got } = await ada.fetchOctets('/api/desk/chunks', { upload, hash })
        expect(status).toBe(200)
        expect(Buffer.from(got).equals(Buffer.from(chunk))).toBe(true)
      }
    },
  )

  it('goes on after the line broke: the portal says which chunks it has, by their hashes', async () => {
    const plan = aPlan(5)
    const chunks = await Promise.all(Array.from({ length: 5 }, () => aChunk(plan)))
    await announce(portal, plan)
    for (const at of [3, 0]) await sendChunk(portal, chunks[at] ?? (await aChunk(plan)))
    const hashes = chunks.map((one) => one.hash)
    expect(readMissingAnswer((await missing(plan.upload, hashes)).json, 'answer')).toEqual({ missing: [1, 2, 4] })
    // Announced again, as after a lost answer: nothing is begun anew.
    expect((await announce(portal, plan)).json).toEqual({ opened: true })
    for (const one of chunks) expect((await sendChunk(portal, one)).json).toEqual({ kept: true })
    expect((await missing(plan.upload, hashes)).json).toEqual({ missing: [] })
    expect((await tipWith([plan.upload])).status).toBe(200)
  })

  it('is not a file before it is whole: its tip is not kept', async () => {
    const plan = aPlan(2)
    await announce(portal, plan)
    await sendChunk(portal, await aChunk(plan))
    const answer = await tipWith([plan.upload])
    expect(answer).toMatchObject({ status: 409, json: { error: { code: 'upload-incomplete' } } })
  })

  it('is asked after a hundred chunks at a time, in an answer of one length', async () => {
    const plan = aPlan(10)
    await announce(portal, plan)
    const hashes = Array.from({ length: limits.hashesAtOnce }, () => toHex(octets(32)))
    const all = await missing(plan.upload, hashes)
    expect(all.json.missing).toHaveLength(limits.hashesAtOnce)
    const none = await missing(plan.upload, [])
    expect([all.length, none.length]).toEqual([2048, 2048])
    expect(codeIn(await missing(plan.upload, [...hashes, toHex(octets(32))]))).toBe('malformed')
  })

  it.each([
    ['work for another upload', async () => await announcement(portal, aPlan(), { upload: toHex(octets(32)) })],
    ['work for fewer chunks', async () => await announcement(portal, aPlan(2), { count: 8 })],
    ['work of the day before yesterday', async () => await announcement(portal, aPlan(), {}, portal.clock() - 2 * day)],
    ['no work', async () => await announcement(portal, aPlan(), { work: [] })],
  ])('is not taken with %s', async (_, request) => {
    // By chance alone, sixteen puzzles of two bits fit once in four billion times.
    expect(codeIn(await postOctets(portal, uploadPath, await request()))).toBe('no-work')
  })

  it('is taken with work of yesterday, because nobody’s clock has to be right to the hour', async () => {
    const request = await announcement(portal, aPlan(), {}, portal.clock() - day)
    expect((await postOctets(portal, uploadPath, request)).json).toEqual({ opened: true })
  })

  it.each([
    ['no chunks', { count: 0 }, 'malformed'],
    ['more chunks than 2 GiB have', { chunkClass: 4_194_304, count: 545 }, 'malformed'],
    ['more small chunks than 2 MiB have', { count: 12 }, 'too-large'],
    ['a count that says more than it may', { chunkClass: 4_194_304, count: 513 }, 'wrong-size'],
    ['chunks of another size', { chunkClass: 1_048_576 }, 'malformed'],
    ['an upload that is a path', { upload: '../../etc' }, 'malformed'],
    ['an unknown field', { name: 'x' }, 'malformed'],
  ])('is not taken with %s', async (_, fields, code) => {
    const request = await announcement(portal, aPlan(), fields)
    expect(codeIn(await postOctets(portal, uploadPath, request))).toBe(code)
  })

  it('costs sixteen times the work of a tip when it is 2 GiB, and what a tip does when it is a photograph', () => {
    expect([1, 2, 3, 4, 16, 64, 256, chunksMax[4_194_304]].map((count) => uploadBits(8, count))).toEqual([
      8, 8, 8, 9, 10, 11, 12, 12,
    ])
  })

  it('is not taken when the operator takes none, and a tip without files is', async () => {
    const off = await openPortal({ filesPerDay: 0 })
    try {
      expect(codeIn(await announce(off, aPlan()))).toBe('uploads-off')
      expect(codeIn(await sendChunk(off, await aChunk(aPlan())))).toBe('uploads-off')
      expect(codeIn(await tipWith([toHex(octets(32))], off))).toBe('uploads-off')
      expect((await tipWith([], off)).status).toBe(200)
    } finally {
      await off.close()
    }
  })

  it('is not taken when the day’s room is used up; what was begun is finished, and tomorrow there is room', async () => {
    const small = await openPortal({ filesPerDay: 1 })
    try {
      const first = aPlan(10)
      const halfOfAll = () => aPlan(128, 4_194_304)
      expect((await announce(small, first)).status).toBe(200)
      expect((await announce(small, halfOfAll())).status).toBe(200)
      expect(await announce(small, halfOfAll())).toMatchObject({
        status: 429,
        json: { error: { code: 'uploads-busy' } },
      })
      expect((await announce(small, first)).json).toEqual({ opened: true })
      expect((await sendChunk(small, await aChunk(first))).status).toBe(200)
      expect((await tipWith([], small)).status).toBe(200)
      small.advance(day)
      expect((await announce(small, halfOfAll())).status).toBe(200)
    } finally {
      await small.close()
    }
  })

  it('that nobody claimed is gone after two days, and its tip is told so', async () => {
    const own = await openPortal()
    try {
      const plan = aPlan(1)
      const [chunk] = await sendFile(own, plan)
      own.advance((limits.unclaimedDays + 1) * day)
      await own.takeCare()
      expect(codeIn(await tipWith([plan.upload], own))).toBe('upload-unknown')
      const ada = await signedInAs(own, (await everybody()).ada)
      const gone = await ada.post('/api/desk/chunks', { upload: plan.upload, hash: chunk?.hash })
      expect(gone).toMatchObject({ status: 422, length: 2048, json: { error: { code: 'chunk-gone' } } })
    } finally {
      await own.close()
    }
  })

  it('is read by reviewers who are signed in, and by nobody else', async () => {
    const plan = aPlan(1)
    const [chunk] = await sendFile(portal, plan)
    const wanted = { upload: plan.upload, hash: chunk?.hash }
    const people = await everybody()
    const partner = await signedInAs(portal, people.harbourWatch)
    expect(codeIn(await partner.post('/api/desk/chunks', wanted))).toBe('not-allowed')
    expect(codeIn(await postOctets(portal, '/api/desk/chunks', filledUp(wanted)))).toBe('not-signed-in')
  })

  it('hid no bug behind a refusal in all of this', () => {
    expect(portal.alarms).toEqual([])
  })
})
