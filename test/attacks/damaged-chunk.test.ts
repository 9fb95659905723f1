import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../../domain/day.ts'
import { chunkRequestOf } from '../../domain/upload.ts'
import { postOctets } from '../support/desk-caller.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { aChunk, announce, aPlan, chunkPath, codeIn, sendChunk } from '../support/uploads.ts'

/**
 * Goal: spoil a file on its way, so that it arrives as another one or never. Method: change octets of a chunk, cut it
 * short, exchange chunks between files, and send recorded chunks again in any order.
 */
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

describe('a chunk that was changed on its way', () => {
  it.each([
    ['its first octet', 64],
    ['its last octet', -1],
    ['the hash before it', 40],
  ])('in %s is refused, and the right one is taken afterwards', async (_, at) => {
    const plan = aPlan(1)
    await announce(portal, plan)
    const chunk = await aChunk(plan)
    const octets = chunkRequestOf(chunk)
    const place = at < 0 ? octets.length + at : at
    octets[place] = (octets[place] ?? 0) ^ 1
    expect(codeIn(await postOctets(portal, chunkPath, octets))).toBe('chunk-damaged')
    expect((await sendChunk(portal, chunk)).json).toEqual({ kept: true })
  })

  it('in the name of its upload is of an upload that does not exist', async () => {
    const plan = aPlan(1)
    await announce(portal, plan)
    const octets = chunkRequestOf(await aChunk(plan))
    octets[0] = (octets[0] ?? 0) ^ 1
    expect(codeIn(await postOctets(portal, chunkPath, octets))).toBe('upload-unknown')
  })

  it.each([0, 63, 64, 262_207, 262_209, 4_194_367])('in its length, to %i octets, is refused', async (length) => {
    expect(codeIn(await postOctets(portal, chunkPath, new Uint8Array(length)))).toBe('wrong-size')
  })

  it('in its class is refused: a small chunk in a file of large ones', async () => {
    const plan = aPlan(1, 4_194_304)
    await announce(portal, plan)
    const small = await aChunk({ ...plan, chunkClass: 262_144 })
    expect(codeIn(await sendChunk(portal, small))).toBe('wrong-size')
  })
})

describe('recorded chunks', () => {
  it('sent again, in any order and many at once, are the same file', async () => {
    const plan = aPlan(3)
    await announce(portal, plan)
    const chunks = await Promise.all([1, 2, 3].map(() => aChunk(plan)))
    const all = [...chunks, ...chunks.toReversed(), ...chunks]
    const answers = await Promise.all(all.map((one) => sendChunk(portal, one)))
    // A store that is busy with the very same chunk may say so.
    for (const one of answers) expect([undefined, 'try-again']).toContain(codeIn(one))
    for (const one of chunks) expect((await sendChunk(portal, one)).json).toEqual({ kept: true })
    for (const one of chunks) {
      expect(await portal.parts.chunks.find(one, dayOf(portal.clock()))).toEqual(one.chunk)
    }
  })

  it('of one file are no chunks of another, even when both exist', async () => {
    const [one, other] = [aPlan(1), aPlan(1)]
    await announce(portal, one)
    await announce(portal, other)
    const chunk = await aChunk(one)
    await sendChunk(portal, chunk)
    expect(await portal.parts.chunks.find({ ...chunk, upload: other.upload }, dayOf(portal.clock()))).toBeNull()
  })
})
