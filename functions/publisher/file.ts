import { sameBytes, toUtf8 } from '../../domain/bytes.ts'
import type { Published } from '../ports/blobs.ts'

/**
 * Write a public file unless it reads so already. Each run looks again, so a file that a slow twin of this publisher
 * overwrote with an older one is mended by the next.
 */
export async function write(published: Published, path: string, text: string): Promise<void> {
  const wanted = toUtf8(text)
  const present = await published.get(path)
  if (present === null || !sameBytes(present, wanted)) await published.put(path, wanted)
}
