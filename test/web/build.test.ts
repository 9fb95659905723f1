import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSite, type Site } from '../../web/build.ts'

const pin = 'ab'.repeat(32)
let folder: string
let site: Site

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'))
  site = await buildSite({ pin, minimumVersion: 3, out: join(folder, 'one') })
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

const text = (path: string): string => Buffer.from(site.files.get(path) ?? []).toString()
const pages = (): string[] => [...site.files.keys()].filter((path) => path.endsWith('.html'))
const compressed = (path: string): number => brotliCompressSync(site.files.get(path) ?? new Uint8Array()).length
const fileOf = (pattern: RegExp, page: string): string => pattern.exec(text(page))?.[1] ?? 'missing'

describe('the built site', () => {
  it('is the same octets when it is built again', async () => {
    const again = await buildSite({ pin, minimumVersion: 3, out: join(folder, 'two') })
    expect([...again.files.keys()].sort()).toEqual([...site.files.keys()].sort())
    for (const [path, contents] of site.files)
      expect(Buffer.from(contents).equals(again.files.get(path) ?? new Uint8Array())).toBe(true)
  })

  it('has every file in a br and a gz form that give the file back', async () => {
    for (const [path, contents] of site.files) {
      const file = join(folder, 'one', path)
      expect(Buffer.from(contents).equals(brotliDecompressSync(await readFile(`${file}.br`)))).toBe(true)
      expect(Buffer.from(contents).equals(gunzipSync(await readFile(`${file}.gz`)))).toBe(true)
    }
  })

  it('checks every script and style of a page by its hash', () => {
    for (const page of pages()) {
      const loaded = [
        ...text(page).matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))" integrity="sha384-([^"]+)"/g),
      ]
      const named = [...text(page).matchAll(/(?:src|href)="\/assets\/[^"]+\.(?:js|css)"/g)]
      expect(loaded.length).toBeGreaterThan(0)
      expect(loaded).toHaveLength(named.length)
      for (const [, path = '', hash] of loaded) {
        expect(
          createHash('sha384')
            .update(site.files.get(path) ?? '')
            .digest('base64'),
        ).toBe(hash)
      }
    }
  })

  it('has nothing inline and nothing from elsewhere', () => {
    for (const page of pages()) {
      expect(text(page)).not.toMatch(/<style|style="|<script(?![^>]* src=)|\son[a-z]+="|https?:\/\//)
    }
  })

  it('carries its pin and its oldest roster version where a script is to check them', () => {
    for (const page of ['index.html', 'en/index.html', 'desk/index.html']) {
      expect(text(page)).toContain(`<meta name="safehand-pin" content="${pin}"`)
      expect(text(page)).toContain('<meta name="safehand-minimum-version" content="3"')
    }
  })

  it('can be read without any script', () => {
    expect(text('index.html')).toContain('Say what you have seen')
    expect(text('index.html')).toContain('does not run scripts')
    expect(text('en/limits/index.html')).toContain('Your network')
    expect(text('en/how-it-works/index.html')).toContain('twelve words')
  })

  it('does not name this machine', () => {
    for (const contents of site.files.values()) expect(Buffer.from(contents).includes(process.cwd())).toBe(false)
  })

  it('keeps a first visit below 25 kB before it is painted and below 100 kB in all', () => {
    const script = fileOf(/src="\/(assets\/[^"]+)"/, 'index.html')
    const style = fileOf(/rel="stylesheet" href="\/(assets\/[^"]+)"/, 'index.html')
    const pictures = [...site.files.keys()].filter((path) => path.endsWith('.svg'))
    const painted = ['index.html', script, style, ...pictures].reduce((sum, path) => sum + compressed(path), 0)
    const worker = fileOf(/"\/(assets\/worker-[A-Z0-9]+\.js)"/, script)
    expect(painted).toBeLessThan(25_000)
    expect(compressed(worker)).toBeGreaterThan(50_000)
    expect(painted + compressed(worker)).toBeLessThan(100_000)
  })
})
