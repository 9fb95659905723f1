import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BundleOptions, bundle, evaluate, root } from './build/bundle.ts'
import type { Loaded } from './build/document.tsx'
import type { drawPages } from './build/pages.tsx'
import { writeSite } from './build/write.ts'
import { languages } from './source/words/languages.ts'

export interface SiteOptions {
  /** Hash of who may sign the first roster, in hexadecimal; empty for a site that trusts nobody yet. */
  readonly pin: string
  /** The oldest roster version that the site believes. */
  readonly minimumVersion: number
  /** The folder to write. What stood there is replaced. */
  readonly out: string
  /** Where "Exit this page" leads; an empty page when left out. */
  readonly exit?: string
  /** The portal's address in the Tor network, `http://….onion`, for Tor Browser to offer; none when left out. */
  readonly onion?: string
  /** Leave scripts legible. */
  readonly dev?: boolean
}

/** A written site: its files by path, and their octets before compression. */
export interface Site {
  readonly files: ReadonlyMap<string, Uint8Array>
}

/**
 * Build the whole site: pages drawn beforehand, scripts, workers, styles, each with its compressed forms. The same
 * sources and options give the same octets.
 */
export async function buildSite({
  pin,
  minimumVersion,
  out,
  exit = 'about:blank',
  onion = '',
  dev = false,
}: SiteOptions): Promise<Site> {
  const files = new Map<string, Uint8Array>()
  const add = async (entry: string, more: Pick<BundleOptions, 'constants' | 'language' | 'mute'> = {}) => {
    const made = await bundle({ entry, ...more, dev })
    for (const [path, contents] of made.files) files.set(path, contents)
    return made.entry
  }
  // A page's script names its worker by an address with a hash in it, so the worker comes first.
  const desks = async () => {
    const worker = await add('web/desk/worker.ts')
    return await add('web/desk/main.tsx', { constants: { SAFEHAND_WORKER: worker.address } })
  }
  // One worker for all languages; one page script for each, with its words inside.
  const portals = async () => {
    const worker = await add('web/source/worker.ts', { mute: true })
    const constants = { SAFEHAND_WORKER: worker.address }
    const scripts = new Map<string, Loaded>()
    for (const language of languages.map(({ words }) => words.path)) {
      scripts.set(language, await add('web/source/main.tsx', { constants, language }))
    }
    return scripts
  }
  const [source, desk, reading, sourceStyle, deskStyle, pages] = await Promise.all([
    portals(),
    desks(),
    add('web/lib/reading.ts'),
    add('web/source/source.css'),
    add('web/desk/desk.css'),
    evaluate<{ readonly drawPages: typeof drawPages }>('web/build/pages.tsx'),
  ])
  // The style sheet brought the mark along; the icon of the page is the same file, so it is fetched once.
  const mark = [...files.keys()].find((path) => path.startsWith('assets/mark-'))
  if (mark === undefined) throw new Error('the style sheet names no mark')
  const parts = {
    pin,
    minimumVersion,
    exit,
    onion,
    styles: { source: sourceStyle, desk: deskStyle },
    mark: `/${mark}`,
    scripts: { source, desk, reading },
  }
  for (const { path, text } of pages.drawPages(parts)) files.set(path, Buffer.from(text))
  await writeSite(out, files)
  return { files }
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const pin = process.env.SAFEHAND_PIN ?? ''
  const out = join(root, 'dist/site')
  const onion = process.env.SAFEHAND_ONION ?? ''
  const { files } = await buildSite({ pin, minimumVersion: 1, out, onion })
  const trusts = pin === '' ? 'It trusts no portal yet: set SAFEHAND_PIN to the pin of one.' : `It trusts ${pin}.`
  process.stdout.write(`${files.size} files in ${out}. ${trusts}\n`)
}
