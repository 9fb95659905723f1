import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './planted-tree.ts'

/** Every source file under these folders, by its path from the root of the project. */
export function sourcesIn(...folders: readonly string[]): readonly { readonly path: string; readonly text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(?:ts|tsx|mjs|cjs)$/.test(path))
      .map((path) => ({ path: `${folder}/${path}`, text: readFileSync(join(root, folder, path), 'utf8') })),
  )
}

/** The code without its comments. Strings that hold two slashes keep them: a colon stands before. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/.*$/gm, '$1')
}
