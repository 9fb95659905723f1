import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportMessage } from '../../crypto/envelope.ts'
import { makeGrant, openGrants } from '../../crypto/grant.ts'
import { minimise, signRoster, type UnlockedMember, unlock } from '../../crypto/member.ts'
import { identityOf } from '../../crypto/source.ts'
import { readMemberCertificate } from '../../crypto/verify/certificate.ts'
import { statementBytes, verifyStatement } from '../../crypto/verify/statement.ts'
import { type Bytes, concat, toUtf8 } from '../../domain/bytes.ts'
import { contextNotation } from '../../domain/context.ts'
import { Gnupg, hasProgram, runWith } from '../support/gpg.ts'
import { privateKeyOf, readKey } from '../support/openpgp.ts'
import { type Organisation, organise } from '../support/organisation.ts'
import { friday, instance, newSource } from '../support/people.ts'
import { narrative, tipTo } from '../support/tips.ts'

/**
 * Other people's programs read what we write and the other way round. A program that is not installed is not asked,
 * and the name of the test says so.
 */
function asked(program: string, name: string, tests: () => void): void {
  const here = hasProgram(program)
  describe.runIf(here)(here ? name : `${name}, which is not on this machine`, tests)
}

asked('gpg', 'GnuPG', () => {
  let org: Organisation
  let gpg: Gnupg
  beforeAll(async () => {
    org = await organise()
    gpg = new Gnupg()
  })
  afterAll(() => gpg.close())

  it('opens an exported envelope with the member’s own key and is content', async () => {
    const locked = await org.people.ada.key.lock('p')
    expect(gpg.run(['--import'], locked).status).toBe(0)
    for (const length of [1, 20_000, 100_000]) {
      const text = narrative + 'x'.repeat(length)
      const tip = await tipTo(org, {
        content: { narrative: text, answers: {}, language: null, excluded: [], files: [] },
      })
      const ran = gpg.run(['--status-fd', '2', '--decrypt'], await exportMessage(tip.envelope, org.people.ada.key))
      expect([ran.status, ran.err]).toEqual([0, expect.stringContaining('DECRYPTION_OKAY')])
      expect(JSON.parse(ran.out.toString()).content.narrative).toBe(text)
    }
  }, 120_000)

  it('verifies the signature of a source over its tip', async () => {
    const me = await identityOf(newSource(), instance)
    const statement = { context: 'tip', says: 'the valve was painted over' } as const
    expect(gpg.run(['--import'], me.certificate).status).toBe(0)
    const signature = gpg.file('tip.sig', await me.sign(statement, friday))
    const ran = gpg.run(['--status-fd', '1', '--verify', signature, gpg.file('tip', statementBytes(statement))])
    expect(ran.out.toString()).toContain(`VALIDSIG ${me.fingerprint.toUpperCase()}`)
    expect(ran.status).toBe(0)
  })

  it('verifies the signature of a steward over a roster', async () => {
    const { ida } = org.people
    expect(gpg.run(['--import'], ida.certificate).status).toBe(0)
    const signature = gpg.file('roster.sig', await signRoster(org.file.document, ida.key, friday))
    const document = gpg.file('roster', statementBytes(org.file.document))
    const ran = gpg.run(['--status-fd', '1', '--verify', signature, document])
    expect(ran.out.toString()).toContain(`VALIDSIG ${ida.key.fingerprint.toUpperCase()}`)
    expect(ran.status).toBe(0)
  })

  it('makes keys that can be brought along, and signatures that count', async () => {
    expect(
      gpg.run([
        '--faked-system-time',
        '20260601T120000',
        '--quick-gen-key',
        'Real Name <r@example.org>',
        'future-default',
        'default',
        '0',
      ]).status,
    ).toBe(0)
    const key = await unlock(gpg.run(['--armor', '--export-secret-keys', 'r@example.org']).out.toString(), 'p')
    const certificate = await minimise(key, 'rosa', instance, friday)
    const read = await readMemberCertificate(certificate, { handle: 'rosa', instance }, friday)
    expect(read.fingerprint).toBe(key.fingerprint)
    await opensItsGrants(key, certificate)

    const statement = { context: 'roster', version: 2 } as const
    const octets = gpg.file('statement', statementBytes(statement))
    const detached = ['--local-user', 'r@example.org', '--detach-sign', '--output', '-']
    const plain = gpg.run([...detached, octets])
    const contextual = gpg.run(['--sig-notation', `${contextNotation}=roster`, ...detached, octets])
    const imported = await readKey({ binaryKey: new Uint8Array(gpg.run(['--export', 'r@example.org']).out) })
    const verify = (signature: Buffer) => verifyStatement(statement, new Uint8Array(signature), imported, Date.now())
    await verify(contextual.out)
    await expect(verify(plain.out)).rejects.toThrow()
  }, 120_000)

  it('seals to a member’s certificate, and its grant opens here', async () => {
    expect(gpg.run(['--import'], org.people.grace.certificate).status).toBe(0)
    const always = ['--trust-model', 'always', '--compress-algo', 'none', '--throw-keyids', '--encrypt']
    const ran = gpg.run([...always, '--recipient', `grace@${instance}.invalid`], toUtf8('hello'))
    expect(ran.status).toBe(0)
    // GnuPG writes old headers: tag and length in two octets, as many as ours.
    const grant = concat(new Uint8Array([0xc1, 0x5e]), new Uint8Array(ran.out.subarray(2, 96)))
    const opened = await openGrants([grant], org.people.grace.key.encryption)
    expect(opened?.sessionKey).toHaveLength(32)
  })
})

asked('sq', 'Sequoia', () => {
  it('makes keys that can be brought along, with a derivation of their own', async () => {
    const gpg = new Gnupg()
    try {
      const path = gpg.file('unused', '')
      const made = runWith(
        'sq',
        [
          'key',
          'generate',
          '--userid',
          'S <s@example.org>',
          '--export',
          `${path}.key`,
          '--creation-time',
          '2026-06-01T12:00:00',
        ],
        new Uint8Array(0),
      )
      expect([made.status, made.err]).toEqual([0, expect.anything()])
      const key = await unlock(readFileSync(`${path}.key`).toString(), '')
      const certificate = await minimise(key, 'sam', instance, friday)
      const read = await readMemberCertificate(certificate, { handle: 'sam', instance }, friday)
      expect(read.encryption.kdf.hash).toMatch(/^SHA-/)
      await opensItsGrants(key, certificate, 'sam')
    } finally {
      gpg.close()
    }
  }, 120_000)
})

asked('gosop', 'gosop', () => {
  it('opens an exported envelope with the member’s own key', async () => {
    const org = await organise()
    const gpg = new Gnupg()
    try {
      const keyFile = gpg.file('ada.key', await unlockedFile(org))
      const tip = await tipTo(org)
      const ran = runWith('gosop', ['decrypt', keyFile], await exportMessage(tip.envelope, org.people.ada.key))
      expect([ran.status, ran.err]).toEqual([0, ''])
      expect(JSON.parse(ran.out.toString()).content.narrative).toBe(narrative)
    } finally {
      gpg.close()
    }
  })
})

async function opensItsGrants(key: UnlockedMember, certificate: Bytes, handle = 'rosa'): Promise<void> {
  const to = await readMemberCertificate(certificate, { handle, instance }, friday)
  const sessionKey = crypto.getRandomValues(new Uint8Array(32))
  const opened = await openGrants([await makeGrant(sessionKey, to)], key.encryption)
  expect(opened?.sessionKey).toEqual(sessionKey)
}

async function unlockedFile(org: Organisation): Promise<string> {
  return (await privateKeyOf(org.people.ada)).armor()
}
