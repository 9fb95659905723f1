import { type Finding, finding } from './findings.ts'
import { Octets, utf8 } from './octets.ts'

/** What an Exif block says, and how the picture has to be turned to stand upright: 1 when it does already. */
export interface Exif {
  readonly findings: readonly Finding[]
  readonly orientation: number
}

/** Read an Exif block (a TIFF structure). What cannot be read of it is still reported as being there. */
export function readExif(block: Uint8Array<ArrayBuffer>): Exif {
  const findings: Finding[] = []
  let orientation = 1
  try {
    const tiff = new Tiff(block)
    const main = tiff.directory(tiff.first)
    const exif = main.pointer(0x8769)
    const gps = main.pointer(0x8825)
    orientation = main.number(0x0112) ?? 1
    const make = main.text(0x010f)
    const model = main.text(0x0110)
    const camera = make !== null && model?.startsWith(make) ? model : [make, model].filter(Boolean).join(' ')
    if (camera !== '') findings.push(finding('camera', camera))
    const add = (what: Finding['what'], value: string | null): void => {
      if (value !== null && value.trim() !== '') findings.push(finding(what, value))
    }
    if (gps !== null) findings.push(finding('place', placeOf(gps)))
    add('time', exif?.text(0x9003) ?? main.text(0x0132))
    for (const tag of [0x013b, 0x8298]) add('person', main.text(tag))
    add('person', main.wide(0x9c9d))
    add('person', exif?.text(0xa430) ?? null)
    for (const tag of [0xa431, 0xa435]) add('serial', exif?.text(tag) ?? null)
    for (const tag of [0x0131, 0x013c]) add('program', main.text(tag))
    add('words', main.text(0x010e))
    for (const tag of [0x9c9b, 0x9c9c]) add('words', main.wide(tag))
    if (main.next !== 0) findings.push(finding('thumbnail'))
  } catch {
    // A broken block is still one that others may read.
  }
  return { findings: findings.length === 0 ? [finding('camera')] : findings, orientation: upright(orientation) }
}

/** The smallest Exif block that turns a picture, and says nothing else. */
export function orientationOnly(orientation: number): Uint8Array<ArrayBuffer> {
  const block = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
  return Uint8Array.from(block)
}

function upright(orientation: number): number {
  return Number.isInteger(orientation) && orientation >= 1 && orientation <= 8 ? orientation : 1
}

const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 }
const entriesMax = 512

interface Field {
  readonly type: number
  readonly count: number
  readonly at: number
}

class Tiff {
  readonly octets: Octets
  readonly little: boolean
  readonly first: number

  constructor(block: Uint8Array<ArrayBuffer>) {
    this.octets = new Octets(block)
    this.little = this.octets.u8(0) === 0x49
    this.first = this.octets.u32(4, this.little)
  }

  directory(at: number): Directory {
    const count = Math.min(this.octets.u16(at, this.little), entriesMax)
    const fields = new Map<number, Field>()
    for (let entry = 0; entry < count; entry++) {
      const here = at + 2 + entry * 12
      const type = this.octets.u16(here + 2, this.little)
      const many = this.octets.u32(here + 4, this.little)
      const outside = (sizes[type] ?? 1) * many > 4
      const field = { type, count: many, at: outside ? this.octets.u32(here + 8, this.little) : here + 8 }
      fields.set(this.octets.u16(here, this.little), field)
    }
    const after = at + 2 + count * 12
    const next = after + 4 <= this.octets.length ? this.octets.u32(after, this.little) : 0
    return new Directory(this, fields, next)
  }
}

class Directory {
  readonly #tiff: Tiff
  readonly #fields: ReadonlyMap<number, Field>
  /** Where the next directory stands, which is that of a thumbnail; 0 for none. */
  readonly next: number

  constructor(tiff: Tiff, fields: ReadonlyMap<number, Field>, next: number) {
    this.#tiff = tiff
    this.#fields = fields
    this.next = next
  }

  pointer(tag: number): Directory | null {
    const at = this.number(tag)
    return at === null ? null : this.#tiff.directory(at)
  }

  number(tag: number): number | null {
    const field = this.#fields.get(tag)
    if (field === undefined) return null
    const { octets, little } = this.#tiff
    return field.type === 3 ? octets.u16(field.at, little) : octets.u32(field.at, little)
  }

  text(tag: number): string | null {
    const octets = this.#octets(tag)
    return octets === null ? null : (utf8(octets).split('\0')[0] ?? '')
  }

  /** Windows writes these in UTF-16. */
  wide(tag: number): string | null {
    const octets = this.#octets(tag)
    return octets === null ? null : new TextDecoder('utf-16le').decode(octets).replace(/\0.*$/su, '')
  }

  /** Degrees, minutes and seconds as degrees. */
  degrees(tag: number): number | null {
    const field = this.#fields.get(tag)
    if (field === undefined || field.count < 3) return null
    const { octets, little } = this.#tiff
    const part = (at: number): number => octets.u32(at, little) / (octets.u32(at + 4, little) || 1)
    return part(field.at) + part(field.at + 8) / 60 + part(field.at + 16) / 3600
  }

  #octets(tag: number): Uint8Array | null {
    const field = this.#fields.get(tag)
    return field === undefined ? null : this.#tiff.octets.part(field.at, field.at + Math.min(field.count, 4096))
  }
}

function placeOf(gps: Directory): string | null {
  const north = gps.degrees(2)
  const east = gps.degrees(4)
  if (north === null || east === null) return null
  const round = (degrees: number): string => degrees.toFixed(4)
  return `${round(north)}° ${gps.text(1) ?? ''}, ${round(east)}° ${gps.text(3) ?? ''}`
}
