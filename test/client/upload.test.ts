import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Attachment, keptName, neutralName } from '../../client/attachment.ts'
import { download } from '../../client/download.ts'
import { submit } from '../../client/submit.ts'
import { type UploadProgress, upload } from '../../client/upload.ts'
import { dice } from '../../crypto/dice.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { type Bytes, concat } from '../../domain/bytes.ts'
import type { TipFile } from '../../domain/clear/manifest.ts'
import { limits } from '../../domain/limits.ts'
import { clientOf, draft, seat } from '../support/clients.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { codeOf } from '../support/refused.ts'

const chunks = '/api/intake/chunks'
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})

afterAll(async () => {
  expect(portal.alarms).toEqual([])
  await portal.close()
})

function attachment(octets: Bytes, fields: Partial<Attachment> = {}): Attachment {
  return {
    blob: new Blob([octets]),
    name: 'file-1.bin',
    type: 'image/jpeg',
    version: 'original',
    pair: null,
    ...fields,
  }
}

/** The portal, counting the chunks that reach it and bending what a test wants bent. */
function watched(
  bend: (url: string, init: RequestInit | undefined, nth: number) => RequestInit | undefined = (_, one) => one,
) {
  const seen = { chunks: 0 }
  const fetch: OpenPortal['fetch'] = async (url, init) => {
    if (!url.endsWith(chunks)) return await portal.fetch(url, init)
    seen.chunks++
    return await portal.fetch(url, bend(url, init, seen.chunks))
  }
  return Object.assign(fetch, { seen })
}

async function sent(octets: readonly Bytes[], words: string, fetch: OpenPortal['fetch'] = portal.fetch) {
  return await upload(
    await clientOf(portal, fetch),
    words,
    octets.map((one) => attachment(one)),
  ).files
}

function bent(body: unknown): Bytes {
  const octets = new Uint8Array(body instanceof Uint8Array ? body : [])
  octets[5000] = (octets[5000] ?? 0) ^ 1
  return octets
}

/** What Ada gets of a file. */
async function received(file: TipFile): Promise<Bytes> {
  const { session } = await seat(portal, portal.organisation.people.ada)
  const pieces: Bytes[] = []
  await download(session, file, {
    write: async (piece) => {
      await Promise.resolve(pieces.push(piece))
    },
  })
  return concat(...pieces)
}

describe('files with a tip', () => {
  it('arrive as they were, with a tip that tells of them', async () => {
    const files = [dice(3 << 20), dice(700_000), new Uint8Array(0)]
    const words = await makePassphrase()
    const source = await clientOf(portal)
    const told: UploadProgress[] = []
    const uploading = upload(
      source,
      words,
      files.map((one) => attachment(one)),
      (one) => told.push(one),
    )
    const about = await uploading.files
    expect(told.at(-1)).toMatchObject({ waiting: false })
    expect(told.at(-1)?.sent).toBe(told.at(-1)?.total)
    const tip = await submit(source, draft('with three files', { files: about }), words)
    await portal.publish()
    const { book } = await seat(portal, portal.organisation.people.ada)
    await book.sync()
    const arrived = book.cases.flatMap((one) => one.tips).find((one) => one.submission === tip.submission)
    expect(arrived?.record.uploads).toEqual(about.map((one) => one.upload))
    for (const [at, file] of (arrived?.tip.content.files ?? []).entries()) {
      const octets = files[at] ?? new Uint8Array(0)
      expect(file).toMatchObject({ size: octets.length, sha256: createHash('sha256').update(octets).digest('hex') })
      expect(await received(file)).toEqual(octets)
    }
    expect(arrived?.tip.content.files).toHaveLength(3)
  })

  it('go on where they stopped, in another page with the same words and the same file', async () => {
    const octets = dice(2 << 20)
    const words = await makePassphrase()
    const breaking = watched((_, init, nth) => {
      if (nth > 4) throw new TypeError('network error')
      return init
    })
    await expect(sent([octets], words, breaking)).rejects.toMatchObject({ code: 'try-again' })
    const again = watched()
    const [file] = await sent([octets], words, again)
    // Nine pieces and one that fills up; four had been sent, and of those the last few were perhaps cut off.
    expect(file?.chunks).toHaveLength(10)
    expect(again.seen.chunks).toBeGreaterThanOrEqual(6)
    expect(again.seen.chunks).toBeLessThan(6 + limits.chunksAtOnce)
    const [third] = await sent([octets], words, watched())
    expect(third).toEqual(file)
    if (file !== undefined) expect(await received(file)).toEqual(octets)
  })

  it('arrive as they were over any line that loses, damages and repeats', async () => {
    const faults = fc.array(fc.constantFrom('well', 'lost', 'unheard', 'damaged', 'twice'), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(faults, fc.integer({ min: 0, max: 900_000 }), async (line, size) => {
        const left = [...line]
        const fetch: OpenPortal['fetch'] = async (url, init) => {
          const fault = url.endsWith(chunks) ? left.shift() : 'well'
          if (fault === 'lost') throw new TypeError('network error')
          if (fault === 'damaged') return await portal.fetch(url, { ...init, body: bent(init?.body) })
          if (fault === 'twice') await portal.fetch(url, init)
          const answer = await portal.fetch(url, init)
          if (fault === 'unheard') throw new TypeError('network error')
          return answer
        }
        const octets = dice(size)
        const [file] = await sent([octets], await makePassphrase(), fetch)
        if (file === undefined) throw new Error('it was sent')
        expect(await received(file)).toEqual(octets)
      }),
      { numRuns: 15 },
    )
  })

  it('have keys of their own when two are the same', async () => {
    const octets = dice(1000)
    const files = await sent([octets, octets], await makePassphrase())
    expect(new Set(files.map((one) => one.upload)).size).toBe(2)
    expect(new Set(files.flatMap((one) => one.chunks)).size).toBe(2)
  })

  it('can go with a second message of the same source, and after their time was over', async () => {
    const octets = dice(1000)
    const words = await makePassphrase()
    const [first] = await sent([octets], words)
    const source = await clientOf(portal)
    await submit(source, draft('once', { files: first === undefined ? [] : [first] }), words)
    const [second] = await sent([octets], words)
    expect(second?.upload).not.toBe(first?.upload)
    await submit(source, draft('and once more', { files: second === undefined ? [] : [second] }), words)
    if (second !== undefined) expect(await received(second)).toEqual(octets)

    await sent([octets], words)
    portal.advance(4 * 86_400_000)
    await portal.takeCare()
    const [again] = await sent([octets], words)
    if (again !== undefined) expect(await received(again)).toEqual(octets)
    expect(again?.upload).not.toBe(second?.upload)
  })

  it('can be paused, and stopped', async () => {
    const fetch = watched()
    const uploading = upload(await clientOf(portal, fetch), await makePassphrase(), [attachment(dice(2 << 20))])
    uploading.pause()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(fetch.seen.chunks).toBe(0)
    uploading.resume()
    await uploading.files
    expect(fetch.seen.chunks).toBe(10)
    const stopping = upload(await clientOf(portal), await makePassphrase(), [attachment(dice(2 << 20))])
    stopping.cancel()
    await expect(stopping.files).rejects.toMatchObject({ code: 'stopped' })
  })
})

describe('a file that cannot be sent', () => {
  it('is refused before anything is read: too many, or too large', async () => {
    const source = await clientOf(portal)
    const many = Array.from({ length: 500 }, () => attachment(dice(1)))
    expect(await codeOf(async () => await upload(source, await makePassphrase(), many))).toBe('too-many-files')
    const huge = { ...attachment(dice(1)), blob: { size: limits.fileBytesMax + 1 } as Blob }
    expect(await codeOf(async () => await upload(source, await makePassphrase(), [huge]))).toBe('file-too-large')
    const nested = attachment(dice(1), { name: '../etc/passwd' })
    expect(await codeOf(async () => await upload(source, await makePassphrase(), [nested]))).toBe('malformed')
  })

  it('is refused when it changes while it is sent', async () => {
    const octets = dice(600_000)
    // A blob whose octets can be written to, like a file on a disk.
    const changing = {
      size: octets.length,
      slice: (from: number, until: number) => ({
        arrayBuffer: async () => await Promise.resolve(octets.slice(from, until).buffer),
      }),
    } as unknown as Blob
    const fetch = watched((_, init, nth) => {
      if (nth === 2) octets[599_999] = (octets[599_999] ?? 0) ^ 1
      return init
    })
    const uploading = upload(await clientOf(portal, fetch), await makePassphrase(), [
      { ...attachment(octets), blob: changing },
    ])
    await expect(uploading.files).rejects.toMatchObject({ code: 'file-changed' })
  })

  it('is refused when it cannot be read, as a folder cannot', async () => {
    const folder = { size: 4096, slice: () => ({ arrayBuffer: async () => await Promise.reject(new Error('EISDIR')) }) }
    const uploading = upload(await clientOf(portal), await makePassphrase(), [
      { ...attachment(dice(1)), blob: folder as unknown as Blob },
    ])
    await expect(uploading.files).rejects.toMatchObject({ code: 'file-changed' })
  })
})

describe('a file that is not what the tip says', () => {
  it.each([
    ['a chunk is missing from the list', (one: TipFile) => ({ ...one, chunks: one.chunks.slice(1) })],
    ['two chunks change places', (one: TipFile) => ({ ...one, chunks: [...one.chunks].reverse() })],
    ['the size is another', (one: TipFile) => ({ ...one, size: one.size - 1 })],
    ['the hash is another', (one: TipFile) => ({ ...one, sha256: 'ab'.repeat(32) })],
    ['the key is another', (one: TipFile) => ({ ...one, key: 'ab'.repeat(32) })],
  ])('is refused when %s', async (_, bend) => {
    const [file] = await sent([dice(500_000)], await makePassphrase())
    if (file === undefined) throw new Error('it was sent')
    expect(await codeOf(() => received(bend(file)))).toBe('file-damaged')
  })
})

describe('names of files', () => {
  it('say nothing, or what the source kept, without folders and without marks that turn text round', () => {
    expect(neutralName('IMG_20260301_Ada.JPG', 2)).toBe('file-2.jpg')
    expect(neutralName('no ending', 3)).toBe('file-3')
    expect(keptName('C:\\Users\\ada\\list.xlsx', 1)).toBe('list.xlsx')
    expect(keptName('a/b/\u202egpj.exe', 1)).toBe('gpj.exe')
    expect(keptName('..', 4)).toBe('file-4')
  })
})
