import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concat, fromBase64Url, fromHex, fromUtf8, sameBytes, toBase64Url, toHex, toUtf8 } from '../../domain/bytes.ts'

const octets = fc.uint8Array({ maxLength: 300 }).map((one) => new Uint8Array(one))

describe('octets', () => {
  it('are written as hexadecimal as Node writes them, and read back', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'))
        expect(fromHex(toHex(bytes))).toEqual(bytes)
      }),
    )
    for (const wrong of ['0', 'AB', 'zz', '0x11', ' 00']) expect(fromHex(wrong)).toBeNull()
  })

  it('are written as base64url as Node writes it, and read back', () => {
    fc.assert(
      fc.property(octets, (bytes) => {
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes)
      }),
    )
  })

  it('have one way to be written: what reads as octets is what they would be written as', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii', maxLength: 12 }), (text) => {
        const bytes = fromBase64Url(text)
        if (bytes !== null) expect(toBase64Url(bytes)).toBe(text)
      }),
      { numRuns: 2000 },
    )
    for (const wrong of ['A', 'AB', 'AAA=', 'AA==', 'A+A', 'A/A', 'AAAé', 'AA A'])
      expect(fromBase64Url(wrong)).toBeNull()
  })

  it('are the UTF-8 that the platform writes, for any text, lone surrogates too', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.integer({ min: 0, max: 0xffff })), (text, units) => {
        for (const one of [text, String.fromCharCode(...units)]) {
          expect(toUtf8(one)).toEqual(new Uint8Array(new TextEncoder().encode(one)))
        }
      }),
    )
  })

  it('are read as UTF-8 exactly when the platform reads them', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    fc.assert(
      fc.property(fc.oneof(octets, fc.string({ unit: 'binary', maxLength: 50 }).map(toUtf8)), (bytes) => {
        let expected: string | null = null
        try {
          expected = strict.decode(bytes)
        } catch {}
        expect(fromUtf8(bytes)).toBe(expected)
      }),
      { numRuns: 500 },
    )
    const long = 'é%🙂x'.repeat(5000)
    expect(fromUtf8(toUtf8(long))).toBe(long)
  })

  it('are joined in order and compared whole', () => {
    fc.assert(
      fc.property(octets, octets, (a, b) => {
        expect(Buffer.from(concat(a, b))).toEqual(Buffer.concat([a, b]))
        expect(sameBytes(concat(a, b), concat(a, b))).toBe(true)
        expect(sameBytes(a, b)).toBe(Buffer.from(a).equals(b))
      }),
    )
  })
})
