import { type Finding, finding, type Stripped } from './findings.ts'
import { four, Octets, utf8 } from './octets.ts'

/** The first part of a file that has to be read to know where its sound begins. */
const headMax = 32 << 20

/**
 * An MP3 without the tags before and behind its sound. The sound itself is not touched and not read.
 *
 * @returns `null` when there is no sound between the tags
 */
export async function stripMp3(file: Blob): Promise<Stripped | null> {
  const findings: Finding[] = []
  let from = 0
  for (;;) {
    const head = await octetsOf(file, from, from + 10)
    if (!head.says(0, 'ID3')) break
    const length = [6, 7, 8, 9].reduce((sum, at) => sum * 128 + (head.u8(at) & 0x7f), 0)
    const to = from + 10 + length + (head.u8(5) & 0x10 ? 10 : 0)
    findings.push(...tagged(await octetsOf(file, from, Math.min(to, from + headMax))))
    from = to
  }
  let to = file.size
  const last = await octetsOf(file, Math.max(from, to - 128), to)
  if (last.says(0, 'TAG')) {
    findings.push(finding('words', last.latin(3, 93).split('\0').join(' ')))
    to -= 128
  }
  const foot = await octetsOf(file, Math.max(from, to - 32), to)
  if (foot.says(0, 'APETAGEX')) {
    findings.push(finding('words'))
    const headed = foot.u32(20, true) >= 0x80000000
    to -= foot.u32(12, true) + (headed ? 32 : 0)
  }
  const lyrics = await octetsOf(file, Math.max(from, to - 9), to)
  if (lyrics.says(0, 'LYRICS200') || lyrics.says(0, 'LYRICSEND')) return null
  const start = await octetsOf(file, from, from + 2)
  if (to <= from || start.length < 2 || (start.u16(0) & 0xffe0) !== 0xffe0) return null
  return { findings, pieces: [file.slice(from, to)] }
}

/** A FLAC file with its sound and the table to find places in it, and nothing else. */
export async function stripFlac(file: Blob): Promise<Stripped | null> {
  const findings: Finding[] = []
  const kept: { readonly type: number; readonly content: Blob }[] = []
  for (let at = 4; ; ) {
    const head = (await octetsOf(file, at, at + 4)).u32(0)
    const type = (head >>> 24) & 0x7f
    const content = file.slice(at + 4, at + 4 + (head & 0xffffff))
    at += 4 + content.size
    if (type === 0 || type === 3) kept.push({ type, content })
    else if (type === 4) findings.push(finding('words', utf8(new Uint8Array(await content.slice(4).arrayBuffer()))))
    else if (type !== 1) findings.push(finding(type === 6 ? 'thumbnail' : 'other'))
    if (head >>> 31 === 0) continue
    const pieces = kept.map(({ type, content }, place) => {
      const isLast = place === kept.length - 1
      return new Blob([four((isLast ? 0x80000000 : 0) + (type << 24) + content.size), content])
    })
    return kept[0]?.type === 0 ? { findings, pieces: [file.slice(0, 4), ...pieces, file.slice(at)] } : null
  }
}

async function octetsOf(file: Blob, from: number, to: number): Promise<Octets> {
  return new Octets(new Uint8Array(await file.slice(from, to).arrayBuffer()))
}

const people = new Set(['TPE1', 'TPE2', 'TOPE', 'TOWN', 'TCOM'])
const times = new Set(['TDRC', 'TDEN', 'TDTG', 'TYER'])
const programs = new Set(['TSSE', 'TENC'])

/** What the frames of an ID3 tag say, as far as they are text. */
function tagged(tag: Octets): readonly Finding[] {
  const findings: Finding[] = []
  for (let at = 10; at + 10 < tag.length && /^[A-Z0-9]{4}$/.test(tag.latin(at, at + 4)); ) {
    const name = tag.latin(at, at + 4)
    const length = Math.min(tag.u32(at + 4), tag.length - at - 10)
    if (name === 'APIC') findings.push(finding('thumbnail'))
    else if (people.has(name)) findings.push(finding('person', textOf(tag, at + 10, length)))
    else if (times.has(name)) findings.push(finding('time', textOf(tag, at + 10, length)))
    else if (programs.has(name)) findings.push(finding('program', textOf(tag, at + 10, length)))
    else findings.push(finding('words', name.startsWith('T') ? textOf(tag, at + 10, length) : null))
    at += 10 + length
  }
  return findings.length === 0 ? [finding('words')] : findings
}

function textOf(tag: Octets, at: number, length: number): string | null {
  if (length < 2) return null
  const text = tag.part(at + 1, at + Math.min(length, 400))
  const wide = tag.u8(at) === 1 || tag.u8(at) === 2
  return new TextDecoder(wide ? 'utf-16le' : 'utf-8').decode(text)
}
