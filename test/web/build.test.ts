import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildSite, type Site } from '../../web/build.ts'
import { languages } from '../../web/source/words/languages.ts'

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

  it('has every page in every language, under its own path and in its own direction', () => {
    const folders = ['', 'safely/', 'how-it-works/', 'limits/', 'other-ways/', 'signs/']
    for (const { words } of languages) {
      for (const folder of folders) {
        const page = text(`${words.path}/${folder}index.html`)
        expect(page).toContain(`<html lang="${words.language}" dir="${words.dir}">`)
        for (const other of languages) expect(page).toContain(`href="/${other.words.path}/${folder}"`)
      }
    }
    expect(text('index.html')).toBe(text('en/index.html'))
  })

  it('carries the words of one language in the script of a page', () => {
    for (const { words } of languages) {
      const scripts = loadedBy(`${words.path}/index.html`).map(text).join('')
      for (const other of languages) expect(scripts.includes(other.words.tell.lede)).toBe(other.words === words)
    }
  })

  it('publishes the signs to look for as JSON, with sources that exist', () => {
    const { signs, sources } = JSON.parse(text('indicators.json'))
    expect(signs.length).toBeGreaterThan(50)
    expect(new Set(signs.map(({ id }: { id: string }) => id)).size).toBe(signs.length)
    for (const { from } of signs) for (const one of from) expect(sources).toHaveProperty([one])
  })

  it('offers its address in the Tor network on every page of a source, and only when it has one', async () => {
    const onion = `http://${'a'.repeat(56)}.onion`
    const { files } = await buildSite({ pin, minimumVersion: 1, out: join(folder, 'onion'), onion })
    const page = Buffer.from(files.get('fr/limits/index.html') ?? []).toString()
    expect(page).toContain(`<meta http-equiv="onion-location" content="${onion}/fr/limits/"`)
    expect(text('fr/limits/index.html')).not.toContain('onion-location')
  })

  it('keeps a first visit below 25 kB before it is painted and below 100 kB in all', () => {
    const page = 'index.html'
    const style = fileOf(/rel="stylesheet" href="\/(assets\/[^"]+)"/, page)
    const pictures = [...site.files.keys()].filter((path) => path.endsWith('.svg'))
    const painted = weight([page, style, ...pictures, ...loadedBy(page)])
    const worker = weight(withImports(workerOf(page)))
    expect(painted).toBeLessThan(25_000)
    expect(worker).toBeGreaterThan(50_000)
    expect(painted + worker).toBeLessThan(100_000)
  })

  it('weighs in every other language at most 2200 octets more than in English', () => {
    const pageWeight = (path: string): number => weight([`${path}/index.html`, ...loadedBy(`${path}/index.html`)])
    for (const { words } of languages) expect(pageWeight(words.path) - pageWeight('en'), words.path).toBeLessThan(2200)
  })

  it('loads nothing about files before somebody wants to send one', () => {
    const first = [...loadedBy('index.html'), ...withImports(workerOf('index.html'))].map(text).join('')
    const all = [...site.files.keys()].filter((path) => path.endsWith('.js')).map(text)
    for (const mark of ['docProps/core.xml', 'moov', 'PieceInfo']) {
      expect(first).not.toContain(mark)
      expect(all.some((one) => one.includes(mark))).toBe(true)
    }
  })
})

/** A script and all that it cannot start without; what it loads later, if ever, is left out. */
function withImports(path: string): readonly string[] {
  const found = new Set([path])
  for (const one of found)
    for (const [, next = ''] of text(one).matchAll(/\b(?:from|import)"\/(assets\/[^"]+\.js)"/g)) found.add(next)
  return [...found]
}

function loadedBy(page: string): readonly string[] {
  return withImports(fileOf(/<script[^>]* src="\/(assets\/[^"]+)"/, page))
}

function workerOf(page: string): string {
  const scripts = loadedBy(page)
  return fileOf(
    /"\/(assets\/worker-[A-Z0-9]+\.js)"/,
    scripts.find((one) => text(one).includes('/assets/worker-')) ?? '',
  )
}

function weight(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + compressed(path), 0)
}
