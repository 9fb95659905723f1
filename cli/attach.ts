import { createHash } from 'node:crypto'
import { createReadStream, openAsBlob } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Attachment, keptName, neutralName } from '../client/attachment.ts'
import { limits } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'

/**
 * Files that the caller named, as they are: nothing is cleaned here. Their octets are read when they are sent.
 *
 * @param keepNames show reviewers the files' own names instead of neutral ones
 * @throws Refusal `usage` for what is no file, `too-many-files`, `file-too-large`
 */
export async function attachmentsOf(paths: readonly string[], keepNames: boolean): Promise<readonly Attachment[]> {
  if (paths.length > limits.uploadsMax) throw new Refusal('too-many-files')
  const attachments: Attachment[] = []
  for (const [at, path] of paths.entries()) {
    await checkFile(path)
    const nameOf = keepNames ? keptName : neutralName
    attachments.push({
      blob: await openAsBlob(path),
      name: nameOf(basename(path), at + 1),
      type: '',
      version: 'original',
      pair: null,
      sha256: await fileHash(path),
    })
  }
  return attachments
}

async function checkFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null)
  if (found === null) throw new Refusal('usage', `--attach ${path}: there is no such file, or it cannot be read`)
  if (!found.isFile())
    throw new Refusal('usage', `--attach ${path}: this is not a file. Pack a folder into an archive.`)
  if (found.size > limits.fileBytesMax) throw new Refusal('file-too-large')
}

async function fileHash(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Uint8Array)
  } catch {
    throw new Refusal('file-changed')
  }
  return hash.digest('hex')
}
