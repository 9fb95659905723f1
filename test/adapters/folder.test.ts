import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { folderBlobs } from '../../functions/adapters/folder/blobs.ts'
import { folderPublished } from '../../functions/adapters/folder/published.ts'
import { dice } from '../support/ground.ts'
import { octets } from '../support/kept.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'safehand-folder-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('A folder of blobs', () => {
  it('gives back what was put, until it is erased', async () => {
    const blobs = folderBlobs(folder, dice)
    const bytes = octets(300_000)
    expect(await blobs.get('body/one')).toBeNull()
    await blobs.put('body/one', bytes)
    expect(await blobs.get('body/one')).toEqual(bytes)
    await blobs.erase('body/one')
    await blobs.erase('body/one')
    await blobs.erase('body/never')
    expect(await blobs.get('body/one')).toBeNull()
  })

  it('takes the same octets again, and never others under the same name, whoever comes at once', async () => {
    const blobs = folderBlobs(folder, dice)
    const [one, other] = [octets(1000), octets(1000)]
    await Promise.all(Array.from({ length: 8 }, () => blobs.put('name', one)))
    await expect(blobs.put('name', other)).rejects.toThrow(/written once/)
    expect(await blobs.get('name')).toEqual(one)
    expect(await filesIn(folder)).toHaveLength(1)
  })

  it('cannot be led out of itself by a name, and shows no name', async () => {
    const blobs = folderBlobs(join(folder, 'inside'), dice)
    await blobs.put('../../outside', octets(10))
    const [file, ...others] = await filesIn(folder)
    expect(others).toEqual([])
    expect(file).toMatch(/\/inside\/[0-9a-f]{2}\/[0-9a-f]{62}$/)
  })
})

describe('The folder of public files', () => {
  it('replaces a file whole, and readers see the old one or the new one', async () => {
    const published = folderPublished(folder, dice)
    const versions = Array.from({ length: 20 }, (_, at) => new Uint8Array(50_000).fill(at))
    await published.put('/roster.json', new Uint8Array(50_000).fill(0))
    const reading = Promise.all(
      Array.from({ length: 40 }, async () => {
        const seen = await published.get('/roster.json')
        expect(seen?.length).toBe(50_000)
        expect(new Set(seen).size).toBe(1)
      }),
    )
    for (const version of versions) await published.put('/roster.json', version)
    await reading
    expect(new Uint8Array(await readFile(join(folder, 'roster.json')))).toEqual(versions.at(-1))
    expect(await filesIn(folder)).toHaveLength(1)
  })

  it('takes only paths of public files', async () => {
    const published = folderPublished(folder, dice)
    for (const path of ['/roster.json', '/roster/12.json', '/drops/index.json', '/drops/0', '/work.json']) {
      await published.put(path, octets(1))
      expect(await published.get(path)).not.toBeNull()
    }
    for (const path of ['roster.json', '/../roster.json', '/drops/../x', '/.hidden', '/a//b', '/', '/drops/', '/%2e']) {
      await expect(published.put(path, octets(1))).rejects.toThrow(/public file/)
      await expect(published.get(path)).rejects.toThrow(/public file/)
    }
  })
})

async function filesIn(path: string): Promise<string[]> {
  const found = await readdir(path, { recursive: true, withFileTypes: true })
  return found.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}
