import { readFile, stat, writeFile } from 'node:fs/promises'
import { type Bytes, concat, fromUtf8 } from '../domain/bytes.ts'
import { limits } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'

/**
 * Octets of a file that the caller named.
 *
 * @throws Refusal `usage` when it cannot be read, `too-large`
 */
export async function readBytes(path: string, octetsMax: number = limits.commandFileBytesMax): Promise<Bytes> {
  const { size } = await stat(path).catch(() => {
    throw new Refusal('usage', `${path} cannot be read`)
  })
  if (size > octetsMax) throw new Refusal('too-large', `${path} is larger than ${octetsMax} octets`)
  return new Uint8Array(await readFile(path))
}

/** Text of a file in UTF-8. @throws Refusal `usage`, `too-large`, `malformed` */
export async function readText(path: string, octetsMax: number = limits.commandFileBytesMax): Promise<string> {
  const text = fromUtf8(await readBytes(path, octetsMax))
  if (text === null) throw new Refusal('malformed', `${path} is not text in UTF-8`)
  return text
}

/** Text of standard input in UTF-8. @throws Refusal `too-large`, `malformed` */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of stream) {
    length += piece.length
    if (length > limits.commandFileBytesMax) throw new Refusal('too-large')
    pieces.push(piece)
  }
  const text = fromUtf8(concat(...pieces))
  if (text === null) throw new Refusal('malformed', 'standard input is not text in UTF-8')
  return text
}

export async function exists(path: string): Promise<boolean> {
  return await stat(path).then(
    () => true,
    () => false,
  )
}

/** Write a file that only its owner reads, and never over one that is there. @throws Refusal `usage` */
export async function writeSecret(path: string, text: string): Promise<void> {
  await writeFile(path, text, { mode: 0o600, flag: 'wx' }).catch(() => {
    throw new Refusal('usage', `${path} cannot be written, or is there already`)
  })
}
