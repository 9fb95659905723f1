import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { constants, gunzipSync } from 'node:zlib'

/**
 * Which of these marks stand in any file below a folder, each with the files that hold it: as UTF-8 or UTF-16LE, also
 * in what is compressed by gzip or in the manner of Firefox.
 */
export async function marksIn(folder: string, marks: readonly string[]): Promise<ReadonlyMap<string, string[]>> {
  const found = new Map<string, string[]>()
  const wanted = marks.map((mark) => ({ mark, forms: [Buffer.from(mark, 'utf8'), Buffer.from(mark, 'utf16le')] }))
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const file = join(entry.parentPath, entry.name)
    const layers = layersOf(await readFile(file))
    for (const { mark, forms } of wanted) {
      if (!layers.some((layer) => forms.some((form) => layer.includes(form)))) continue
      found.set(mark, [...(found.get(mark) ?? []), file.slice(folder.length + 1)])
    }
  }
  return found
}

/** The octets of a file, and what stands in them once they are opened up. */
function layersOf(octets: Buffer): readonly Buffer[] {
  const opened = octets.subarray(0, magic.length).equals(magic) ? [openMozLz4(octets)] : []
  return [octets, ...opened, ...gzipped(octets)]
}

const gzipMagic = Buffer.from([0x1f, 0x8b, 0x08])

/** Everything that begins like gzip and can be opened, even if it breaks off. */
function gzipped(octets: Buffer): readonly Buffer[] {
  const opened: Buffer[] = []
  for (let at = octets.indexOf(gzipMagic); at >= 0; at = octets.indexOf(gzipMagic, at + 1)) {
    try {
      opened.push(gunzipSync(octets.subarray(at), { finishFlush: constants.Z_SYNC_FLUSH }))
    } catch {
      // Three octets that look like a beginning and are none.
    }
  }
  return opened
}

const magic = Buffer.from('mozLz40\0')

/** One LZ4 block behind a magic word and the length of what is in it. */
function openMozLz4(octets: Buffer): Buffer {
  const clear = Buffer.alloc(octets.readUInt32LE(magic.length))
  let at = magic.length + 4
  let end = 0
  const lengthOf = (nibble: number): number => {
    let length = nibble
    if (nibble < 15) return length
    for (;;) {
      const more = octets.readUInt8(at++)
      length += more
      if (more < 255) return length
    }
  }
  while (at < octets.length) {
    const token = octets.readUInt8(at++)
    const literals = lengthOf(token >> 4)
    end += octets.copy(clear, end, at, at + literals)
    at += literals
    if (at >= octets.length) break
    const distance = octets.readUInt16LE(at)
    at += 2
    // Octet by octet: a match may reach into what it writes.
    for (let left = lengthOf(token & 15) + 4; left > 0; left--, end++) clear[end] = clear.readUInt8(end - distance)
  }
  if (end !== clear.length) throw new Error('a compressed file of the profile cannot be read')
  return clear
}
