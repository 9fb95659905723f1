import { readdir, readFile } from 'node:fs/promises'
import { join, relative } from 'node:path'

/** Where a mark was found, as `file: mark`. */
export type Finding = string

/** Every file below some folders that holds one of these words, in any of the forms in which they could be kept. */
export async function findMarks(folders: readonly string[], marks: readonly string[]): Promise<Finding[]> {
  const found: Finding[] = []
  for (const folder of folders) {
    for (const path of await filesIn(folder)) {
      const octets = await readIfThere(path)
      for (const mark of marks) if (holds(octets, mark)) found.push(`${relative(folder, path)}: ${mark}`)
    }
  }
  return found
}

/** Whether octets hold a word as text, in either case, in UTF-16, hexadecimal or base64 at any offset. */
export function holds(octets: Buffer, mark: string): boolean {
  const text = octets.toString('latin1')
  const lower = text.toLowerCase()
  const word = Buffer.from(mark, 'utf8')
  return (
    lower.includes(word.toString('latin1').toLowerCase()) ||
    lower.includes(word.toString('hex')) ||
    octets.includes(Buffer.from(mark, 'utf16le')) ||
    base64Forms(word).some((form) => text.includes(form))
  )
}

/** The letters of base64 that do not depend on what stands before or behind. */
function base64Forms(word: Buffer): string[] {
  return [0, 1, 2].flatMap((before) => {
    const whole = Buffer.concat([Buffer.alloc(before), word])
      .toString('base64')
      .replaceAll('=', '')
    const inner = whole.slice(before === 0 ? 0 : before + 1, -1)
    return [inner, inner.replaceAll('+', '-').replaceAll('/', '_')]
  })
}

/** A draft may have got its name since the folder was listed: then there is nothing left under the old one. */
async function readIfThere(path: string): Promise<Buffer> {
  return await readFile(path).catch((trouble: NodeJS.ErrnoException) => {
    if (trouble.code === 'ENOENT') return Buffer.alloc(0)
    throw trouble
  })
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}
