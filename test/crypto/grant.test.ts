import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { dice } from '../../crypto/dice.ts'
import { fillerGrant, makeGrant, makeGrants, namedGrant, openGrants } from '../../crypto/grant.ts'
import { type Certificate, readMemberCertificate } from '../../crypto/verify/certificate.ts'
import { kdfOf } from '../../crypto/verify/point.ts'
import { isGrant } from '../../domain/packet.ts'
import { decryptSessionKeys, encryptSessionKey, privateKeyOf, readKey, readMessage } from '../support/openpgp.ts'
import { everybody, friday, instance, type People, type Person } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

let people: People
let reviewers: Person[]
let certificates: Certificate[]
beforeAll(async () => {
  people = await everybody()
  reviewers = [people.ada, people.grace, people.lise]
  certificates = await Promise.all(
    reviewers.map(({ handle, certificate }) => readMemberCertificate(certificate, { handle, instance }, friday)),
  )
})

describe('a grant', () => {
  it('opens for its recipient and for nobody else', async () => {
    const sessionKey = dice(32)
    for (const [at, to] of certificates.entries()) {
      const grant = await makeGrant(sessionKey, to)
      expect(isGrant(grant)).toBe(true)
      for (const [who, reader] of [...reviewers, people.mallory].entries()) {
        const opened = await openGrants([grant], reader.key.encryption)
        expect(opened?.sessionKey ?? null).toEqual(who === at ? sessionKey : null)
      }
    }
  })

  it('opens for exactly the recipients among any number of grants', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([0, 1, 2]),
        fc.integer({ min: 3, max: 16 }),
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        async (chosen, count, octets) => {
          const sessionKey = new Uint8Array(octets)
          const to = chosen.flatMap((at) => certificates[at] ?? [])
          const grants = await makeGrants(sessionKey, to, count)
          expect(grants).toHaveLength(count)
          expect(grants.every(isGrant)).toBe(true)
          for (const [at, reader] of reviewers.entries()) {
            const opened = await openGrants(grants, reader.key.encryption)
            expect(opened?.sessionKey ?? null).toEqual(chosen.includes(at) ? sessionKey : null)
          }
        },
      ),
      { numRuns: 25 },
    )
  })

  it('is never the same twice, for the same key and recipient', async () => {
    const sessionKey = dice(32)
    const [to] = certificates
    if (to === undefined) throw new Error('nobody to seal to')
    const made = await Promise.all(Array.from({ length: 8 }, () => makeGrant(sessionKey, to)))
    expect(new Set(made.map((one) => Buffer.from(one).toString('hex'))).size).toBe(8)
  })

  it('that fills up has the same form and opens for nobody', async () => {
    const filler = await fillerGrant(dice(32))
    expect(isGrant(filler)).toBe(true)
    for (const reader of reviewers) expect(await openGrants([filler], reader.key.encryption)).toBeNull()
  })

  it('is passed over when any of its octets was changed', async () => {
    const sessionKey = dice(32)
    const [to] = certificates
    if (to === undefined) throw new Error('nobody to seal to')
    const grant = await makeGrant(sessionKey, to)
    for (let at = 0; at < grant.length; at++) {
      const bent = grant.slice()
      bent[at] = (bent[at] ?? 0) ^ 1
      expect(await openGrants([bent], people.ada.key.encryption)).toBeNull()
    }
  })

  it('with a point of low order is passed over like any other damage', async () => {
    const [to] = certificates
    if (to === undefined) throw new Error('nobody to seal to')
    const grant = await makeGrant(dice(32), to)
    grant.fill(0, 15, 47)
    expect(await openGrants([grant], people.ada.key.encryption)).toBeNull()
  })

  it('is one that OpenPGP.js opens too', async () => {
    const sessionKey = dice(32)
    const [to] = certificates
    if (to === undefined) throw new Error('nobody to seal to')
    const decryptionKeys = await privateKeyOf(people.ada)
    for (const grant of [
      await makeGrant(sessionKey, to),
      namedGrant(await makeGrant(sessionKey, to), to.encryption.keyId),
    ]) {
      const message = await readMessage({ binaryMessage: new Uint8Array([...grant, ...emptyBody]) })
      const [opened] = await decryptSessionKeys({ message, decryptionKeys })
      expect(opened?.algorithm).toBe('aes256')
      expect(opened?.data).toEqual(sessionKey)
    }
  })

  it('made by OpenPGP.js opens here', async () => {
    const sessionKey = dice(32)
    const encryptionKeys = await readKey({ binaryKey: people.ada.certificate })
    const grant = await encryptSessionKey({
      data: sessionKey,
      algorithm: 'aes256',
      encryptionKeys,
      wildcard: true,
      format: 'binary',
    })
    expect(isGrant(grant)).toBe(true)
    const opened = await openGrants([new Uint8Array(grant)], people.ada.key.encryption)
    expect(opened?.sessionKey).toEqual(sessionKey)
  })

  it('works with every derivation that browsers have, and no other is taken', async () => {
    const [to] = certificates
    if (to === undefined) throw new Error('nobody to seal to')
    for (const [hash, cipher] of [
      [8, 7],
      [9, 7],
      [10, 9],
      [8, 9],
    ] as const) {
      const kdf = kdfOf(hash, cipher)
      const grant = await makeGrant(dice(32), { encryption: { ...to.encryption, kdf } })
      expect(isGrant(grant)).toBe(true)
    }
    for (const [hash, cipher] of [
      [2, 7],
      [8, 8],
      [11, 9],
    ] as const) {
      expect(await codeOf(() => kdfOf(hash, cipher))).toBe('unsuitable-key')
    }
  })
})

/** A body packet that nobody opens, so that the library takes the grant for a message. */
const emptyBody = new Uint8Array([0xd2, 41, 1, ...new Uint8Array(40)])
