import type { FileKind } from './findings.ts'
import { Octets, utf8 } from './octets.ts'

const headBytes = 4096

/** What a file is, by its first octets. Names are not asked: they say what somebody wanted it to be. */
export async function kindOf(file: Blob): Promise<FileKind> {
  const head = new Octets(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()))
  if (head.length === 0) return 'text'
  const known = marks.find(({ at, says }) => head.says(at, says))
  if (known !== undefined) return known.kind === 'film' ? filmOrPicture(head) : known.kind
  if (head.says(0, 'PK\x03\x04')) return zipped(head)
  if (head.latin(0, Math.min(1024, head.length)).includes('%PDF-')) return 'pdf'
  if (head.length > 2 && (head.u16(0) & 0xffe6) === 0xffe2) return 'mp3'
  return isText(head.all, file.size > headBytes) ? 'text' : 'unknown'
}

const marks: readonly { readonly at: number; readonly says: string; readonly kind: FileKind }[] = [
  { at: 0, says: '\xff\xd8\xff', kind: 'jpeg' },
  { at: 0, says: '\x89PNG\r\n\x1a\n', kind: 'png' },
  { at: 0, says: 'GIF87a', kind: 'gif' },
  { at: 0, says: 'GIF89a', kind: 'gif' },
  { at: 8, says: 'WEBP', kind: 'webp' },
  { at: 8, says: 'WAVE', kind: 'wav' },
  { at: 0, says: 'II*\0', kind: 'tiff' },
  { at: 0, says: 'MM\0*', kind: 'tiff' },
  { at: 4, says: 'ftyp', kind: 'film' },
  { at: 4, says: 'moov', kind: 'film' },
  { at: 4, says: 'wide', kind: 'film' },
  { at: 4, says: 'mdat', kind: 'film' },
  { at: 0, says: 'ID3', kind: 'mp3' },
  { at: 0, says: 'fLaC', kind: 'flac' },
  { at: 0, says: 'OggS', kind: 'ogg' },
  { at: 0, says: '\x1aE\xdf\xa3', kind: 'matroska' },
  { at: 0, says: '\xd0\xcf\x11\xe0', kind: 'old-office' },
]

function filmOrPicture(head: Octets): FileKind {
  const brands = head.says(4, 'ftyp') ? head.latin(8, Math.min(head.u32(0), head.length, 256)) : ''
  return /heic|heix|heim|heis|hevc|mif1|msf1|avif|avis/.test(brands) ? 'heif' : 'film'
}

/** Documents are archives; which parts they have stands in their first names as a rule. */
function zipped(head: Octets): FileKind {
  const text = head.latin(0, head.length)
  if (text.includes('application/vnd.oasis.opendocument')) return 'open-document'
  return /\[Content_Types\]\.xml|_rels\/\.rels|docProps\/|word\/|xl\/|ppt\//.test(text) ? 'office' : 'zip'
}

/** Text has nothing beside what it says. Formats that are text and hide things are not meant. */
function isText(octets: Uint8Array, cut: boolean): boolean {
  // A letter of several octets may be cut off at the end.
  const text = utf8(cut ? octets.subarray(0, octets.length - 4) : octets)
  if (octets.some((octet) => octet < 9 || (octet > 13 && octet < 32)) || text.includes('\ufffd')) return false
  return !/^\s*(?:<\?xml|<svg|<html|<!doctype|\{\\rtf)/i.test(text)
}
