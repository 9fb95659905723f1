import { orientationOnly, readExif } from './exif.ts'
import { type Finding, finding, type Stripped } from './findings.ts'
import { Octets, plain, utf8 } from './octets.ts'
import { readXmp } from './xmp.ts'

/**
 * A JPEG without what it does not need to be shown: the coded picture stays octet by octet, so nothing is computed anew.
 * How it has to be turned is kept, in an Exif block of our own that says only that.
 *
 * @returns `null` when it is not built as a JPEG is
 */
export function stripJpeg(octets: Octets): Stripped | null {
  const taken: Taken = { findings: [], head: [octets.part(0, 2)], rest: [], orientation: 1 }
  let at = 2
  for (;;) {
    if (octets.u8(at) !== 0xff) return null
    while (octets.u8(at + 1) === 0xff) at++
    const marker = octets.u8(at + 1)
    if (marker === endOfImage) break
    const end = at + 2 + octets.u16(at + 2)
    const after = marker === startOfScan ? endOfScan(octets, end) : end
    if (isApplication(marker)) takeApplication(octets, at, end, taken)
    else taken.rest.push(octets.part(at, after))
    at = after
  }
  const { findings, head, rest, orientation } = taken
  rest.push(octets.part(at, at + 2))
  if (at + 2 < octets.length) findings.push(finding('hidden'))
  if (orientation !== 1) head.push(applicationOne(orientationOnly(orientation)))
  return { findings, pieces: [...head, ...rest] }
}

/** What was taken out of a picture so far, and what of it stays. */
interface Taken {
  readonly findings: Finding[]
  readonly head: BlobPart[]
  readonly rest: BlobPart[]
  orientation: number
}

function takeApplication(octets: Octets, at: number, end: number, taken: Taken): void {
  const kept = keptApplication(octets, at, end)
  if (kept !== null) {
    taken.head.push(...kept)
    return
  }
  const marker = octets.u8(at + 1)
  const segment = octets.part(at + 4, end)
  const exif = exifIn(marker, segment)
  if (exif !== null) taken.orientation = exif.orientation
  taken.findings.push(...(exif?.findings ?? told(marker, segment)))
}

const endOfImage = 0xd9
const startOfScan = 0xda
const exifName = 'Exif\0\0'
const xmpName = 'http://ns.adobe.com/xap/1.0/\0'

/** Application segments and comments: nothing of the picture itself is in them. */
function isApplication(marker: number): boolean {
  return (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe
}

/** The two application segments that a picture needs to be shown right. JFIF may hold a small picture: without it. */
function keptApplication(octets: Octets, at: number, end: number): readonly BlobPart[] | null {
  const marker = octets.u8(at + 1)
  if (marker === 0xee && octets.says(at + 4, 'Adobe')) return [octets.part(at, end)]
  if (marker !== 0xe0 || !octets.says(at + 4, 'JFIF\0')) return null
  return [Uint8Array.of(0xff, 0xe0, 0, 16), octets.part(at + 4, at + 16), Uint8Array.of(0, 0)]
}

function exifIn(marker: number, segment: Uint8Array<ArrayBuffer>) {
  const isExif = marker === 0xe1 && new Octets(segment).says(0, exifName)
  return isExif ? readExif(segment.slice(exifName.length)) : null
}

/** What a segment that goes betrays. */
function told(marker: number, segment: Uint8Array<ArrayBuffer>): readonly Finding[] {
  const octets = new Octets(segment)
  if (marker === 0xe1 && octets.says(0, xmpName)) return readXmp(utf8(segment))
  if (marker === 0xe2 && octets.says(0, 'ICC_PROFILE')) return [finding('profile')]
  if (marker === 0xe2 && octets.says(0, 'MPF')) return [finding('hidden')]
  if (marker === 0xeb) return [finding('credentials')]
  if (marker === 0xed) return [finding('words')]
  if (marker === 0xfe) return [finding('words', utf8(segment))]
  if (marker === 0xe0) return [finding('thumbnail')]
  return [finding('other')]
}

/** Coded octets go on until a marker that is neither a stuffed zero nor a restart. */
function endOfScan(octets: Octets, from: number): number {
  let at = from
  for (;;) {
    at = octets.all.indexOf(0xff, at)
    if (at < 0) throw new RangeError('the picture has no end')
    const next = octets.u8(at + 1)
    if (next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
    at += 2
  }
}

function applicationOne(exif: Uint8Array<ArrayBuffer>): Blob {
  const length = 2 + exifName.length + exif.length
  return new Blob([Uint8Array.of(0xff, 0xe1, length >> 8, length & 0xff), plain(exifName), exif])
}
