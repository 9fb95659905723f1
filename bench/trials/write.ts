import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'

/** Where the page of the trials stands in the site. */
export const trialsPath = '/trials.html'

/** Add a page to a built site whose script seals, opens and tries what a browser is asked to, and takes the time. */
export async function writeTrials(siteDir: string): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'page.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    alias: { openpgp: 'openpgp/lightweight' },
    define: { 'process.env.NODE_ENV': '"production"' },
    outfile: join(siteDir, 'trials.js'),
    logLevel: 'warning',
  })
  const html =
    '<!doctype html><meta charset="utf-8"><title>Trials</title><script type="module" src="/trials.js"></script>'
  await writeFile(join(siteDir, trialsPath), html)
}
