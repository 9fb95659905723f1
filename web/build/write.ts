import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const compressed = {
  br: async (contents: Uint8Array) =>
    await promisify(brotliCompress)(contents, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
      },
    }),
  gz: async (contents: Uint8Array) => await promisify(gzip)(contents, { level: constants.Z_BEST_COMPRESSION }),
}

/**
 * Write a site into a folder of its own, each file with its compressed forms beside it, and put it in place at the
 * end: whoever serves the folder sees the old site or the new one.
 */
export async function writeSite(out: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const next = `${out}.next`
  await rm(next, { recursive: true, force: true })
  await Promise.all(
    [...files].map(async ([path, contents]) => {
      const file = join(next, path)
      await mkdir(dirname(file), { recursive: true })
      await writeFile(file, contents)
      for (const [ending, compress] of Object.entries(compressed)) {
        await writeFile(`${file}.${ending}`, await compress(contents))
      }
    }),
  )
  await rm(out, { recursive: true, force: true })
  await rename(next, out)
}
