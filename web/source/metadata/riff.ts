import { orientationOnly, readExif } from './exif.ts'
import { type Finding, finding, type Stripped } from './findings.ts'
import { four, type Octets, plain, utf8 } from './octets.ts'
import { readXmp } from './xmp.ts'

const picture = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])
const sound = new Set(['fmt ', 'data', 'fact'])

/** Bits of VP8X that announce a colour profile, Exif and XMP. */
const announced = { profile: 0x20, exif: 0x08, xmp: 0x04 }

/** A WebP of its needed chunks alone. @returns `null` when it is not built as a WebP is */
export function stripWebp(octets: Octets): Stripped | null {
  const findings: Finding[] = []
  const chunks: Chunk[] = []
  let orientation = 1
  for (const one of chunksOf(octets)) {
    if (picture.has(one.name)) chunks.push(one)
    else if (one.name === 'EXIF') {
      const content = octets.part(one.from, one.to)
      const exif = readExif(content.slice(octets.says(one.from, 'Exif\0\0') ? 6 : 0))
      findings.push(...exif.findings)
      orientation = exif.orientation
    } else if (one.name === 'XMP ') findings.push(...readXmp(utf8(octets.part(one.from, one.to))))
    else if (one.name === 'C2PA') findings.push(finding('credentials'))
    else findings.push(finding(one.name === 'ICCP' ? 'profile' : 'other'))
  }
  const first = chunks[0]
  if (first === undefined) return null
  const extended = first.name === 'VP8X'
  // Only the extended form can say how to turn; a picture in the simple form never could.
  const turned = extended && orientation !== 1
  const parts = chunks.map((one) => {
    const content = octets.part(one.from, one.to).slice()
    if (one.name === 'VP8X') {
      const flags = (content[0] ?? 0) & ~(announced.profile | announced.exif | announced.xmp)
      content[0] = turned ? flags | announced.exif : flags
    }
    return chunk(one.name, content)
  })
  if (turned) parts.push(chunk('EXIF', orientationOnly(orientation)))
  return { findings: [...findings, ...behind(octets)], pieces: riff('WEBP', parts) }
}

/** A WAV file with its sound and nothing else. @returns `null` when it is not built as one */
export function stripWav(octets: Octets): Stripped | null {
  const findings: Finding[] = []
  const parts: Blob[] = []
  for (const { name, from, to } of chunksOf(octets)) {
    if (sound.has(name)) parts.push(chunk(name, octets.part(from, to)))
    else if (name === 'bext') findings.push(finding('person', utf8(octets.part(from, to)).split('\0').join(' ')))
    else findings.push(finding(name === 'LIST' || name === 'id3 ' ? 'words' : 'other'))
  }
  return parts.length < 2 ? null : { findings: [...findings, ...behind(octets)], pieces: riff('WAVE', parts) }
}

interface Chunk {
  readonly name: string
  readonly from: number
  readonly to: number
}

function chunksOf(octets: Octets): readonly Chunk[] {
  const end = Math.min(octets.length, 8 + octets.u32(4, true))
  const chunks: Chunk[] = []
  for (let at = 12; at + 8 <= end; ) {
    const length = octets.u32(at + 4, true)
    const to = at + 8 + length
    octets.part(at, to)
    chunks.push({ name: octets.latin(at, at + 4), from: at + 8, to })
    at = to + (length % 2)
  }
  return chunks
}

function behind(octets: Octets): readonly Finding[] {
  return octets.length > 8 + octets.u32(4, true) + 1 ? [finding('hidden')] : []
}

function chunk(name: string, content: Uint8Array<ArrayBuffer>): Blob {
  const filling = new Uint8Array(content.length % 2)
  return new Blob([plain(name), four(content.length, true), content, filling])
}

function riff(form: string, chunks: readonly Blob[]): readonly BlobPart[] {
  const length = 4 + chunks.reduce((sum, one) => sum + one.size, 0)
  return [plain('RIFF'), four(length, true), plain(form), ...chunks]
}
