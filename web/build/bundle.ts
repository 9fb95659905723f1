import { createHash } from 'node:crypto'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build, type OutputFile } from 'esbuild'
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
  /** Leave names and lines as they are written. */
  readonly dev: boolean
}

/**
 * One script or style sheet with everything that it needs. What it loads later, if ever, stands in files beside it.
 * The same sources give the same octets under the same names.
 */
export async function bundle({ entry, constants = {}, dev }: BundleOptions): Promise<Bundle> {
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

function within(file: OutputFile): string {
  const at = file.path.lastIndexOf('/assets/')
  return at < 0 ? basename(file.path) : file.path.slice(at + 1)
}
