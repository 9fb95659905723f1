import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type BuildOptions, build, type OutputFile, type Plugin } from 'esbuild'
import type { Loaded } from './document.tsx'

/** The house: everything is named from here, so that no path of this machine gets into a file. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Bundle {
  readonly entry: Loaded
  /** All files of it, by path within the site. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

export interface BundleOptions {
  readonly entry: string
  /** Constants to put in, by name. */
  readonly constants?: Readonly<Record<string, string>>
  /** The language whose catalogue it carries, as it stands in addresses; English when left out. */
  readonly language?: string
  /** Leave out what refusals say: the page that shows them says it in its own language, by their code. */
  readonly mute?: boolean
  /** Leave names and lines as they are written. */
  readonly dev: boolean
}

/**
 * One script or style sheet with everything that it needs. What it loads later, if ever, stands in files beside it.
 * The same sources give the same octets under the same names.
 */
export async function bundle({
  entry,
  constants = {},
  language = 'en',
  mute = false,
  dev,
}: BundleOptions): Promise<Bundle> {
  const settings: BuildOptions = {
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: 'site',
    format: 'esm',
    splitting: true,
    platform: 'browser',
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    minify: !dev,
    legalComments: 'linked',
    entryNames: 'assets/[name]-[hash]',
    chunkNames: 'assets/part-[hash]',
    assetNames: 'assets/[name]-[hash]',
    publicPath: '/',
    loader: { '.svg': 'file' },
    // The full build carries old ciphers and compression that nothing here ever opens.
    // Its source is taken unminified, because there a bundler still sees what nobody uses.
    alias: { openpgp: join(root, 'node_modules/openpgp/dist/lightweight/openpgp.mjs') },
    define: {
      'process.env.NODE_ENV': '"production"',
      ...Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)])),
    },
    plugins: [speaking(language), leanPdf, packedWords, ...(mute ? [silence] : [])],
    logLevel: 'silent',
    metafile: true,
  }
  const { outputFiles = [], metafile } = await build(settings)
  const files = new Map(outputFiles.map((file) => [within(file), file.contents]))
  const outputs = Object.entries(metafile?.outputs ?? {})
  const [first] = outputs.find(([, output]) => output.entryPoint === entry) ?? []
  const path = first?.replace(/^site\//, '') ?? ''
  const contents = files.get(path)
  if (contents === undefined) throw new Error(`${entry} gave no file`)
  return { entry: loaded(path, contents), files }
}

/** A file as a page names it. */
export function loaded(path: string, contents: Uint8Array): Loaded {
  return { address: `/${path}`, integrity: `sha384-${createHash('sha384').update(contents).digest('base64')}` }
}

/** Run a module of ours with its JSX in this process. */
export async function evaluate<Module>(entry: string): Promise<Module> {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    target: 'es2022',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'silent',
  })
  const text = outputFiles[0]?.text ?? ''
  return (await import(`data:text/javascript;base64,${Buffer.from(text).toString('base64')}`)) as Module
}

/** Puts the catalogue of a language where the page asks for the chosen one. */
function speaking(language: string): Plugin {
  return {
    name: 'speaking',
    setup: ({ onLoad }) => {
      onLoad({ filter: /[/\\]web[/\\]source[/\\](?:files[/\\])?words[/\\]chosen\.ts$/ }, ({ path }) => ({
        contents: `export { ${language} as words } from './${language}.ts'`,
        resolveDir: dirname(path),
        loader: 'ts',
      }))
    },
  }
}

/**
 * The library for PDF does not say that its modules do nothing when they are loaded, and brings fonts along for drawing.
 * Only what takes a file apart and writes it again is needed.
 */
const leanPdf: Plugin = {
  name: 'lean-pdf',
  setup: ({ onLoad, onResolve, resolve }) => {
    const again = 'resolved once'
    onResolve({ filter: /./ }, async ({ path, importer, resolveDir, kind, pluginData }) => {
      const isOfPdf = path.includes('@cantoo/pdf-lib') || importer.includes('@cantoo/pdf-lib')
      if (pluginData === again || !isOfPdf) return undefined
      return { ...(await resolve(path, { importer, resolveDir, kind, pluginData: again })), sideEffects: false }
    })
    onLoad({ filter: /@cantoo[/\\]pdf-lib[/\\].*\.compressed\.json$/ }, () => ({ contents: '""', loader: 'json' }))
  },
}

/**
 * The list of passphrase words as what each has in common with the one before and how it goes on: they are in order, and
 * no word has a figure in it. A kilobyte less on the line, on every first visit.
 */
const packedWords: Plugin = {
  name: 'packed-words',
  setup: ({ onLoad }) => {
    onLoad({ filter: /@scure[/\\]bip39[/\\]wordlists[/\\]english\.js$/ }, async ({ path }) => {
      const { wordlist } = (await import(pathToFileURL(path).href)) as { wordlist: readonly string[] }
      const packed = wordlist.map((word, at) => {
        const before = wordlist[at - 1] ?? ''
        let same = 0
        while (same < before.length && word[same] === before[same]) same++
        return same + word.slice(same)
      })
      return {
        contents: `let before = ''
          export const wordlist = '${packed.join('')}'.match(/\\d[a-z]+/g).map((one) => (before = before.slice(0, one[0]) + one.slice(1)))`,
      }
    })
  },
}

const silence: Plugin = {
  name: 'silence',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[/\\]domain[/\\]refusal\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace(/\bsays:\s*'(?:[^'\\]|\\.)*'/g, "says: ''"),
      loader: 'ts',
    }))
  },
}

function within(file: OutputFile): string {
  const at = file.path.lastIndexOf('/assets/')
  return at < 0 ? basename(file.path) : file.path.slice(at + 1)
}
