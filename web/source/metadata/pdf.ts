import {
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFParser,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
  PDFWriter,
} from '@cantoo/pdf-lib'
import { type Betrayal, type Finding, finding, type Stripped, type Uncleanable } from './findings.ts'
import { Octets, utf8 } from './octets.ts'
import { readXmp } from './xmp.ts'

/** A photograph within a document. @returns its octets without what they betray; `null` when they cannot be cleaned */
export type CleanPhotograph = (
  octets: Octets,
) => Promise<{ readonly findings: readonly Finding[]; readonly octets: Uint8Array } | null>

/** Objects that the library reads or writes before it lets others have a turn. */
const objectsAtOnce = 200

/**
 * A PDF without properties, notes of programs, small pictures, attached files, names of those who commented, signatures,
 * and without everything that no page uses any more: earlier versions lie in a file until it is written anew. Pages
 * themselves stay as they are.
 *
 * @returns `null` when it is not built as a PDF is
 */
export async function stripPdf(
  octets: Uint8Array,
  cleanPhotograph: CleanPhotograph,
): Promise<Stripped | Uncleanable | null> {
  const context = await parsed(octets)
  if (context === null) return null
  const { trailerInfo } = context
  if (trailerInfo.Encrypt !== undefined) return 'locked'
  const findings: Finding[] = []
  const stays = new Set<Betrayal>()
  if (endsIn(octets) > 1) findings.push(finding('history'))
  const properties = context.lookup(trailerInfo.Info)
  if (properties instanceof PDFDict) findings.push(...propertiesOf(properties))
  delete trailerInfo.Info
  delete trailerInfo.ID
  const reached = reachable(context, trailerInfo.Root, (dict) => cleanDict(context, dict, findings, stays))
  if (reached === null) return null
  for (const [reference, object] of context.enumerateIndirectObjects()) {
    if (!reached.has(reference)) context.delete(reference)
    else if (object instanceof PDFRawStream) {
      const cleaned = await cleanedStream(object, cleanPhotograph, findings)
      if (cleaned !== null) context.assign(reference, PDFRawStream.of(object.dict, cleaned))
    }
  }
  const written = await PDFWriter.forContext(context, objectsAtOnce).serializeToBuffer()
  return { findings, pieces: [written as Uint8Array<ArrayBuffer>], stays: [...stays] }
}

async function parsed(octets: Uint8Array): Promise<PDFContext | null> {
  try {
    return await PDFParser.forBytesWithOptions(octets, objectsAtOnce, true).parseDocument()
  } catch {
    return null
  }
}

/** How many ends a file has: one that was changed by adding to it has one for each version. */
function endsIn(octets: Uint8Array): number {
  let ends = 0
  const mark = [0x25, 0x25, 0x45, 0x4f, 0x46]
  for (let at = octets.indexOf(0x25); at >= 0 && ends < 3; at = octets.indexOf(0x25, at + 1)) {
    if (mark.every((octet, place) => octets[at + place] === octet)) ends += 1
  }
  return ends
}

const words: Readonly<Record<string, Betrayal>> = {
  Author: 'person',
  Company: 'person',
  Creator: 'program',
  Producer: 'program',
  CreationDate: 'time',
  ModDate: 'time',
}

function propertiesOf(properties: PDFDict): readonly Finding[] {
  return properties.entries().map(([name, value]) => {
    const text = textOf(properties.context.lookup(value))
    return finding(words[name.decodeText()] ?? 'words', text)
  })
}

function textOf(value: PDFObject | undefined): string | null {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null
}

/** Go through everything that hangs on the root, each thing once. @returns what was reached; `null` without a root */
function reachable(
  context: PDFContext,
  root: PDFObject | undefined,
  clean: (dict: PDFDict) => void,
): ReadonlySet<PDFRef> | null {
  if (!(context.lookup(root) instanceof PDFDict)) return null
  const reached = new Set<PDFRef>()
  const open: (PDFObject | undefined)[] = [root]
  while (open.length > 0) {
    const one = open.pop()
    if (one instanceof PDFRef) {
      if (reached.has(one)) continue
      reached.add(one)
      open.push(context.lookup(one))
    } else if (one instanceof PDFArray) open.push(...one.asArray())
    else if (one instanceof PDFDict || one instanceof PDFStream) {
      const dict = one instanceof PDFStream ? one.dict : one
      clean(dict)
      for (const [, value] of dict.entries()) open.push(value)
    }
  }
  return reached
}

/** Entries that no page needs, wherever they stand, and what they betray. */
const needless: Readonly<Record<string, Betrayal>> = {
  Metadata: 'other',
  PieceInfo: 'program',
  LastModified: 'time',
  Thumb: 'thumbnail',
  SpiderInfo: 'path',
  EmbeddedFiles: 'attached',
  AF: 'credentials',
  Perms: 'signature',
  DSS: 'signature',
  AA: 'program',
  OpenAction: 'program',
  JavaScript: 'program',
}
/** Entries of a comment on a page: who wrote it and when. */
const ofComments: Readonly<Record<string, Betrayal>> = { T: 'person', M: 'time', CreationDate: 'time', NM: 'history' }

function cleanDict(context: PDFContext, dict: PDFDict, findings: Finding[], stays: Set<Betrayal>): void {
  const subtype = dict.get(PDFName.of('Subtype'))
  const drop = (name: string, what: Betrayal): void => {
    const key = PDFName.of(name)
    const value = dict.get(key)
    if (value === undefined) return
    dict.delete(key)
    findings.push(...betrayed(context.lookup(value), what))
  }
  for (const [name, what] of Object.entries(needless)) drop(name, what)
  if (dict.get(PDFName.of('FT')) === PDFName.of('Sig')) drop('V', 'signature')
  const isComment = dict.has(PDFName.of('Rect')) && dict.get(PDFName.of('FT')) === undefined
  if (isComment && subtype !== PDFName.of('Widget')) {
    for (const [name, what] of Object.entries(ofComments)) drop(name, what)
    if (dict.has(PDFName.of('Contents'))) stays.add('comments')
    if (subtype === PDFName.of('FileAttachment')) drop('FS', 'attached')
  }
  if (dict.has(PDFName.of('OCGs'))) stays.add('hidden')
}

function betrayed(value: PDFObject | undefined, what: Betrayal): readonly Finding[] {
  if (what === 'other' && value instanceof PDFRawStream && value.dict.get(PDFName.of('Filter')) === undefined) {
    return readXmp(utf8(value.contents))
  }
  return [finding(what, textOf(value))]
}

/** A photograph lies in a document as the JPEG that it was, with all that its camera wrote. */
async function cleanedStream(
  stream: PDFRawStream,
  clean: CleanPhotograph,
  findings: Finding[],
): Promise<Uint8Array | null> {
  const filter = stream.dict.get(PDFName.of('Filter'))
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.get(0) : filter
  if (only !== PDFName.of('DCTDecode')) return null
  const cleaned = await clean(new Octets(new Uint8Array(stream.contents)))
  if (cleaned === null) return null
  findings.push(...cleaned.findings)
  return cleaned.octets
}
