import { strToU8, type Unzipped, unzipSync, type Zippable, zipSync } from 'fflate'
import { type Betrayal, type Finding, finding, type Stripped, type Uncleanable } from './findings.ts'
import { utf8 } from './octets.ts'
import { unnamed } from './office-text.ts'

/** What a document may unpack to, and how many parts it may have: more is no document but a trap. */
const unpackedMax = 256 << 20
const partsMax = 10_000

/** A picture within the document. @returns the picture without what it betrays; `null` when it cannot be cleaned */
export type CleanPicture = (
  octets: Uint8Array<ArrayBuffer>,
) => Promise<{ readonly findings: readonly Finding[]; readonly octets: Uint8Array } | null>

/**
 * A document of Word, Excel, PowerPoint or of the Open Document family without properties, names of people, paths,
 * small pictures of its first page and notes of programs, packed anew without times. What people wrote in it stays, also
 * what they crossed out with their program's help.
 *
 * @returns `null` when it is no such document, or a damaged one
 */
export async function stripOffice(
  octets: Uint8Array,
  cleanPicture: CleanPicture,
): Promise<(Stripped & { readonly kind: 'office' | 'open-document' }) | Uncleanable | null> {
  const parts = unpacked(octets)
  if (parts === null || parts === 'large') return parts
  const kind = kindOf(parts)
  if (kind === null) return null
  const findings: Finding[] = []
  const stays = new Set<Betrayal>()
  const kept: Zippable = {}
  // Open Document wants its type first and unpacked.
  for (const [name, content] of Object.entries(parts).sort(([a], [b]) => order(a) - order(b) || (a < b ? -1 : 1))) {
    const mended = await mend(name, content, cleanPicture)
    findings.push(...mended.findings)
    for (const one of mended.stays) stays.add(one)
    if (mended.octets !== null) kept[name] = [mended.octets, { level: name === 'mimetype' ? 0 : 6, mtime: zipTime }]
  }
  const zipped = zipSync(kept) as Uint8Array<ArrayBuffer>
  return { kind, findings, pieces: [zipped], stays: [...stays] }
}

/** Zip has times of two seconds from 1980 on. Noon, so that no time zone makes it the year before. */
const zipTime = new Date(1980, 0, 2, 12)

interface Mended {
  readonly findings: readonly Finding[]
  readonly stays: readonly Betrayal[]
  /** `null`: the part goes. */
  readonly octets: Uint8Array | null
}

function unpacked(octets: Uint8Array): Unzipped | 'large' | null {
  let total = 0
  let parts = 0
  try {
    return unzipSync(octets, {
      filter: ({ name, originalSize }) => {
        total += originalSize
        parts += 1
        if (total > unpackedMax || parts > partsMax) throw new RangeError('large')
        return !name.endsWith('/')
      },
    })
  } catch (trouble) {
    return trouble instanceof RangeError && trouble.message === 'large' ? 'large' : null
  }
}

function kindOf(parts: Unzipped): 'office' | 'open-document' | null {
  if (parts['[Content_Types].xml'] !== undefined) return 'office'
  const type = parts.mimetype
  return type !== undefined && utf8(type).startsWith('application/vnd.oasis.opendocument') ? 'open-document' : null
}

function order(name: string): number {
  return name === 'mimetype' ? 0 : name === '[Content_Types].xml' ? 1 : 2
}

const nothing: Readonly<Record<string, string>> = {
  'docProps/core.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>',
  'docProps/app.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>',
  'docProps/custom.xml':
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
  'meta.xml':
    '<?xml version="1.0" encoding="UTF-8"?><office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>',
  'settings.xml':
    '<?xml version="1.0" encoding="UTF-8"?><office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:settings/></office:document-settings>',
}

async function mend(name: string, content: Uint8Array, cleanPicture: CleanPicture): Promise<Mended> {
  const empty = nothing[name]
  if (empty !== undefined) return { findings: properties(name, utf8(content)), stays: [], octets: strToU8(empty) }
  if (/\.(?:xml|rels|vml)$/i.test(name)) {
    const { text, findings, stays } = unnamed(utf8(content))
    return { findings, stays, octets: strToU8(text) }
  }
  if (/(?:^|\/)thumbnails?[./]/i.test(name))
    return { findings: [finding('thumbnail')], stays: [], octets: blankPicture }
  if (/printerSettings/i.test(name)) return { findings: [finding('program')], stays: [], octets: new Uint8Array(0) }
  if (/\.(?:jpe?g|png|gif|webp)$/i.test(name)) {
    const picture = await cleanPicture(new Uint8Array(content))
    return picture === null
      ? { findings: [], stays: ['attached'], octets: content }
      : { findings: picture.findings, stays: [], octets: picture.octets }
  }
  // Sheets and drawings of other programs, macros, films: they keep what they say of themselves.
  const told = /(?:embeddings|\/media|Object|Pictures)|vbaProject/i.test(name)
  return { findings: [], stays: told ? ['attached'] : [], octets: content }
}

/** A picture of one transparent dot: the part must exist, because others name it. */
const blankPicture = Uint8Array.from([
  0x47, 0x49, 0x46, 0x38, 0x39, 0x61, 1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0x21, 0xf9, 4, 1, 0, 0, 0, 0,
  0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 0x44, 0, 0x3b,
])

const properNames: readonly (readonly [RegExp, Finding['what']])[] = [
  [/<(dc:creator|cp:lastModifiedBy|meta:initial-creator|Manager|meta:printed-by)\b[^>]*>([^<]+)</g, 'person'],
  [/<(dcterms:created|meta:creation-date|dcterms:modified|dc:date)\b[^>]*>([^<]+)</g, 'time'],
  [/<(Application|meta:generator|Template)\b[^>]*>([^<]+)</g, 'program'],
  [/<(Company)\b[^>]*>([^<]+)</g, 'person'],
  [/<(dc:title|dc:subject|dc:description|cp:keywords|vt:lpwstr|meta:user-defined)\b[^>]*>([^<]+)</g, 'words'],
]

function properties(name: string, text: string): readonly Finding[] {
  const found = properNames.flatMap(([form, what]) => [...text.matchAll(form)].map((match) => finding(what, match[2])))
  return found.length === 0 && text.length > (nothing[name]?.length ?? 0) ? [finding('other')] : found
}
