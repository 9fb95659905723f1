import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { concat } from '../../../../domain/bytes.ts'
import { examine } from '../../../../web/source/metadata/examine.ts'
import { exifOf, photograph, plainJpeg } from '../../../support/pictures.ts'

const latin = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text, 'latin1'))
const u32 = (value: number): Uint8Array => {
  const octets = Buffer.alloc(4)
  octets.writeUInt32BE(value)
  return new Uint8Array(octets)
}
const looked = async (octets: Uint8Array<ArrayBuffer>) => {
  const seen = await examine(new Blob([octets]))
  const cleaned = seen.cleaned === null ? null : Buffer.from(await seen.cleaned.arrayBuffer())
  return {
    ...seen,
    cleaned,
    told: seen.findings.map(({ what, value }) => (value === null ? what : `${what} ${value}`)),
  }
}

describe('a JPEG', () => {
  it('betrays place, owner, time and camera, and the cleaned copy is the plain picture', async () => {
    const { told, cleaned, kind } = await looked(photograph(exifOf({})))
    expect(kind).toBe('jpeg')
    expect(told).toEqual([
      'camera Pocketcam 7',
      'place 52.5000° N, 13.2500° E',
      'time 2026:11:20 08:15:00',
      'person Jane Doe',
    ])
    expect(cleaned?.equals(plainJpeg)).toBe(true)
  })

  it('still stands upright when it is cleaned, and says nothing else', async () => {
    const { cleaned } = await looked(photograph(exifOf({ orientation: 6 })))
    const again = await looked(new Uint8Array(cleaned ?? []))
    expect(cleaned?.length).toBe(plainJpeg.length + 36)
    expect(again.told).toEqual(['camera'])
    expect(again.cleaned?.equals(cleaned ?? Buffer.of())).toBe(true)
    expect(cleaned?.includes('Jane')).toBe(false)
  })

  it('loses what is hidden behind its end', async () => {
    const { told, cleaned } = await looked(concat(plainJpeg, latin('a second picture')))
    expect(told).toEqual(['hidden'])
    expect(cleaned?.equals(plainJpeg)).toBe(true)
  })

  it('is called damaged when it breaks off, at every place where it can break off', async () => {
    const whole = photograph(exifOf({}))
    for (let length = 3; length < whole.length; length += 7) {
      const { why, cleaned } = await looked(whole.slice(0, length))
      expect([why, cleaned]).toEqual(['damaged', null])
    }
  })
})

describe('a PNG', () => {
  const chunk = (name: string, content: Uint8Array): Uint8Array =>
    concat(u32(content.length), latin(name), content, u32(0))
  const head = concat(latin('\x89PNG\r\n\x1a\n'), chunk('IHDR', new Uint8Array(13)))
  const tail = concat(chunk('IDAT', latin('points')), chunk('IEND', new Uint8Array(0)))

  it('loses notes, times and colour profiles, and keeps its points', async () => {
    const notes = concat(
      chunk('tEXt', latin('Author\0Jane Doe')),
      chunk('tIME', Uint8Array.of(7, 234, 11, 20, 8, 15, 0)),
      chunk('caBX', latin('signed')),
      chunk('vpAg', latin('of some program')),
    )
    const { told, cleaned } = await looked(concat(head, notes, tail))
    expect(told).toEqual(['person Author: Jane Doe', 'time 2026-11-20', 'credentials', 'other'])
    expect(cleaned?.equals(concat(head, tail))).toBe(true)
  })
})

describe('a film', () => {
  const box = (name: string, ...content: readonly Uint8Array[]): Uint8Array => {
    const inside = concat(...content)
    return concat(u32(8 + inside.length), latin(name), inside)
  }
  const zeros = (count: number): Uint8Array => new Uint8Array(count)
  const track = (handler: string, offset: number): Uint8Array =>
    box(
      'trak',
      box('tkhd', zeros(4), u32(3_900_000_000), zeros(76)),
      box(
        'mdia',
        box('hdlr', zeros(8), latin(handler), zeros(12), latin('Core Media of Jane\0')),
        box(
          'minf',
          box(
            'stbl',
            box('stsc', zeros(4), u32(1), u32(1), u32(1), u32(1)),
            box('stsz', zeros(4), u32(0), u32(1), u32(8)),
            box('stco', zeros(4), u32(1), u32(offset)),
          ),
        ),
      ),
    )
  const film = (): Uint8Array<ArrayBuffer> => {
    const type = box('ftyp', latin('isom'), zeros(4))
    const content = box('mdat', latin('pictures'), latin('position'))
    const at = type.length + 8
    const tags = box('udta', box('\xa9xyz', zeros(4), latin('+52.5000+013.2500/')))
    const index = box(
      'moov',
      box('mvhd', zeros(4), u32(3_900_000_000), zeros(92)),
      track('vide', at),
      track('meta', at + 8),
      tags,
    )
    return concat(type, content, index, box('uuid', latin('content credentials')))
  }

  it('loses place, times, names and tracks of readings, and nothing of it moves', async () => {
    const before = film()
    const { told, cleaned, kind } = await looked(before)
    expect(kind).toBe('film')
    expect(told).toEqual(['time 2027-08-01 21:20', 'place +52.5000+013.2500/', 'credentials', 'sensors'])
    expect(cleaned?.length).toBe(before.length)
    const text = cleaned?.toString('latin1') ?? ''
    expect(text).toContain('pictures')
    for (const gone of ['position', '+52.5', 'Jane', 'credentials']) expect(text).not.toContain(gone)
    expect((await looked(new Uint8Array(cleaned ?? []))).told).toEqual(['sensors'])
  })
})

describe('a document of Word', () => {
  const types = strToU8('<Types/>')
  const made = (parts: Readonly<Record<string, string>>, picture = plainJpeg): Uint8Array<ArrayBuffer> => {
    const texts = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))
    return zipSync({
      '[Content_Types].xml': types,
      ...texts,
      'word/media/image1.jpeg': picture,
    }) as Uint8Array<ArrayBuffer>
  }

  it('loses its author, its sittings, its paths and what its pictures betray, and keeps its text', async () => {
    const octets = made(
      {
        'docProps/core.xml': '<cp:coreProperties><dc:creator>Jane Doe</dc:creator></cp:coreProperties>',
        'word/document.xml':
          '<w:p w:rsidR="00AB12CD"><w:ins w:author="Jane Doe" w:date="2026-11-20T08:15:00Z"><w:t>Maraging steel</w:t></w:ins></w:p>',
        'word/_rels/settings.xml.rels': '<Relationship Target="file:///C:\\Users\\jane\\House.dotx"/>',
      },
      photograph(exifOf({})),
    )
    const { told, stays, cleaned, kind } = await looked(octets)
    expect(kind).toBe('office')
    expect(told).toContain('person Jane Doe')
    expect(told).toContain('path file:///C:\\Users\\jane\\House.dotx')
    expect(told).toContain('place 52.5000° N, 13.2500° E')
    expect(stays).toEqual(['changes'])
    const parts = unzipSync(new Uint8Array(cleaned ?? []))
    const all = Object.values(parts)
      .map((part) => strFromU8(part, true))
      .join('')
    for (const gone of ['Jane', 'jane', '00AB12CD', '2026']) expect(all).not.toContain(gone)
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('<w:t>Maraging steel</w:t>')
    expect(Buffer.from(parts['word/media/image1.jpeg'] ?? []).equals(plainJpeg)).toBe(true)
  })

  it('gives the same copy each time, so that a copy of which half has arrived can go on', async () => {
    const octets = made({ 'word/document.xml': '<w:t>text</w:t>' })
    const [first, second] = [await looked(octets), await looked(octets)]
    expect(first.cleaned?.equals(second.cleaned ?? Buffer.of())).toBe(true)
  })
})

describe('a PDF', () => {
  const pdf = (): Uint8Array<ArrayBuffer> => {
    const objects = [
      '<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
      '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] /Annots [7 0 R] >>',
      '<< /Author (Jane Doe) /CreationDate (D:20261120081500Z) /Producer (House Writer) >>',
      '<< /Type /Metadata /Length 54 >>\nstream\n<rdf><dc:creator>Jane Doe of the office</dc:creator> </rdf>\nendstream',
      '(an earlier version that no page shows any more)',
      '<< /Type /Annot /Subtype /Text /Rect [0 0 1 1] /T (Jane Doe) /Contents (Look at this) >>',
    ]
    let text = '%PDF-1.4\n'
    const places = objects.map((object, at) => {
      const place = text.length
      text += `${at + 1} 0 obj\n${object}\nendobj\n`
      return place
    })
    const start = text.length
    const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
    text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
    text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 4 0 R /ID [<aa> <bb>] >>\nstartxref\n${start}\n%%EOF\n`
    return latin(text)
  }

  it('loses properties, names of those who commented and what no page shows any more, and keeps its comments', async () => {
    const { told, stays, cleaned, kind } = await looked(pdf())
    expect(kind).toBe('pdf')
    expect(told).toContain('person Jane Doe')
    expect(told).toContain('program House Writer')
    expect(stays).toEqual(['comments'])
    const text = cleaned?.toString('latin1') ?? ''
    for (const gone of ['Jane', 'House Writer', '2026', 'earlier version', '<aa>']) expect(text).not.toContain(gone)
    for (const kept of ['/Page', '/MediaBox', 'Look at this']) expect(text).toContain(kept)
    expect((await looked(new Uint8Array(cleaned ?? []))).told).toEqual([])
  })

  it('is called damaged when it is something else with the name of one', async () => {
    const { why, cleaned } = await looked(latin('%PDF-1.7 but then nothing of it'))
    expect([why, cleaned]).toEqual(['damaged', null])
  })
})

describe('any file', () => {
  it('is never said to be clean when nothing here knows its kind', async () => {
    for (const [octets, kind] of [
      [latin('\x1aE\xdf\xa3 a film'), 'matroska'],
      [latin('II*\0 a raw picture'), 'tiff'],
      [latin('\xd0\xcf\x11\xe0 an old document'), 'old-office'],
      [latin('{\\rtf1\\info{\\author Jane}}'), 'unknown'],
      [latin('<svg><metadata>Jane</metadata></svg>'), 'unknown'],
      [latin('\x7fELF\0\0'), 'unknown'],
    ] as const) {
      const seen = await looked(octets)
      expect([seen.kind, seen.why, seen.cleaned]).toEqual([kind, 'format', null])
    }
  })

  it('is text when it is text, and goes as it is', async () => {
    const seen = await looked(new Uint8Array(Buffer.from('Три ящика. 三箱。\n')))
    expect([seen.kind, seen.why, seen.told]).toEqual(['text', null, []])
    expect(seen.cleaned?.toString()).toBe('Три ящика. 三箱。\n')
  })
})
