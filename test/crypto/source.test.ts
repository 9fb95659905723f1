import { inspect } from 'node:util'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../crypto/digest.ts'
import { derive, makePassphrase } from '../../crypto/passphrase.ts'
import { identityOf, panelOf } from '../../crypto/source.ts'
import { readSourceCertificate } from '../../crypto/verify/certificate.ts'
import { verifyStatement } from '../../crypto/verify/statement.ts'
import { toBase64Url, toHex } from '../../domain/bytes.ts'
import type { Roster } from '../../domain/roster.ts'
import { type Organisation, organise } from '../support/organisation.ts'
import { friday, instance } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'

let org: Organisation
beforeAll(async () => {
  org = await organise()
})

describe('the identity of a source', () => {
  it('is the same at every visit, on every computer, to the last octet', async () => {
    const me = await identityOf(words, instance)
    expect(me.fingerprint).toBe('b0a8bf267db4187c58276ddaccdf8f4b78a68760')
    expect(me.thread).toBe('cd9c6efaa59916e154202d2064afcbe5686d7de0456b8d939a9b402bd22abaae')
    expect(toHex(await sha256(me.certificate))).toBe('3cdbb323d9b8cd4a140aa11978912c0b1b25af32baea14b06a5df191ed074788')
  })

  it('is another one in another instance and for other words', async () => {
    const identities = await Promise.all([
      identityOf(words, instance),
      identityOf(words, '00'.repeat(16)),
      identityOf(await makePassphrase(), instance),
    ])
    expect(new Set(identities.map((one) => one.fingerprint)).size).toBe(3)
    expect(new Set(identities.map((one) => one.thread)).size).toBe(3)
  })

  it('has a certificate that the desk accepts, whatever the words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 16, maxLength: 16 }), async (chance) => {
        const me = await identityOf(await makePassphrase(() => new Uint8Array(chance)), instance)
        expect((await readSourceCertificate(me.certificate)).fingerprint).toBe(me.fingerprint)
      }),
      { numRuns: 20 },
    )
  })

  it('signs so that its certificate verifies', async () => {
    const me = await identityOf(words, instance)
    const { key } = await readSourceCertificate(me.certificate)
    const statement = { context: 'tip', says: 'the valve was painted over' } as const
    const signature = await me.sign(statement, friday)
    await verifyStatement(statement, signature, key, friday)
    const other = { ...statement, says: 'it was not' } as const
    expect(await codeOf(() => verifyStatement(other, signature, key, friday))).toBe('bad-signature')
  })

  it('does not show its secrets when it is printed', async () => {
    const me = await identityOf(words, instance)
    const printed = JSON.stringify(me) + inspect(me, { depth: 20, showHidden: true }) + String(me)
    for (const label of ['identity/ed25519', 'identity/x25519'] as const) {
      const secret = await derive(words, instance, label)
      expect(printed).not.toContain(toHex(secret))
      expect(printed).not.toContain(toBase64Url(secret))
      expect(printed).not.toContain([...secret.slice(0, 6)].join(', '))
    }
    expect(printed).not.toContain('privateParams')
    expect(printed).toContain(me.fingerprint)
  })
})

describe('the panel of a source', () => {
  const wide = (roster: Roster, panel: number): Roster => ({ ...roster, policy: { ...roster.policy, panel } })

  it('is drawn from the passphrase, the same every time', async () => {
    const drawn = await panelOf(words, wide(org.roster, 2), 'electronics', [])
    expect(drawn.map((one) => one.handle)).toEqual(['lise', 'ada'])
    expect(await panelOf(words, wide(org.roster, 2), 'electronics', [])).toEqual(drawn)
  })

  it('does not depend on the order of the roster', async () => {
    const turned = { ...org.roster, members: [...org.roster.members].reverse() }
    const one = await panelOf(words, wide(org.roster, 2), 'electronics', [])
    const other = await panelOf(words, wide(turned, 2), 'electronics', [])
    expect(other.map((member) => member.id)).toEqual(one.map((member) => member.id))
  })

  it('gives every reviewer of the channel a part, and nobody else', async () => {
    const drawn = new Set<string>()
    for (let at = 0; at < 40; at++) {
      for (const one of await panelOf(await makePassphrase(), wide(org.roster, 1), 'electronics', []))
        drawn.add(one.handle)
    }
    expect([...drawn].sort()).toEqual(['ada', 'grace', 'lise'])
  })

  it('leaves out whom the source excluded, and draws the same others', async () => {
    const all = await panelOf(words, wide(org.roster, 3), 'electronics', [])
    for (const excluded of all) {
      const left = await panelOf(words, wide(org.roster, 3), 'electronics', [excluded.id])
      expect(left.map((one) => one.id)).toEqual(all.filter((one) => one !== excluded).map((one) => one.id))
    }
  })

  it('is refused when nobody is left, or the channel does not exist', async () => {
    const everybody = org.roster.members.map((one) => one.id)
    expect(await codeOf(() => panelOf(words, org.roster, 'electronics', everybody))).toBe('excluded')
    expect(await codeOf(() => panelOf(words, org.roster, 'gardening', []))).toBe('unknown-channel')
  })
})
