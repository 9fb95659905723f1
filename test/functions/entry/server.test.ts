import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request as httpRequest, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toUtf8 } from '../../../domain/bytes.ts'
import { siteHeaders } from '../../../domain/site-headers.ts'
import { requestBytesMax as requestBytesMaxOf } from '../../../functions/entry/outermost.ts'
import { serverOf } from '../../../functions/entry/server.ts'
import { Site } from '../../../functions/entry/site.ts'

const requestBytesMax = requestBytesMaxOf('/api/intake/submissions')
const page = '<!doctype html><title>Home</title>'
const script = 'export const one = 1\n'.repeat(50)
const published = new Map([
  ['/roster.json', toUtf8('{"roster":1}')],
  ['/drops/0', toUtf8('octets')],
  ['/roster/7.json', toUtf8(JSON.stringify({ members: 'many '.repeat(1000) }))],
])

let folder: string
let server: Server
const seen: Request[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'))
  await mkdir(join(folder, 'desk'))
  await mkdir(join(folder, 'assets'))
  await writeFile(join(folder, 'index.html'), page)
  await writeFile(join(folder, 'desk', 'index.html'), page)
  await writeFile(join(folder, 'assets', 'main-AB12CD34.js'), script)
  await writeFile(join(folder, 'assets', 'main-AB12CD34.js.br'), brotliCompressSync(script))
  await writeFile(join(folder, 'assets', 'main-AB12CD34.js.gz'), gzipSync(script))
  server = serverOf({
    api: async (request) => {
      seen.push(request)
      return Response.json({ length: (await request.arrayBuffer()).byteLength })
    },
    site: await Site.read(folder),
    published: { get: async (path) => published.get(path) ?? null },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

interface Got {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET', body?: Buffer): Promise<Got> {
  const { port } = server.address() as AddressInfo
  return await new Promise((resolve, reject) => {
    const asked = httpRequest({ port, host: '127.0.0.1', path, headers, method }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces) }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

describe('the server on one machine', () => {
  it('serves a page afresh each time and a file named by its hash for ever', async () => {
    const home = await ask('/')
    expect(home.body.toString()).toBe(page)
    expect(home.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(home.headers['cache-control']).toBe('no-cache')
    const asset = await ask('/assets/main-AB12CD34.js')
    expect(asset.body.toString()).toBe(script)
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable')
  })

  it('sends the best compressed form that the browser takes', async () => {
    const path = '/assets/main-AB12CD34.js'
    const best = await ask(path, { 'accept-encoding': 'gzip, deflate, br' })
    expect(best.headers['content-encoding']).toBe('br')
    expect(brotliDecompressSync(best.body).toString()).toBe(script)
    const older = await ask(path, { 'accept-encoding': 'gzip' })
    expect(older.headers['content-encoding']).toBe('gzip')
    expect(gunzipSync(older.body).toString()).toBe(script)
  })

  it('sends a roster compressed to whoever takes that, and a drop as it is', async () => {
    const whole = published.get('/roster/7.json') ?? new Uint8Array(0)
    expect((await ask('/roster/7.json')).body.equals(whole)).toBe(true)
    for (let times = 0; times < 2; times++) {
      const small = await ask('/roster/7.json', { 'accept-encoding': 'gzip, br' })
      expect(small.headers['content-encoding']).toBe('br')
      expect(brotliDecompressSync(small.body).equals(whole)).toBe(true)
      const older = await ask('/roster/7.json', { 'accept-encoding': 'gzip' })
      expect(gunzipSync(older.body).equals(whole)).toBe(true)
    }
    expect((await ask('/drops/0', { 'accept-encoding': 'br' })).headers).not.toHaveProperty('content-encoding')
  })

  it('puts the same headers on a page, a published file, an answer and a wrong path', async () => {
    for (const path of ['/', '/roster.json', '/drops/0', '/nothing']) {
      expect((await ask(path)).headers).toMatchObject(siteHeaders)
    }
  })

  it('names neither its clock nor its make', async () => {
    for (const path of ['/', '/roster.json', '/api/intake/submissions', '/nothing']) {
      const { headers } = await ask(path)
      for (const name of ['date', 'server', 'x-powered-by', 'last-modified', 'etag', 'set-cookie']) {
        expect(headers).not.toHaveProperty(name)
      }
    }
  })

  it('leads a page that lacks its last stroke to the right one', async () => {
    const answer = await ask('/desk')
    expect(answer.status).toBe(308)
    expect(answer.headers.location).toBe('/desk/')
  })

  it.each([
    '/../package.json',
    '/..%2fpackage.json',
    '/assets/',
    '/drops/00',
    '/drops/-1',
    '/roster/0.json',
    '/work.json',
  ])('has nothing at %s', async (path) => {
    expect((await ask(path)).status).toBe(404)
  })

  it('lets only what our code may know reach it', async () => {
    const headers = {
      'content-type': 'application/json',
      dpop: 'a.proof',
      'safehand-session': 'a-token',
      'user-agent': 'MARK-agent',
      'accept-language': 'MARK-language',
      'x-forwarded-for': '203.0.113.77',
      forwarded: 'for=203.0.113.77',
      cookie: 'MARK=cookie',
      referer: 'https://example.org/MARK',
      origin: 'https://MARK.example',
      host: 'MARK.example',
    }
    await ask('/api/intake/submissions?MARK=query', headers, 'POST', Buffer.from('{}'))
    const request = seen.at(-1)
    expect(request?.url).toBe('http://portal.invalid/api/intake/submissions')
    expect(Object.fromEntries(request?.headers ?? [])).toEqual({
      'content-type': 'application/json',
      dpop: 'a.proof',
      'safehand-session': 'a-token',
    })
  })

  it('reads no more of a request than is enough to refuse it', async () => {
    const answer = await ask('/api/intake/submissions', {}, 'POST', Buffer.alloc(requestBytesMax + 4_000_000)).catch(
      () => null,
    )
    // The rest is not waited for, so the connection may be gone before the answer is read; either is right.
    if (answer !== null) {
      const { length } = JSON.parse(answer.body.toString()) as { length: number }
      expect(length).toBeGreaterThan(requestBytesMax)
      expect(length).toBeLessThan(requestBytesMax + 200_000)
    }
    expect((await ask('/')).status).toBe(200)
  })
})
