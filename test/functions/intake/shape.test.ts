import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Bytes, concat } from '../../../domain/bytes.ts'
import { grantHead } from '../../../domain/packet.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { bodyClasses, grantBytes, submissionRequestBytes } from '../../../domain/sizes.ts'
import { checkShape } from '../../../functions/intake/shape.ts'
import { type Organisation, organise } from '../../support/organisation.ts'
import { shapedEnvelope } from '../../support/shapes.ts'

const count = 6
const bodyClass = bodyClasses[0]
const length = submissionRequestBytes(bodyClass)
let organisation: Organisation

beforeAll(async () => {
  organisation = await organise()
})

const whole = (): Bytes => {
  const { grants, body } = shapedEnvelope(count, bodyClass)
  return concat(...grants, body)
}

/** `accepted`, or the code of the refusal. Anything else thrown fails the test. */
function judged(envelope: Bytes): string {
  const request = { channel: 'electronics', roster: 1, uploads: [], work: [], length, envelope }
  try {
    checkShape(request, organisation.roster)
    return 'accepted'
  } catch (trouble) {
    if (trouble instanceof Refusal) return trouble.code
    throw trouble
  }
}

/** Whether an octet of an envelope is one that intake can judge, rather than one of ciphertext or of a point. */
function isFixed(at: number): boolean {
  if (at < count * grantBytes) {
    const within = at % grantBytes
    return within < grantHead.length || within === grantHead.length + 32
  }
  // The header of the body and the version of its packet.
  return at - count * grantBytes < 7
}

describe('the shape of an envelope', () => {
  it('is never met by chance', () => {
    const octets = fc.uint8Array({ minLength: 0, maxLength: 20_000 }).map((one) => new Uint8Array(one))
    fc.assert(
      fc.property(octets, (envelope) => {
        expect(judged(envelope)).not.toBe('accepted')
      }),
    )
  })

  it('is broken by a change of any octet that says what it is, and by no other', () => {
    const envelope = whole()
    expect(judged(envelope)).toBe('accepted')
    fc.assert(
      fc.property(fc.nat(envelope.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bent = envelope.slice()
        bent[at] = (bent[at] ?? 0) ^ flip
        expect(judged(bent) === 'accepted').toBe(!isFixed(at))
      }),
      { numRuns: 500 },
    )
    for (let at = 0; at < count * grantBytes + 7; at++) {
      if (!isFixed(at)) continue
      const bent = envelope.slice()
      bent[at] = (bent[at] ?? 0) ^ 0x10
      expect(judged(bent)).not.toBe('accepted')
    }
  })

  it('is broken by cutting or adding anything anywhere', () => {
    const envelope = whole()
    fc.assert(
      fc.property(fc.nat(envelope.length), fc.integer({ min: 1, max: 200 }), fc.boolean(), (at, octets, cut) => {
        const bent = cut
          ? concat(envelope.subarray(0, at), envelope.subarray(at + octets))
          : concat(envelope.subarray(0, at), new Uint8Array(octets), envelope.subarray(at))
        if (bent.length !== envelope.length) expect(judged(bent)).not.toBe('accepted')
      }),
    )
  })
})
