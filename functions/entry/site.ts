import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { keepFor, siteHeaders } from '../../domain/site-headers.ts'

/** Compressed forms that a browser may take, best first. The build leaves them beside each file. */
const encodings = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const
export type Encoding = (typeof encodings)[number]['name']

interface SiteFile {
  readonly type: string
  readonly keep: string
  readonly octets: Uint8Array<ArrayBuffer>
  readonly encoded: ReadonlyMap<Encoding, Uint8Array<ArrayBuffer>>
}

/** The built site, read once into memory: a path is looked up among those that exist, so none leads elsewhere. */
export class Site {
  readonly #files: ReadonlyMap<string, SiteFile>

  private constructor(files: ReadonlyMap<string, SiteFile>) {
    this.#files = files
  }

  /** Read a built site. A folder that does not exist is an empty site. */
  static async read(folder: string): Promise<Site> {
    const octets = new Map<string, Uint8Array<ArrayBuffer>>()
    for (const name of await namesIn(folder)) octets.set(name, new Uint8Array(await readFile(join(folder, name))))
    const files = new Map<string, SiteFile>()
    for (const [name, whole] of octets) {
      if (encodings.some(({ ending }) => name.endsWith(ending))) continue
      files.set(pathOfFile(name), {
        type: typeOf(name),
        keep: isNamedByHash(name) ? keepFor.ever : keepFor.page,
        octets: whole,
        encoded: encodedForms(name, octets),
      })
    }
    return new Site(files)
  }

  /** The octets of a file, or `null`. */
  async get(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
    return this.#files.get(path)?.octets ?? null
  }

  /** The file of a path, or the answer that there is none. */
  answer(path: string, accepted: readonly Encoding[]): Response {
    const file = this.#files.get(path)
    if (file !== undefined) return answerOfFile(file, accepted)
    // Somebody typed a page without its last stroke.
    if (this.#files.has(`${path}/`))
      return new Response(null, { status: 308, headers: { ...siteHeaders, location: `${path}/` } })
    return notFound()
  }
}

/** The answer for a path that nothing of ours has. */
export function notFound(): Response {
  const headers = { ...siteHeaders, 'content-type': 'text/plain; charset=utf-8', 'cache-control': keepFor.page }
  return new Response('There is no such page here.\n', { status: 404, headers })
}

function answerOfFile(file: SiteFile, accepted: readonly Encoding[]): Response {
  const encoding = encodings.find(({ name }) => accepted.includes(name) && file.encoded.has(name))?.name
  const headers = {
    ...siteHeaders,
    'content-type': file.type,
    'cache-control': file.keep,
    vary: 'accept-encoding',
    ...(encoding === undefined ? {} : { 'content-encoding': encoding }),
  }
  return new Response((encoding === undefined ? undefined : file.encoded.get(encoding)) ?? file.octets, { headers })
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const found = await readdir(folder, { recursive: true, withFileTypes: true })
    return found
      .filter((one) => one.isFile())
      .map((one) =>
        join(one.parentPath, one.name)
          .slice(folder.length + 1)
          .split(sep)
          .join('/'),
      )
  } catch (trouble) {
    if ((trouble as { code?: unknown }).code === 'ENOENT') return []
    throw trouble
  }
}

function encodedForms(
  name: string,
  octets: ReadonlyMap<string, Uint8Array<ArrayBuffer>>,
): Map<Encoding, Uint8Array<ArrayBuffer>> {
  const forms = new Map<Encoding, Uint8Array<ArrayBuffer>>()
  for (const encoding of encodings) {
    const form = octets.get(name + encoding.ending)
    if (form !== undefined) forms.set(encoding.name, form)
  }
  return forms
}

/** `en/index.html` is found at `/en/`. */
function pathOfFile(name: string): string {
  return `/${name === 'index.html' || name.endsWith('/index.html') ? name.slice(0, -'index.html'.length) : name}`
}

/** The build puts eight or more letters of a hash before the ending of what never changes. */
function isNamedByHash(name: string): boolean {
  return /[.-][A-Za-z0-9_]{8,64}\.(?:js|css|svg|png|woff2|ico|webp|map|json)$/.test(name)
}

function typeOf(name: string): string {
  return types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webp: 'image/webp',
  woff2: 'font/woff2',
}
