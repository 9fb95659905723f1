import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bytes, concat, toUtf8 } from '../../domain/bytes.ts'
import { jsonOf, readExactly } from '../../domain/request.ts'

async function* arriving(pieces: readonly Bytes[], taken: { count: number } = { count: 0 }) {
  for (const piece of pieces) {
    taken.count++
    yield piece
  }
}

const code = async (act: Promise<unknown>) =>
  await act.then(
    () => null,
    (trouble: { code?: string }) => trouble.code,
  )

describe('a request', () => {
  it('is read whole, however it was cut on its way', async () => {
    const pieces = fc.array(
      fc.uint8Array({ maxLength: 40 }).map((one) => new Uint8Array(one)),
      { maxLength: 20 },
    )
    await fc.assert(
      fc.asyncProperty(pieces, async (cut) => {
        const whole = concat(...cut)
        expect(await readExactly(arriving(cut), [whole.length])).toEqual(whole)
      }),
    )
  })

  it('has one of the agreed lengths or is refused', async () => {
    const sizes = [4, 16]
    for (let length = 0; length <= 20; length++) {
      const wanted = sizes.includes(length) ? null : length > 16 ? 'too-large' : 'wrong-size'
      expect(await code(readExactly(arriving([new Uint8Array(length)]), sizes))).toBe(wanted)
    }
  })

  it('that goes on for ever is refused after the largest length', async () => {
    const taken = { count: 0 }
    const endless = Array.from({ length: 1000 }, () => new Uint8Array(1024))
    expect(await code(readExactly(arriving(endless, taken), [2048]))).toBe('too-large')
    expect(taken.count).toBe(3)
  })

  it('that breaks off is malformed, not a bug', async () => {
    async function* broken() {
      yield new Uint8Array(2)
      throw new Error('socket hang up')
    }
    expect(await code(readExactly(broken(), [4]))).toBe('malformed')
  })

  it('is JSON with spaces around it', () => {
    expect(jsonOf(toUtf8('{"a":1}    '))).toEqual({ a: 1 })
    expect(() => jsonOf(toUtf8('{"a":1}  x'))).toThrow('expected JSON')
    expect(() => jsonOf(Uint8Array.of(0xff, 0x20))).toThrow('expected UTF-8')
  })
})
