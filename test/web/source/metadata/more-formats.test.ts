import { describe, expect, it } from 'vitest'
import { concat } from '../../../../domain/bytes.ts'
import { examine } from '../../../../web/source/metadata/examine.ts'
import { exifOf } from '../../../support/pictures.ts'

const latin = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'latin1'))
const number = (value: number, octets = 4, little = false): Uint8Array => {
  const made = Buffer.alloc(octets)
  if (little) made.writeUIntLE(value, 0, octets)
  else made.writeUIntBE(value, 0, octets)
  return new Uint8Array(made)
}
const cleanedOf = async (octets: Uint8Array<ArrayBuffer>, kind: string): Promise<Buffer> => {
  const { kind: found, cleaned, findings } = await examine(new Blob([octets]))
  expect(found).toBe(kind)
  expect(findings.length).toBeGreaterThan(0)
  const clean = Buffer.from((await cleaned?.arrayBuffer()) ?? new ArrayBuffer(0))
  expect(clean.toString('latin1')).not.toContain('Jane')
  return clean
}
const riff = (form: string, ...chunks: readonly Uint8Array[]): Uint8Array<ArrayBuffer> => {
  const inside = concat(latin(form), ...chunks)
  return concat(latin('RIFF'), number(inside.length, 4, true), inside)
}
const chunk = (name: string, content: Uint8Array): Uint8Array =>
  concat(latin(name), number(content.length, 4, true), content, new Uint8Array(content.length % 2))
const box = (name: string, ...content: readonly Uint8Array[]): Uint8Array => {
  const inside = concat(...content)
  return concat(number(8 + inside.length), latin(name), inside)
}

describe('a cleaned copy of', () => {
  it('a WebP has its picture and says no more than how it stands', async () => {
    const head = chunk('VP8X', Uint8Array.of(0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    const picture = chunk('VP8L', latin('points'))
    const notes = [chunk('ICCP', latin('Jane')), chunk('EXIF', exifOf({})), chunk('XMP ', latin('<x>Jane</x>'))]
    const clean = await cleanedOf(riff('WEBP', head, picture, ...notes), 'webp')
    expect(clean.equals(riff('WEBP', chunk('VP8X', new Uint8Array(10)), picture))).toBe(true)
  })

  it('a GIF has its picture and its timing', async () => {
    const head = concat(latin('GIF89a'), Uint8Array.of(1, 0, 1, 0, 0, 0, 0))
    const timing = Uint8Array.of(0x21, 0xf9, 4, 0, 0, 0, 0, 0)
    const comment = concat(Uint8Array.of(0x21, 0xfe, 4), latin('Jane'), Uint8Array.of(0))
    const image = Uint8Array.of(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 1, 0x44, 0, 0x3b)
    const clean = await cleanedOf(concat(head, comment, timing, image), 'gif')
    expect(clean.equals(concat(head, timing, image))).toBe(true)
  })

  it('a WAV has its sound', async () => {
    const sound = [chunk('fmt ', new Uint8Array(16)), chunk('data', latin('sound!'))]
    const clean = await cleanedOf(riff('WAVE', chunk('bext', latin('Jane Doe')), ...sound), 'wav')
    expect(clean.equals(riff('WAVE', ...sound))).toBe(true)
  })

  it('an MP3 has its sound, without the tags before and behind it', async () => {
    const frame = concat(latin('TPE1'), number(5), Uint8Array.of(0, 0, 3), latin('Jane'))
    const before = concat(latin('ID3'), Uint8Array.of(4, 0, 0, 0, 0, 0, frame.length), frame)
    const sound = concat(Uint8Array.of(0xff, 0xfb, 0x90, 0), new Uint8Array(200).fill(7))
    const behind = concat(latin('TAG'), latin('Jane'), new Uint8Array(121))
    const clean = await cleanedOf(concat(before, sound, behind), 'mp3')
    expect(clean.equals(sound)).toBe(true)
  })

  it('a FLAC has its sound and what a player needs', async () => {
    const needed = concat(Uint8Array.of(0, 0, 0, 34), new Uint8Array(34))
    const notes = concat(Uint8Array.of(0x84, 0, 0, 8), latin('Jane Doe'))
    const clean = await cleanedOf(concat(latin('fLaC'), needed, notes, latin('sound')), 'flac')
    const last = Uint8Array.from(needed)
    last[0] = 0x80
    expect(clean.equals(concat(latin('fLaC'), last, latin('sound')))).toBe(true)
  })

  it('a HEIC has its picture where it was, and zeros where its notes were', async () => {
    const type = box('ftyp', latin('heic'), new Uint8Array(4))
    const exif = concat(number(0), exifOf({}))
    const meta = (at: number): Uint8Array =>
      box(
        'meta',
        new Uint8Array(4),
        box(
          'iinf',
          number(0),
          number(2, 2),
          box('infe', Uint8Array.of(2, 0, 0, 0), number(1, 2), number(0, 2), latin('hvc1\0')),
          box('infe', Uint8Array.of(2, 0, 0, 0), number(2, 2), number(0, 2), latin('Exif\0')),
        ),
        box(
          'iloc',
          number(0),
          Uint8Array.of(0x44, 0),
          number(2, 2),
          ...[
            [1, at, 6],
            [2, at + 6, exif.length],
          ].flatMap(([item = 0, from = 0, length = 0]) => [
            number(item, 2),
            number(0, 2),
            number(1, 2),
            number(from),
            number(length),
          ]),
        ),
      )
    const at = type.length + meta(0).length + 8
    const whole = concat(type, meta(at), box('mdat', latin('points'), exif))
    const clean = await cleanedOf(whole, 'heif')
    expect(clean.equals(concat(whole.slice(0, at + 6), new Uint8Array(exif.length)))).toBe(true)
  })
})
