import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { clearBytesMax } from '../../crypto/body.ts'
import { dice } from '../../crypto/dice.ts'
import { exportMessage, openEnvelope, sealEnvelope } from '../../crypto/envelope.ts'
import { type Certificate, readMemberCertificate } from '../../crypto/verify/certificate.ts'
import { toHex, toUtf8 } from '../../domain/bytes.ts'
import { isBody, isGrant } from '../../domain/packet.ts'
import { bodyClasses } from '../../domain/sizes.ts'
import { everybody, friday, instance, type People } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

let people: People
let ada: Certificate
let grace: Certificate
beforeAll(async () => {
  people = await everybody()
  ada = await readMemberCertificate(people.ada.certificate, { handle: 'ada', instance }, friday)
  grace = await readMemberCertificate(people.grace.certificate, { handle: 'grace', instance }, friday)
})

const policy = { grants: 6, profile: 'compat' } as const
const text = toUtf8('the valve was painted over')

describe('an envelope', () => {
  it('opens for every recipient and for nobody else', async () => {
    const envelope = await sealEnvelope(text, [ada, grace], policy)
    expect((await openEnvelope(envelope, people.ada.key))?.clear).toEqual(text)
    expect((await openEnvelope(envelope, people.grace.key))?.clear).toEqual(text)
    for (const outsider of [people.lise, people.vera, people.mallory, people.ida]) {
      expect(await openEnvelope(envelope, outsider.key)).toBeNull()
    }
  })

  it('looks the same however many may open it', async () => {
    for (const to of [[], [ada], [ada, grace]]) {
      const envelope = await sealEnvelope(text, to, policy)
      expect(envelope.grants).toHaveLength(6)
      expect(envelope.grants.every(isGrant)).toBe(true)
      expect(envelope.body).toHaveLength(16_384)
      expect(isBody(envelope.body, 'compat')).toBe(true)
    }
  })

  it('puts the grants of its readers in every place equally often', async () => {
    const places = [0, 0, 0, 0, 0, 0]
    const rounds = 120
    for (let round = 0; round < rounds; round++) {
      const { grants } = await sealEnvelope(text, [ada], policy)
      for (const [at, grant] of grants.entries()) {
        if ((await people.ada.key.encryption[0]?.open(grant)) !== null) places[at] = (places[at] ?? 0) + 1
      }
    }
    expect(places.reduce((sum, one) => sum + one, 0)).toBe(rounds)
    // 20 are expected in each place; one in a hundred million runs has fewer than 2 or more than 50 somewhere.
    for (const count of places) expect(count).toBeGreaterThan(1)
    for (const count of places) expect(count).toBeLessThan(50)
  })

  it('takes the smallest class that holds its content, and refuses what fits none', async () => {
    const most = bodyClasses.map((one) => clearBytesMax(one, 'compat'))
    for (const [at, length] of most.entries()) {
      expect((await sealEnvelope(dice(length), [ada], policy)).body).toHaveLength(bodyClasses[at] ?? 0)
      const next = bodyClasses[at + 1]
      if (next === undefined) {
        expect(await codeOf(() => sealEnvelope(dice(length + 1), [ada], policy))).toBe('too-large')
      } else expect((await sealEnvelope(dice(length + 1), [ada], policy)).body).toHaveLength(next)
    }
  })

  it('refuses more recipients than it has grants', async () => {
    expect(await codeOf(() => sealEnvelope(text, [ada, ada, ada, ada, grace], { ...policy, grants: 4 }))).toBe(
      'wrong-grants',
    )
  })

  it('opens to what was sealed, in both profiles', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 20_000 }),
        fc.constantFrom('compat' as const, 'modern' as const),
        async (octets, profile) => {
          const clear = new Uint8Array(octets)
          const envelope = await sealEnvelope(clear, [grace], { grants: 4, profile })
          expect((await openEnvelope(envelope, people.grace.key))?.clear).toEqual(clear)
        },
      ),
      { numRuns: 20 },
    )
  })

  it('says so when a grant fits and the body was swapped for another', async () => {
    const one = await sealEnvelope(text, [ada], policy)
    const other = await sealEnvelope(text, [ada], policy)
    expect(await codeOf(() => openEnvelope({ grants: one.grants, body: other.body }, people.ada.key))).toBe(
      'cannot-open',
    )
  })

  it('is exported as one named grant and the body, for those who can open it', async () => {
    const envelope = await sealEnvelope(text, [ada], policy)
    const message = await exportMessage(envelope, people.ada.key)
    expect(message).toHaveLength(96 + 16_384)
    expect(toHex(message.slice(3, 11))).toBe(toHex(ada.encryption.keyId))
    expect(message.slice(96)).toEqual(envelope.body)
    expect(await codeOf(() => exportMessage(envelope, people.mallory.key))).toBe('cannot-open')
  })
})
