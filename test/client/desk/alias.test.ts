import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aliasOf } from '../../../client/desk/alias.ts'

const fingerprint = fc.uint8Array({ minLength: 20, maxLength: 20 }).map((octets) => Buffer.from(octets).toString('hex'))

describe('the alias of a source', () => {
  it('is two plain words, the same every time', () => {
    fc.assert(
      fc.property(fingerprint, (one) => {
        expect(aliasOf(one)).toMatch(/^[a-z]+ [a-z]+$/)
        expect(aliasOf(one)).toBe(aliasOf(one))
      }),
    )
  })

  it('seldom is the same for two sources', () => {
    const sources = fc.sample(fc.uniqueArray(fingerprint, { minLength: 200, maxLength: 200 }), 1)[0] ?? []
    expect(new Set(sources.map(aliasOf)).size).toBeGreaterThan(180)
  })
})
