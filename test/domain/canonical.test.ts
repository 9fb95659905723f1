import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromUtf8 } from '../../domain/bytes.ts'
import { type Canonical, canonical, canonicalBytes } from '../../domain/canonical.ts'
import { plain, printJson } from '../../domain/print.ts'
import { codeOf } from '../support/refused.ts'

const values = fc.letrec<{ value: Canonical }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.string({ unit: 'binary', maxLength: 6 }), tie('value'), { maxKeys: 4 }),
  ) as fc.Arbitrary<Canonical>,
})).value

describe('canonical JSON', () => {
  it('is JSON that says the same', () => {
    fc.assert(
      fc.property(values, (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
        expect(fromUtf8(canonicalBytes(value))).toBe(canonical(value))
      }),
    )
  })

  it('does not depend on the order in which fields were written', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), values, { maxKeys: 8 }), (fields) => {
        const turned = Object.fromEntries(Object.entries(fields).reverse())
        expect(canonical(turned)).toBe(canonical(fields))
      }),
    )
  })

  it('is the same when it is written again', () => {
    fc.assert(fc.property(values, (value) => canonical(JSON.parse(canonical(value)) as Canonical) === canonical(value)))
  })

  it('is what RFC 8785 shows for its names and texts', () => {
    const names = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 }
    expect(canonical(names)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}')
    expect(canonical('€$\u000f\nA\'B"\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\"/"')
  })

  it('leaves out what is absent and keeps what is null', () => {
    expect(canonical({ b: undefined, a: null })).toBe('{"a":null}')
  })

  it('holds whole numbers only', async () => {
    for (const number of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(await codeOf(() => canonical([number]))).toBe('malformed')
    }
  })
})

describe('printed JSON', () => {
  it('writes octets as base64url wherever they stand', () => {
    const value = { a: [new Uint8Array([255, 254])], b: { c: new Uint8Array(0) }, d: undefined, e: null }
    expect(printJson(value)).toBe('{"a":["__4"],"b":{"c":""},"e":null}')
    expect(plain(plain(value))).toEqual(plain(value))
  })
})
