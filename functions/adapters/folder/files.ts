import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { Bytes } from '../../../domain/bytes.ts'

/** Whether a file system call failed for this reason. */
export function failedWith(problem: unknown, code: string): boolean {
  return problem instanceof Error && (problem as NodeJS.ErrnoException).code === code
}

/** Write a whole file where `place` puts it, durable before it can be seen under its name. */
export async function writeWhole(path: string, bytes: Bytes, draft: string, place: Placing): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  try {
    await place(draft, path)
  } finally {
    await rm(draft, { force: true })
  }
  await syncFolder(dirname(path))
}

type Placing = (draft: string, path: string) => Promise<void>

/** Over whatever stood there. */
export const replacing: Placing = rename

/** Only where nothing stood: fails with `EEXIST` otherwise. */
export const creating: Placing = link

export async function readWhole(path: string): Promise<Bytes | null> {
  try {
    return new Uint8Array(await readFile(path))
  } catch (problem) {
    if (failedWith(problem, 'ENOENT')) return null
    throw problem
  }
}

/** A new name in a folder is durable only when the folder is. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
