import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bodyOverhead } from '../../domain/packet.ts'
import {
  chunkClasses,
  chunkClassFor,
  chunkRequestOf,
  chunkRequestSizes,
  chunksMax,
  paddedCount,
  readChunkRequest,
  readUploadRequest,
} from '../../domain/upload.ts'
import { nodeSha256 } from '../../functions/entry/platform.ts'
import { codeOf } from '../support/refused.ts'
import { shapedBody } from '../support/shapes.ts'
import { aChunk, aPlan } from '../support/uploads.ts'

const most = Math.max(...Object.values(chunksMax))

describe('the count of chunks', () => {
  it('is rounded up, by an eighth at most, and rounding it again changes nothing', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: most }), (count) => {
        const padded = paddedCount(count)
        expect(padded).toBeGreaterThanOrEqual(count)
        expect(padded).toBeLessThanOrEqual(Math.ceil(count * 1.125))
        expect(paddedCount(padded)).toBe(padded)
      }),
    )
  })

  it('leaves a few dozen counts in place of hundreds', () => {
    const counts = new Set(Array.from({ length: most }, (_, at) => paddedCount(at + 1)))
    expect(counts.size).toBeLessThan(64)
  })

  it('has room for files of 2 MiB in small chunks and of 2 GiB in large ones, in either profile', () => {
    for (const profile of ['compat', 'modern'] as const) {
      for (const [chunkClass, fileBytes] of [
        [chunkClasses[0], 2 << 20],
        [chunkClasses[1], 2 ** 31],
      ] as const) {
        expect(chunkClassFor(fileBytes)).toBe(chunkClass)
        // A hundred octets are more than the packets inside the encryption need.
        const content = chunkClass - bodyOverhead(chunkClass, profile) - 100
        expect(paddedCount(Math.ceil(fileBytes / content))).toBeLessThanOrEqual(chunksMax[chunkClass])
      }
    }
    expect(chunkClassFor((2 << 20) + 1)).toBe(chunkClasses[1])
  })

  it('is taken as `paddedCount` makes it, and refused when it says more', () => {
    const work = Array.from({ length: 16 }, () => 0)
    for (let count = 1; count <= most; count++) {
      const request = { ...aPlan(count, chunkClasses[1]), work }
      if (paddedCount(count) === count) expect(readUploadRequest(request, 'upload').count).toBe(count)
      else expect(() => readUploadRequest(request, 'upload')).toThrow(expect.objectContaining({ code: 'wrong-size' }))
    }
  })
})

describe('a request that brings a chunk', () => {
  it('has one of two lengths, and reads back as it was written', async () => {
    for (const chunkClass of chunkClasses) {
      const chunk = await aChunk(aPlan(1, chunkClass))
      const octets = chunkRequestOf(chunk)
      expect(chunkRequestSizes).toContain(octets.length)
      const { upload, hash, chunk: read } = await readChunkRequest(octets, 'compat', nodeSha256)
      expect({ upload, hash }).toEqual({ upload: chunk.upload, hash: chunk.hash })
      expect(Buffer.from(read).equals(Buffer.from(chunk.chunk))).toBe(true)
    }
  })

  it('is refused as damaged whichever octet of hash or chunk changed', async () => {
    const octets = chunkRequestOf(await aChunk(aPlan()))
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 32, max: octets.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, by) => {
          const damaged = octets.slice()
          damaged[at] = (damaged[at] ?? 0) ^ by
          expect(await codeOf(() => readChunkRequest(damaged, 'compat', nodeSha256))).toBe('chunk-damaged')
        },
      ),
      { numRuns: 20 },
    )
  })

  it('is refused when what it brings is sealed by the other profile', async () => {
    const plan = aPlan()
    const chunk = shapedBody(plan.chunkClass, 'modern')
    const hash = Buffer.from(await nodeSha256(chunk)).toString('hex')
    const octets = chunkRequestOf({ upload: plan.upload, hash, chunk })
    expect(await codeOf(() => readChunkRequest(octets, 'compat', nodeSha256))).toBe('not-sealed')
    expect(await readChunkRequest(octets, 'modern', nodeSha256)).toMatchObject({ hash })
  })
})
