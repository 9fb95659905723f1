import { beforeAll, describe, expect, it } from 'vitest'
import { signLogin } from '../../crypto/login.ts'
import { newMember } from '../../crypto/member.ts'
import { type PublicKey, readKey } from '../../crypto/openpgp.ts'
import { statementBytes, verifyStatement } from '../../crypto/verify/statement.ts'
import { type Bytes, concat, toUtf8 } from '../../domain/bytes.ts'
import { contextNotation, contexts } from '../../domain/context.ts'
import type { LoginStatement } from '../../domain/login.ts'
import { createMessage, privateKeyOf, sign } from '../support/openpgp.ts'
import { everybody, friday, instance, type People, type Person } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

let people: People
let key: PublicKey
beforeAll(async () => {
  people = await everybody()
  key = await readKey({ binaryKey: people.ada.certificate })
})

const statement = { context: 'entry', says: 'closed', octets: new Uint8Array([1, 2, 3]) } as const

describe('a signature over a statement', () => {
  it('verifies for what was signed, by whoever signed it', async () => {
    await verifyStatement(statement, await people.ada.key.sign(statement, friday), key, friday)
  })

  it('does not verify for anything else, by anybody else, or with an octet of it changed', async () => {
    const signature = await people.ada.key.sign(statement, friday)
    const other = { ...statement, says: 'open' } as const
    expect(await codeOf(() => verifyStatement(other, signature, key, friday))).toBe('bad-signature')
    const graces = await readKey({ binaryKey: people.grace.certificate })
    expect(await codeOf(() => verifyStatement(statement, signature, graces, friday))).toBe('bad-signature')
    // The numbers at its end. Before them stand lengths in bits, some of which mean the same number of octets.
    for (let at = signature.length - 31; at < signature.length; at++) {
      const bent = signature.slice()
      bent[at] = (bent[at] ?? 0) ^ 1
      expect(await codeOf(() => verifyStatement(statement, bent, key, friday))).toBe('bad-signature')
    }
  })

  it('for one context is worth nothing in another', async () => {
    for (const context of contexts) {
      const signature = await people.ada.key.sign({ ...statement, context }, friday)
      for (const claimed of contexts) {
        const verified = verifyStatement({ ...statement, context: claimed }, signature, key, friday)
        if (claimed === context) await verified
        else expect(await codeOf(() => verified)).toBe('bad-signature')
      }
    }
  })

  it('needs its context in the hashed area, once and as it should be', async () => {
    const notations = (...values: string[]) => values.map((value) => notation(contextNotation, value))
    const good = await signedWith(people.ada, notations('entry'))
    await verifyStatement(statement, good, key, friday)
    for (const signatureNotations of [
      [],
      notations('roster'),
      notations('entry', 'entry'),
      notations('entry', 'roster'),
      notations('Entry'),
      [notation('context@example.org', 'entry')],
    ]) {
      const signature = await signedWith(people.ada, signatureNotations)
      expect(await codeOf(() => verifyStatement(statement, signature, key, friday))).toBe('bad-signature')
    }
  })

  it('is one signature: two together are none', async () => {
    const signature = await people.ada.key.sign(statement, friday)
    expect(await codeOf(() => verifyStatement(statement, concat(signature, signature), key, friday))).toBe(
      'bad-signature',
    )
    for (const empty of [new Uint8Array(0), new Uint8Array(10), signature.slice(0, -1)]) {
      expect(await codeOf(() => verifyStatement(statement, empty, key, friday))).toBe('bad-signature')
    }
  })

  it('may be dated today or tomorrow, and not the day after', async () => {
    const day = 86_400_000
    const signature = await people.ada.key.sign(statement, friday + day)
    await verifyStatement(statement, signature, key, friday)
    const later = await people.ada.key.sign(statement, friday + 2 * day)
    expect(await codeOf(() => verifyStatement(statement, later, key, friday))).toBe('bad-signature')
  })

  it('made before its key existed is none', async () => {
    const young = await newMember('young', instance, friday)
    const readYoung = await readKey({ binaryKey: young.certificate })
    await verifyStatement(statement, await young.sign(statement, friday), readYoung, friday)
    await expect(young.sign(statement, friday - 7 * 86_400_000)).resolves.toBeInstanceOf(Uint8Array)
  })

  it('signs in a member for one origin and one session key', async () => {
    const login: LoginStatement = {
      context: 'login',
      format: 'safehand-login/1',
      instance,
      origin: 'https://portal.example',
      member: people.ada.id,
      nonce: '00'.repeat(32),
      thumbprint: 'A'.repeat(43),
      roster: '00'.repeat(32),
      expires: 1,
    }
    const signature = await signLogin(login, people.ada.key, friday)
    await verifyStatement(login, signature, key, friday)
    for (const field of [{ origin: 'https://elsewhere.example' }, { thumbprint: 'B'.repeat(43) }]) {
      expect(await codeOf(() => verifyStatement({ ...login, ...field }, signature, key, friday))).toBe('bad-signature')
    }
  })
})

function notation(name: string, value: string) {
  return { name, value: toUtf8(value), humanReadable: true, critical: false }
}

async function signedWith(by: Person, signatureNotations: ReturnType<typeof notation>[]): Promise<Bytes> {
  const signed = await sign({
    message: await createMessage({ binary: statementBytes(statement) }),
    signingKeys: await privateKeyOf(by),
    detached: true,
    date: new Date(friday),
    signatureNotations,
    format: 'binary',
  })
  return new Uint8Array(signed)
}
