import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { makeGrant, openGrants } from '../../crypto/grant.ts'
import {
  makeKeyPassphrase,
  makeMember,
  makeSteward,
  memberOf,
  minimise,
  newMember,
  signRoster,
  unlock,
} from '../../crypto/member.ts'
import { readKey } from '../../crypto/openpgp.ts'
import { readMemberCertificate, readStewardCertificate } from '../../crypto/verify/certificate.ts'
import { dayOf, startOf } from '../../domain/day.ts'
import { limits } from '../../domain/limits.ts'
import { generateKey, privateKeyOf, readPrivateKey } from '../support/openpgp.ts'
import { organise } from '../support/organisation.ts'
import { everybody, friday, instance } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

describe('a key that is made here', () => {
  it('is locked under a generated passphrase and unlocks to the same member', async () => {
    const made = await makeMember('ada', instance, friday)
    expect(made.passphrase.split(' ')).toHaveLength(8)
    const key = await unlock(made.locked, made.passphrase)
    expect(key.certificate).toEqual(made.certificate)
    await readMemberCertificate(made.certificate, { handle: 'ada', instance }, friday)
    // As a tired person types it.
    expect((await unlock(made.locked, `  ${made.passphrase.toUpperCase().replaceAll(' ', '   ')}\n`)).fingerprint).toBe(
      key.fingerprint,
    )
    expect(await codeOf(() => unlock(made.locked, makeKeyPassphrase()))).toBe('wrong-key-passphrase')
    expect(await codeOf(() => unlock(made.locked, ''))).toBe('wrong-key-passphrase')
  })

  it('is locked as slowly as OpenPGP allows without WebAssembly', async () => {
    const { ada } = await everybody()
    const locked = await readPrivateKey({ armoredKey: await ada.key.lock('p') })
    for (const { keyPacket } of locked.getKeys()) {
      const { s2k } = keyPacket as unknown as { s2k: { type: string; c: number } }
      expect([s2k.type, s2k.c]).toEqual(['iterated', 255])
    }
  })

  it('for a steward signs and cannot be sealed to', async () => {
    const made = await makeSteward('ida', instance, friday)
    await readStewardCertificate(made.certificate, { handle: 'ida', instance }, friday)
    expect(await codeOf(() => readMemberCertificate(made.certificate, { handle: 'ida', instance }, friday))).toBe(
      'unsuitable-key',
    )
    expect((await unlock(made.locked, made.passphrase)).encryption).toEqual([])
  })

  it('tells the day it was made and not the hour', async () => {
    const key = await readKey({ binaryKey: (await newMember('ada', instance, friday)).certificate })
    const dates = [key.getCreationTime(), ...key.users.flatMap((one) => one.selfCertifications.map((it) => it.created))]
    for (const date of dates) expect(date?.getTime()).toBe(startOf(dayOf(friday)))
  })

  it('does not show its secrets when it is printed', async () => {
    const key = await newMember('ada', instance, friday)
    const printed = JSON.stringify(key) + inspect(key, { depth: 20, showHidden: true }) + String(key)
    expect(printed).toContain(key.fingerprint)
    expect(printed).not.toContain('privateParams')
    expect(printed).not.toContain('SecretKeyPacket')
    for (const one of (await privateKeyOf({ key })).getKeys()) {
      const { privateParams } = one.keyPacket as unknown as { privateParams: Record<string, Uint8Array> }
      for (const secret of Object.values(privateParams)) {
        expect(secret).toHaveLength(32)
        expect(printed).not.toContain(Buffer.from(secret).toString('hex'))
        expect(printed).not.toContain([...secret.slice(0, 6)].join(', '))
        expect(printed).not.toContain([...secret.slice(-6)].reverse().join(', '))
      }
    }
  })

  it('has a passphrase of more than eighty bits, never the same twice', () => {
    const made = Array.from({ length: 40 }, makeKeyPassphrase)
    expect(new Set(made).size).toBe(40)
    expect(new Set(made.flatMap((one) => one.split(' '))).size).toBeGreaterThan(250)
  })
})

describe('a key that is brought along', () => {
  it('loses name, address and what is not needed before it goes onto a roster', async () => {
    const { privateKey } = await generateKey({
      type: 'rsa',
      rsaBits: 3072,
      userIDs: [{ name: 'Ada Real Name', email: 'ada@example.org' }, { name: 'Another' }],
      subkeys: [
        { type: 'ecc', curve: 'curve25519Legacy' },
        { type: 'rsa', rsaBits: 3072, sign: true },
        { type: 'rsa' },
      ],
      date: new Date(friday - 86_400_000),
      format: 'object',
      passphrase: 'p',
    })
    const key = await unlock(privateKey.armor(), 'p')
    const certificate = await minimise(key, 'ada', instance, friday)
    expect(certificate.length).toBeLessThan(limits.certificateBytesMax)
    const read = await readMemberCertificate(certificate, { handle: 'ada', instance }, friday)
    expect(read.key.getUserIDs()).toEqual([`ada@${instance}.invalid`])
    expect(read.key.subkeys).toHaveLength(1)
    expect(read.fingerprint).toBe(key.fingerprint)
    expect(Buffer.from(certificate).includes('example.org')).toBe(false)
    expect(key.holds(certificate)).toBe(true)
    // And it opens what is sealed to that certificate.
    const sessionKey = crypto.getRandomValues(new Uint8Array(32))
    const grant = await makeGrant(sessionKey, read)
    expect((await openGrants([grant], key.encryption))?.sessionKey).toEqual(sessionKey)
  }, 60_000)

  it('is refused when it cannot be sealed to in the one shape that grants have', async () => {
    for (const [type, curve] of [
      ['curve25519', 'ed25519Legacy'],
      ['ecc', 'nistP256'],
    ] as const) {
      const { privateKey } = await generateKey({
        type,
        curve,
        userIDs: [{ name: 'x' }],
        date: new Date(friday),
        format: 'object',
        passphrase: 'p',
      })
      const key = await unlock(privateKey.armor(), 'p')
      expect(key.encryption).toEqual([])
      const certificate = await minimise(key, 'ada', instance, friday)
      expect(await codeOf(() => readMemberCertificate(certificate, { handle: 'ada', instance }, friday))).toBe(
        'unsuitable-key',
      )
    }
  })

  it('is refused when it is no private key at all', async () => {
    const { ada } = await everybody()
    const publicOnly = (await readKey({ binaryKey: ada.certificate })).armor()
    for (const file of [publicOnly, 'hello', '']) expect(await codeOf(() => unlock(file, 'p'))).toBe('unsuitable-key')
  })
})

describe('a member', () => {
  it('is found on the roster by key, and an outsider is not', async () => {
    const { roster, people } = await organise()
    expect(memberOf(roster, people.grace.key)?.handle).toBe('grace')
    expect(memberOf(roster, people.mallory.key)).toBeNull()
    expect(memberOf(roster, people.ida.key)).toBeNull()
  })

  it('signs nothing as a roster that does not say that it is one', async () => {
    const { ida } = await everybody()
    expect(await codeOf(() => signRoster({ context: 'login' }, ida.key, friday))).toBe('malformed')
  })
})
