import { randomBytes } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { armored, unarmored } from '../../domain/armor.ts'
import { type Bytes, concat, toUtf8 } from '../../domain/bytes.ts'
import { foreignMessageBytesMax, readForeign } from '../../domain/foreign.ts'
import { isBody, isGrant } from '../../domain/packet.ts'
import { bodyClasses } from '../../domain/sizes.ts'
import { readMessage } from '../support/openpgp.ts'
import { codeOf } from '../support/refused.ts'
import { shapedBody, shapedEnvelope, shapedGrant } from '../support/shapes.ts'

/** A packet as it may be framed: the old way, the new way, or the new way in parts. */
const framings = {
  old: (tag: number, content: Bytes) => {
    const length = new Uint8Array(4)
    new DataView(length.buffer).setUint32(0, content.length)
    return concat(Uint8Array.of(0x80 | (tag << 2) | 2), length, content)
  },
  short: (tag: number, content: Bytes) => concat(Uint8Array.of(0x80 | (tag << 2), content.length), content),
  whole: (tag: number, content: Bytes) => {
    const length = new Uint8Array(5).fill(0xff)
    new DataView(length.buffer).setUint32(1, content.length)
    return concat(Uint8Array.of(0xc0 | tag), length, content)
  },
  parts: (tag: number, content: Bytes) => {
    const pieces: Uint8Array[] = [Uint8Array.of(0xc0 | tag)]
    let at = 0
    for (; content.length - at > 8192; at += 8192)
      pieces.push(Uint8Array.of(0xe0 | 13), content.subarray(at, at + 8192))
    return concat(...pieces, framings.whole(tag, content.slice(at)).subarray(1))
  },
} as const

/** An envelope as another program frames it. */
function framed(envelope: { grants: readonly Bytes[]; body: Bytes }, head: 'old' | 'short', body: 'whole' | 'parts') {
  return concat(
    ...envelope.grants.map((one) => framings[head](1, one.slice(2))),
    framings[body](18, envelope.body.slice(envelope.body.length > 8387 ? 6 : 3)),
  )
}

async function readByLibrary(octets: Bytes): Promise<number[] | null> {
  try {
    const { packets } = await readMessage({ binaryMessage: octets })
    return packets.map((one) => (one.constructor as unknown as { tag: number }).tag)
  } catch {
    return null
  }
}

describe('a message that was sealed elsewhere', () => {
  it('is the same envelope however its packets were framed', () => {
    const envelope = shapedEnvelope(3, bodyClasses[0])
    for (const head of ['old', 'short'] as const) {
      for (const body of ['whole', 'parts'] as const) {
        expect(readForeign(framed(envelope, head, body), 3)).toEqual(envelope)
      }
    }
  })

  it('is the same envelope armored, with whatever was pasted along', () => {
    const envelope = shapedEnvelope(2, bodyClasses[1])
    const text = armored('MESSAGE', framed(envelope, 'short', 'whole'))
    for (const pasted of [text, `\ufeffhere it is\r\n${text.replaceAll('\n', '\r\n')}\n\n`]) {
      expect(readForeign(toUtf8(pasted), 2)).toEqual(envelope)
    }
    const headed = text.replace('MESSAGE-----\n', 'MESSAGE-----\nVersion: none of ours\nComment: and a remark\n')
    expect(readForeign(toUtf8(headed), 2)).toEqual(envelope)
  })

  it('may be as long as the largest class armored, and not longer', () => {
    const envelope = shapedEnvelope(13, bodyClasses[2])
    const text = armored('MESSAGE', framed(envelope, 'old', 'whole'))
    expect(readForeign(toUtf8(text), 13)).toEqual(envelope)
    expect(text.replaceAll('\n', '\r\n').length).toBeLessThan(foreignMessageBytesMax)
  })

  it('has one of the three sizes', async () => {
    for (const length of [bodyClasses[0] - 1, bodyClasses[0] + 1, 9000, 200_000]) {
      const envelope = { ...shapedEnvelope(3, bodyClasses[0]), body: shapedBody(length) }
      expect(await codeOf(() => readForeign(framed(envelope, 'old', 'whole'), 3))).toBe('wrong-size')
    }
  })

  it('is refused when a part of it is smaller than parts may be, or a packet has no end', async () => {
    const { grants, body } = shapedEnvelope(1, bodyClasses[0])
    const [grant = new Uint8Array()] = grants
    const content = body.slice(6)
    const crumbs = concat(
      Uint8Array.of(0xd2, 0xe8),
      content.subarray(0, 256),
      framings.whole(18, content.slice(256)).subarray(1),
    )
    const endless = concat(Uint8Array.of(0x80 | (9 << 2) | 3), content)
    for (const end of [crumbs, endless])
      expect(await codeOf(() => readForeign(concat(grant, end), 1))).toBe('not-sealed')
  })

  it('is read as OpenPGP.js reads it: whatever passes is so many session keys and one encrypted packet', async () => {
    const envelope = shapedEnvelope(2, bodyClasses[0])
    const whole = framed(envelope, 'short', 'whole')
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.nat(220), fc.nat(whole.length - 1)),
        fc.nat(255),
        fc.constantFrom<'change' | 'cut' | 'add'>('change', 'cut', 'add'),
        async (at, octet, how) => {
          const broken =
            how === 'change'
              ? whole.map((one, index) => (index === at ? octet : one))
              : how === 'cut'
                ? whole.slice(0, at)
                : concat(whole, Uint8Array.of(octet))
          let read: ReturnType<typeof readForeign>
          try {
            read = readForeign(broken, 2)
          } catch {
            return
          }
          expect(read.grants.every(isGrant)).toBe(true)
          expect(isBody(read.body, 'compat')).toBe(true)
          expect(await readByLibrary(concat(...read.grants, read.body))).toEqual([1, 1, 18])
        },
      ),
      { numRuns: 400 },
    )
  })

  it('never passes by chance', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (noise) => {
        expect(() => readForeign(new Uint8Array(noise), 3)).toThrow()
      }),
    )
  })
})

describe('armor', () => {
  it('gives back the octets that were put into it', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 500 }), (octets) => {
        expect(unarmored('MESSAGE', armored('MESSAGE', octets))).toEqual(new Uint8Array(octets))
      }),
    )
  })

  it('notices a letter that was changed', () => {
    const text = armored('MESSAGE', concat(shapedGrant(), new Uint8Array(randomBytes(100))))
    const at = text.indexOf('\n\n') + 30
    const other = text.charAt(at) === 'A' ? 'B' : 'A'
    expect(unarmored('MESSAGE', text.slice(0, at) + other + text.slice(at + 1))).toBeNull()
  })

  it('is refused when two stand one after the other', () => {
    const text = armored('MESSAGE', shapedGrant())
    expect(unarmored('MESSAGE', text + text)).toBeNull()
    expect(unarmored('PUBLIC KEY BLOCK', text)).toBeNull()
  })
})
