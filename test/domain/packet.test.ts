import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { dice } from '../../crypto/dice.ts'
import { sealEnvelope } from '../../crypto/envelope.ts'
import { fillerSlot } from '../../crypto/reply.ts'
import { type Certificate, readMemberCertificate } from '../../crypto/verify/certificate.ts'
import { type Bytes, concat } from '../../domain/bytes.ts'
import { isSlot, splitDrop } from '../../domain/drop.ts'
import { isBody, isGrant, type Profile, splitEnvelope } from '../../domain/packet.ts'
import { bodyClasses, grantBytes, slotBytes } from '../../domain/sizes.ts'
import { readMessage } from '../support/openpgp.ts'
import { everybody, friday, instance } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

let ada: Certificate
beforeAll(async () => {
  const { ada: person } = await everybody()
  ada = await readMemberCertificate(person.certificate, { handle: 'ada', instance }, friday)
})

const profiles = fc.constantFrom<Profile>('compat', 'modern')

/** The tags of the packets that OpenPGP.js finds, or `null` when it finds that something is wrong. */
async function tagsOf(octets: Bytes): Promise<number[] | null> {
  try {
    const { packets } = await readMessage({ binaryMessage: octets })
    return packets.map((one) => (one.constructor as unknown as { tag: number }).tag)
  } catch {
    return null
  }
}

describe('the packet walker', () => {
  it('accepts everything that is sealed here, and finds its parts again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 40_000 }),
        fc.integer({ min: 4, max: 16 }),
        profiles,
        async (clear, grants, profile) => {
          const envelope = await sealEnvelope(new Uint8Array(clear), [ada], { grants, profile })
          const whole = concat(...envelope.grants, envelope.body)
          expect(splitEnvelope(whole, grants)).toEqual(envelope)
          expect(envelope.grants.every(isGrant)).toBe(true)
          expect(isBody(envelope.body, profile)).toBe(true)
          expect(isBody(envelope.body, profile === 'compat' ? 'modern' : 'compat')).toBe(false)
          expect(await tagsOf(whole)).toEqual([...Array.from({ length: grants }, () => 1), 18])
        },
      ),
      { numRuns: 20 },
    )
  })

  it('accepts only what OpenPGP.js reads as exactly one grant', async () => {
    const heads = fc.constantFrom([0xc1, 0x5e, 3, ...new Array<number>(8).fill(0), 18, 1, 7, 0x40])
    await fc.assert(
      fc.asyncProperty(
        heads,
        fc.uint8Array({ minLength: 81, maxLength: 81 }),
        fc.option(fc.tuple(fc.integer({ min: 0, max: 95 }), fc.nat(255))),
        async (head, tail, change) => {
          const octets = new Uint8Array([...head, ...tail])
          octets[47] = 48
          if (change !== null) octets[change[0]] = change[1]
          if (isGrant(octets)) expect(await tagsOf(concat(octets, plainBody))).toEqual([1, 18])
        },
      ),
      { numRuns: 400 },
    )
  })

  it('accepts only what OpenPGP.js reads as exactly one body', async () => {
    const starts = fc.oneof(
      fc.constantFrom([1], [2, 9, 3, 12], [2, 9, 2, 12], [2, 7, 3, 12], [3], [0]),
      fc.array(fc.nat(255), { minLength: 1, maxLength: 4 }),
    )
    await fc.assert(
      fc.asyncProperty(
        headers(),
        starts,
        fc.integer({ min: 0, max: 9000 }),
        profiles,
        async (head, start, size, profile) => {
          const octets = new Uint8Array([...head(start.length + size), ...start, ...dice(size)])
          if (!isBody(octets, profile)) return
          expect(await tagsOf(octets)).toEqual([18])
        },
      ),
      { numRuns: 400 },
    )
  })

  it('accepts a length in its shortest form only', () => {
    const body = (head: readonly number[], length: number) =>
      new Uint8Array([0xd2, ...head, 1, ...new Array<number>(length - 1).fill(7)])
    expect(isBody(body([192, 0], 192), 'compat')).toBe(true)
    expect(isBody(body([255, 0, 0, 0, 192], 192), 'compat')).toBe(false)
    expect(isBody(body([100], 100), 'compat')).toBe(false)
    expect(isBody(body([223, 255], 8383), 'compat')).toBe(true)
    expect(isBody(body([255, 0, 0, 0x20, 0xbf], 8383), 'compat')).toBe(false)
    expect(isBody(body([255, 0, 0, 0x20, 0xc0], 8384), 'compat')).toBe(true)
    expect(isBody(body([234], 1024), 'compat')).toBe(false)
  })

  it('refuses a header with any octet changed, a piece missing, or something behind', async () => {
    for (const profile of ['compat', 'modern'] as const) {
      const { grants, body } = await sealEnvelope(new Uint8Array(100), [ada], { grants: 4, profile })
      const [grant] = grants
      if (grant === undefined) throw new Error('there are four')
      for (const at of [...Array(15).keys(), 47]) expect(isGrant(changed(grant, at))).toBe(false)
      const fixed = profile === 'compat' ? 7 : 10
      for (const at of Array(fixed).keys()) expect([at, isBody(changed(body, at), profile)]).toEqual([at, false])
      expect(isGrant(grant.slice(1))).toBe(false)
      expect(isGrant(concat(grant, new Uint8Array(1)))).toBe(false)
      expect(isBody(body.slice(0, -1), profile)).toBe(false)
      expect(isBody(concat(body, new Uint8Array(1)), profile)).toBe(false)
      expect(isBody(concat(body, body), profile)).toBe(false)
    }
  })

  it('takes no plaintext of any kind for a body or a grant', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 3000 }).map((text) => new TextEncoder().encode(text)),
          fc.json().map((text) => new TextEncoder().encode(text)),
          fc.constantFrom(...bodyClasses).map((length) => new Uint8Array(length).fill(0x20)),
          fc.constantFrom(...bodyClasses, 96).map((length) => new Uint8Array(length)),
        ),
        profiles,
        (octets, profile) => !isBody(octets, profile) && !isGrant(octets),
      ),
      { numRuns: 500 },
    )
    expect(isBody(new TextEncoder().encode('-----BEGIN PGP MESSAGE-----'), 'compat')).toBe(false)
  })
})

describe('a slot', () => {
  it('is a grant and a body of one length, and a drop is four of them', async () => {
    const slots = await Promise.all(Array.from({ length: 4 }, () => fillerSlot('compat')))
    expect(slots.every((one) => one.length === slotBytes && isSlot(one, 'compat'))).toBe(true)
    expect(splitDrop(concat(...slots))).toEqual(slots)
    const [first] = slots
    if (first === undefined) throw new Error('there are four')
    expect(isSlot(changed(first, grantBytes), 'compat')).toBe(false)
    expect(isSlot(first, 'modern')).toBe(false)
    expect(await codeOf(() => splitDrop(concat(...slots, new Uint8Array(1))))).toBe('wrong-size')
    expect(await codeOf(() => splitDrop(concat(...slots.slice(1))))).toBe('wrong-size')
  })
})

/** A body that is none but has the shape, to stand behind a grant. */
const plainBody = new Uint8Array([0xd2, 192, 0, 1, ...new Array<number>(191).fill(7)])

/** Packet headers of every form, right and wrong, for a content of so many octets. */
function headers(): fc.Arbitrary<(length: number) => number[]> {
  const two = (length: number) => [((length - 192) >> 8) + 192, (length - 192) & 255]
  const five = (length: number) => [255, 0, 0, (length >> 8) & 255, length & 255]
  const shortest = (length: number) => (length < 192 ? [length] : length < 8384 ? two(length) : five(length))
  return fc
    .record({ tag: fc.constantFrom(0xd2, 0xd2, 0xd2, 0xc9, 0xd4, 0x48, 0xcb), wrong: fc.nat(9) })
    .map(({ tag, wrong }) => (length) => {
      if (wrong === 0) return [tag, ...five(length)]
      if (wrong === 1) return [tag, ...shortest(length + 1)]
      if (wrong === 2) return [tag, 224 + 9]
      return [tag, ...shortest(length)]
    })
}

function changed(octets: Bytes, at: number): Bytes {
  const other = octets.slice()
  other[at] = (other[at] ?? 0) ^ 1
  return other
}
