import { orientationOnly, readExif } from './exif.ts'
import { type Finding, finding, type Stripped } from './findings.ts'
import { four, type Octets, plain, utf8 } from './octets.ts'
import { readXmp } from './xmp.ts'

/** Chunks that a picture needs to be shown as it is. Everything else goes, also what nobody has invented yet. */
const needed = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD cICP acTL fcTL fdAT'.split(' '))

/** A PNG of its needed chunks alone, each octet by octet. @returns `null` when it is not built as a PNG is */
export function stripPng(octets: Octets): Stripped | null {
  const findings: Finding[] = []
  const pieces: BlobPart[] = [octets.part(0, 8)]
  let orientation = 1
  let at = 8
  for (;;) {
    const length = octets.u32(at)
    const name = octets.latin(at + 4, at + 8)
    const end = at + 12 + length
    const content = octets.part(at + 8, at + 8 + length)
    if (at === 8 && name !== 'IHDR') return null
    if (name === 'eXIf') {
      const exif = readExif(content.slice())
      findings.push(...exif.findings)
      orientation = exif.orientation
    } else if (needed.has(name)) {
      if (name === 'IEND' && orientation !== 1) pieces.push(chunk('eXIf', orientationOnly(orientation)))
      pieces.push(octets.part(at, end))
    } else findings.push(...told(name, content))
    at = end
    if (name === 'IEND') break
  }
  if (at < octets.length) findings.push(finding('hidden'))
  return { findings, pieces }
}

function told(name: string, content: Uint8Array): readonly Finding[] {
  switch (name) {
    case 'tEXt':
    case 'zTXt':
    case 'iTXt':
      return textOf(name, content)
    case 'tIME':
      return [finding('time', timeOf(content))]
    case 'iCCP':
    case 'pHYs':
      return [finding('profile')]
    case 'caBX':
      return [finding('credentials')]
    default:
      return [finding('other')]
  }
}

/** A keyword, a zero, and text that may be compressed: then only the keyword is shown. */
function textOf(name: string, content: Uint8Array): readonly Finding[] {
  const [keyword = '', ...more] = utf8(content).split('\0')
  if (keyword.startsWith('XML:com.adobe.xmp')) return readXmp(utf8(content))
  const value = name === 'zTXt' ? keyword : `${keyword}: ${more.at(-1) ?? ''}`
  if (/author|artist/i.test(keyword)) return [finding('person', value)]
  if (/software/i.test(keyword)) return [finding('program', value)]
  if (/time|date/i.test(keyword)) return [finding('time', value)]
  return [finding('words', value)]
}

function timeOf(content: Uint8Array): string | null {
  const [high = 0, low = 0, month = 0, day = 0] = content
  return content.length < 7 ? null : `${high * 256 + low}-${month}-${day}`
}

function chunk(name: string, content: Uint8Array<ArrayBuffer>): Blob {
  const checked = Uint8Array.from([...plain(name), ...content])
  return new Blob([four(content.length), checked, four(checksum(checked))])
}

/** CRC-32 as PNG has it. */
function checksum(octets: Uint8Array): number {
  let sum = 0xffffffff
  for (const octet of octets) {
    sum ^= octet
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
