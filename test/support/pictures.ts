import type { Bytes } from '../../domain/bytes.ts'
import { concat } from '../../domain/bytes.ts'

/** One grey dot as a JPEG that browsers show. */
export const plainJpeg: Bytes = new Uint8Array(
  Buffer.from(
    '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxD/2Q==',
    'base64',
  ),
)

/** What a telephone writes into a photograph: who made it, when, on which side it lay, and where. */
export function exifOf(about: {
  readonly model?: string
  readonly artist?: string
  readonly taken?: string
  readonly orientation?: number
  readonly place?: readonly [number, number]
}): Bytes {
  const { model = 'Pocketcam 7', artist = 'Jane Doe', taken = '2026:11:20 08:15:00', orientation = 1 } = about
  const place = about.place ?? [52.5, 13.25]
  const fraction = (degrees: number): number[] => [
    Math.floor(degrees),
    1,
    Math.floor((degrees % 1) * 60),
    1,
    Math.round((((degrees % 1) * 60) % 1) * 6000),
    100,
  ]
  const exif = directory([[0x9003, 2, text(taken)]])
  const gps = directory([
    [1, 2, text('N')],
    [2, 5, longs(fraction(place[0]))],
    [3, 2, text('E')],
    [4, 5, longs(fraction(place[1]))],
  ])
  const main = (exifAt: number, gpsAt: number) =>
    directory([
      [0x0110, 2, text(model)],
      [0x0112, 3, Uint8Array.of(orientation >> 8, orientation & 255)],
      [0x013b, 2, text(artist)],
      [0x8769, 4, longs([exifAt])],
      [0x8825, 4, longs([gpsAt])],
    ])
  const mainLength = main(0, 0)(8).length
  const exifAt = 8 + mainLength
  const gpsAt = exifAt + exif(exifAt).length
  const head = Uint8Array.of(0x4d, 0x4d, 0, 42, 0, 0, 0, 8)
  return concat(head, main(exifAt, gpsAt)(8), exif(exifAt), gps(gpsAt))
}

/** A photograph with this Exif block. */
export function photograph(exif: Uint8Array): Bytes {
  const segment = concat(text('Exif\0'), exif)
  const length = segment.length + 2
  return concat(
    plainJpeg.subarray(0, 2),
    Uint8Array.of(0xff, 0xe1, length >> 8, length & 255),
    segment,
    plainJpeg.subarray(2),
  )
}

/** Plain text with the zero at its end. */
function text(says: string): Uint8Array {
  return new Uint8Array(Buffer.from(`${says}\0`, 'latin1'))
}

function longs(numbers: readonly number[]): Uint8Array {
  const octets = Buffer.alloc(4 * numbers.length)
  for (const [at, number] of numbers.entries()) octets.writeUInt32BE(number, 4 * at)
  return new Uint8Array(octets)
}

const sizes: Readonly<Record<number, number>> = { 2: 1, 3: 2, 4: 4, 5: 8 }

/** A directory of a TIFF: tag, type and value of each entry. @returns its octets when it stands at a place */
function directory(entries: readonly (readonly [number, number, Uint8Array])[]): (at: number) => Bytes {
  return (at) => {
    const table = Buffer.alloc(2 + 12 * entries.length + 4)
    table.writeUInt16BE(entries.length)
    const values: Uint8Array[] = []
    let next = at + table.length
    for (const [place, [tag, type, value]] of entries.entries()) {
      const here = 2 + 12 * place
      table.writeUInt16BE(tag, here)
      table.writeUInt16BE(type, here + 2)
      table.writeUInt32BE(value.length / (sizes[type] ?? 1), here + 4)
      if (value.length <= 4) table.set(value, here + 8)
      else {
        table.writeUInt32BE(next, here + 8)
        values.push(value)
        next += value.length
      }
    }
    return concat(table, ...values)
  }
}
