import { type Finding, finding } from './findings.ts'

/**
 * What a block of XMP says. It is text of tags; only what people would want to know is picked out of it, and a block in
 * which nothing of that is found is still reported.
 */
export function readXmp(text: string): readonly Finding[] {
  const findings: Finding[] = []
  for (const [what, names] of wanted) {
    for (const name of names) {
      const value = wordsOf(text, name)
      if (value !== null) findings.push(finding(what, value))
    }
  }
  if (/GPSLatitude|GPSLongitude/.test(text)) findings.push(finding('place'))
  if (/xmpMM:History|stEvt:/.test(text)) findings.push(finding('history'))
  if (/xmp:Thumbnails|xmpGImg:/.test(text)) findings.push(finding('thumbnail'))
  return findings.length === 0 ? [finding('other')] : findings
}

const wanted: readonly (readonly [Finding['what'], readonly string[]])[] = [
  ['person', ['dc:creator', 'photoshop:Credit', 'photoshop:AuthorsPosition', 'xmpRights:Owner', 'pdfx:Author']],
  ['program', ['xmp:CreatorTool', 'pdf:Producer']],
  ['time', ['xmp:CreateDate', 'photoshop:DateCreated', 'xmp:ModifyDate']],
  ['camera', ['tiff:Model']],
  ['serial', ['aux:SerialNumber', 'exifEX:BodySerialNumber']],
  ['words', ['dc:title', 'dc:description']],
]

/** The value of a property, written as an attribute, as an element, or as a list. */
function wordsOf(text: string, name: string): string | null {
  const attribute = new RegExp(`${name}="([^"]{1,400})"`, 'u').exec(text)?.[1]
  const element = new RegExp(`<${name}[^>]*>((?:(?!</${name}>)[\\s\\S]){1,2000})`, 'u').exec(text)?.[1]
  const value = (attribute ?? element ?? '').replace(/<[^>]*>/gu, ' ').trim()
  return value === '' ? null : value
}
