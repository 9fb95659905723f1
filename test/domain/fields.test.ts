import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toBase64Url } from '../../domain/bytes.ts'
import * as f from '../../domain/fields.ts'
import { Refusal } from '../../domain/refusal.ts'
import { codeOf } from '../support/refused.ts'

const readThing = f.object<{ name: string; count: number; octets: Uint8Array; note: string | null }>({
  name: f.text(5, 1),
  count: f.integer(0, 9),
  octets: f.octets({ max: 3 }),
  note: f.nullable(f.text(5)),
})

const good = { name: 'crate', count: 3, octets: toBase64Url(new Uint8Array([1, 2])), note: null }

describe('a reader of untrusted JSON', () => {
  it('takes what has exactly the right fields', () => {
    expect(readThing(good, 'thing')).toEqual({ ...good, octets: new Uint8Array([1, 2]) })
  })

  it('names the first wrong field by its path and never its content', () => {
    const wrongs: [object, string][] = [
      [{ ...good, name: '' }, 'thing.name'],
      [{ ...good, name: 'crates' }, 'thing.name'],
      [{ ...good, count: 1.5 }, 'thing.count'],
      [{ ...good, count: 10 }, 'thing.count'],
      [{ ...good, count: '3' }, 'thing.count'],
      [{ ...good, octets: 'é' }, 'thing.octets'],
      [{ ...good, octets: 'AAAAAAA' }, 'thing.octets'],
      [{ ...good, note: 7 }, 'thing.note'],
      [{ ...good, more: 'secret text' }, 'thing.more'],
      [{ name: 'crate' }, 'thing.count'],
    ]
    for (const [wrong, path] of wrongs) {
      try {
        readThing(wrong, 'thing')
        expect.unreachable(`took ${JSON.stringify(wrong)}`)
      } catch (error) {
        expect(error).toBeInstanceOf(Refusal)
        expect((error as Refusal).message).toContain(path)
        expect((error as Refusal).message).not.toContain('secret text')
      }
    }
  })

  it('never breaks in another way than by a refusal, whatever it is given', () => {
    const readers = [readThing, f.list(readThing, 3), f.dictionary(/^[a-z]+$/, f.day, 3), f.oneOf(['a']), f.truth]
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom<f.Read<unknown>>(...readers), (value, read) => {
        try {
          read(value, 'it')
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('is not fooled by names that objects have anyway', async () => {
    for (const json of ['{"__proto__":{}}', '{"constructor":1}', '{"toString":1}']) {
      expect(await codeOf(() => f.object<object>({})(JSON.parse(json), 'it'))).toBe('malformed')
    }
    const inherited = Object.create(good) as object
    expect(await codeOf(() => f.object<{ name: string }>({ name: f.exactly('x') })(inherited, 'it'))).toBe('malformed')
  })

  it('looks at no JSON that is longer than agreed', async () => {
    expect(await codeOf(() => f.parseJson('"aaaa"', 5))).toBe('too-large')
    expect(f.parseJson('"aaa"', 5)).toBe('aaa')
    expect(await codeOf(() => f.parseJson('{', 5))).toBe('malformed')
  })

  it('reads days of the calendar and no others', async () => {
    expect(f.day('2024-02-29', 'day')).toBe('2024-02-29')
    for (const wrong of ['2023-02-29', '2024-2-9', '2024-13-01', '2024-00-10', '2024-01-01T00:00:00Z', 20240101, '']) {
      expect(await codeOf(() => f.day(wrong, 'day'))).toBe('malformed')
    }
  })

  it('reads octets of an exact length only when they have it', async () => {
    const read = f.octets({ exact: 2 })
    expect(read('AAA', 'it')).toEqual(new Uint8Array(2))
    expect(await codeOf(() => read('AA', 'it'))).toBe('wrong-size')
    expect(await codeOf(() => read('AAAAA', 'it'))).toBe('too-large')
  })
})
