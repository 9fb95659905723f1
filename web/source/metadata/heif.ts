import { type Box, blank, blankTop, boxesIn, type Edit, edited, topBoxes } from './boxes.ts'
import { readExif } from './exif.ts'
import { type Finding, finding, type Stripped, type Uncleanable } from './findings.ts'
import { Octets, utf8 } from './octets.ts'
import { readXmp } from './xmp.ts'

const indexMax = 16 << 20
const itemsMax = 10_000

/**
 * A HEIC or AVIF whose items of notes (Exif, XMP and everything else that is no picture) are emptied where they stand.
 * How it has to be turned is a property of the picture in these formats, and stays.
 */
export async function stripHeif(file: Blob): Promise<Stripped | Uncleanable | null> {
  const boxes = await topBoxes(file)
  const index = boxes?.find((one) => one.name === 'meta')
  if (boxes === null || index === undefined) return null
  if (index.to - index.at > indexMax) return 'large'
  // An animation has an index like a film, with times and tracks of its own.
  if (boxes.some((one) => one.name === 'moov')) return 'format'
  const meta = new Octets(new Uint8Array(await file.slice(index.at, index.to).arrayBuffer()))
  const [root] = boxesIn(meta, 0, meta.length)
  if (root === undefined) return null
  const parts = boxesIn(meta, root.from + 4, root.to)
  const findings: Finding[] = []
  const edits: Edit[] = [{ from: index.at, to: index.to, by: meta.all }]
  for (const { type, from, to, inside } of notesIn(meta, parts)) {
    const content = inside ? meta.part(from, to).slice() : new Uint8Array(await file.slice(from, to).arrayBuffer())
    findings.push(...told(type, content))
    if (inside) meta.all.fill(0, from, to)
    else edits.push({ from, to, by: null })
  }
  for (const box of parts.filter((one) => one.name === 'uuid' || one.name === 'udta')) {
    findings.push(finding('other'))
    blank(meta, box)
  }
  for (const box of boxes.filter((one) => !keptOnTop.has(one.name))) {
    edits.push(...blankTop(box))
    if (box.name !== 'free' && box.name !== 'skip') findings.push(finding('credentials'))
  }
  return { findings, pieces: edited(file, edits) }
}

const keptOnTop = new Set(['ftyp', 'meta', 'mdat'])
/** Kinds of items that are pictures, or put pictures together. */
const pictures = new Set(['hvc1', 'hev1', 'av01', 'avc1', 'jpeg', 'grid', 'iovl', 'iden', 'tmap', 'lhv1', 'vvc1'])

/** Where the octets of an item stand that is no picture. */
interface Note extends Extent {
  readonly type: string
}

/** Every item that is no picture. @throws RangeError when the lists of items do not fit */
function notesIn(meta: Octets, parts: readonly Box[]): readonly Note[] {
  const part = (name: string): Box | undefined => parts.find((one) => one.name === name)
  const infos = part('iinf')
  const places = part('iloc')
  if (infos === undefined || places === undefined) throw new RangeError('no list of items')
  const types = noteTypes(meta, infos)
  const store = part('idat')?.from ?? Number.NaN
  return extentsOf(meta, places).flatMap((extent) => {
    const type = types.get(extent.item)
    if (type === undefined) return []
    const shift = extent.inside ? store : 0
    return [{ ...extent, type, from: extent.from + shift, to: extent.to + shift }]
  })
}

/** The kinds of those items, by their number. */
function noteTypes(meta: Octets, infos: Box): ReadonlyMap<number, string> {
  const notes = new Map<number, string>()
  const wide = meta.u8(infos.from) > 0
  for (const entry of boxesIn(meta, infos.from + (wide ? 8 : 6), infos.to)) {
    const version = meta.u8(entry.from)
    if (version < 2) throw new RangeError('an item without a kind')
    const item = version === 2 ? meta.u16(entry.from + 4) : meta.u32(entry.from + 4)
    const at = entry.from + (version === 2 ? 8 : 10)
    const type = meta.latin(at, at + 4)
    if (!pictures.has(type)) notes.set(item, type)
  }
  return notes
}

interface Extent {
  readonly item: number
  readonly from: number
  readonly to: number
  /** Within the store of the index itself, and not within the file. */
  readonly inside: boolean
}

function extentsOf(meta: Octets, places: Box): readonly Extent[] {
  const version = meta.u8(places.from)
  const packed = meta.u16(places.from + 4)
  let at = places.from + 6
  const take = (octets: number): number => {
    const value = octets === 0 ? 0 : octets === 2 ? meta.u16(at) : octets === 4 ? meta.u32(at) : meta.u64(at)
    at += octets
    return value
  }
  const [offsetSize, lengthSize, baseSize] = [packed >> 12, (packed >> 8) & 15, (packed >> 4) & 15]
  const indexSize = version === 0 ? 0 : packed & 15
  const idSize = version < 2 ? 2 : 4
  const count = take(idSize)
  if (count > itemsMax) throw new RangeError('too many items')
  const extents: Extent[] = []
  for (let left = count; left > 0; left--) {
    const item = take(idSize)
    const method = version === 0 ? 0 : take(2) & 15
    take(2)
    const base = take(baseSize)
    for (let more = take(2); more > 0; more--) {
      take(indexSize)
      const from = base + take(offsetSize)
      extents.push({ item, from, to: from + take(lengthSize), inside: method === 1 })
    }
  }
  return extents
}

function told(type: string, content: Uint8Array<ArrayBuffer>): readonly Finding[] {
  if (type === 'mime') return readXmp(utf8(content))
  if (type !== 'Exif') return [finding('other')]
  const skipped = 4 + new Octets(content).u32(0)
  return readExif(content.slice(skipped)).findings
}
