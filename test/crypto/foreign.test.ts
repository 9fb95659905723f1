import { beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../crypto/digest.ts'
import { sealEnvelope } from '../../crypto/envelope.ts'
import { openForeign } from '../../crypto/foreign.ts'
import type { Certificate } from '../../crypto/verify/certificate.ts'
import { type Bytes, concat, toUtf8 } from '../../domain/bytes.ts'
import { recordOf } from '../../domain/record.ts'
import { type Organisation, organise } from '../support/organisation.ts'
import { instance, type Person } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

let org: Organisation
let readers: readonly Certificate[]
beforeAll(async () => {
  org = await organise()
  const { ada, grace, lise } = org.people
  readers = await Promise.all([ada, grace, lise].map((one) => org.trusted.certificateOf(one.id)))
})

async function sealed(clear: Bytes) {
  const envelope = await sealEnvelope(clear, readers, { grants: 3, profile: 'compat' })
  const about = { instance, channel: 'electronics', uploads: [], roster: 1 }
  return { envelope, record: await recordOf(envelope, about, sha256) }
}

async function textIn(clear: Bytes, by: Person = org.people.ada): Promise<string | null> {
  const { envelope, record } = await sealed(clear)
  return (await openForeign(envelope, record, by.key))?.text ?? null
}

const filled = (text: string) => concat(toUtf8(text), new Uint8Array(100))

describe('a text that was sealed elsewhere', () => {
  it('is read without what fills it up, in any script, by everybody that it was sealed to and by nobody else', async () => {
    const text = 'Привет\nПять осей. 五軸\n'
    for (const one of [org.people.ada, org.people.grace, org.people.lise]) {
      expect(await textIn(filled(text), one)).toBe(text)
    }
    expect(await textIn(filled(text), org.people.mallory)).toBeNull()
  })

  it('may begin like a tip and may need no filling, but not both', async () => {
    expect(await textIn(filled('{"not": "a tip"}'))).toBe('{"not": "a tip"}')
    expect(await textIn(toUtf8('exactly as long as it has to be'))).toBe('exactly as long as it has to be')
    expect(await textIn(toUtf8('{"statement": {}}'))).toBeNull()
  })

  it('is not a picture, nothing at all, or a text with something hidden behind zeros', async () => {
    for (const clear of [
      new Uint8Array(1000),
      filled('one\0two'),
      concat(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), new Uint8Array(50)),
    ]) {
      expect(await textIn(clear)).toBeNull()
    }
  })

  it('is refused when it is not what the portal recorded', async () => {
    const { envelope } = await sealed(filled('one'))
    const { record } = await sealed(filled('two'))
    expect(await codeOf(() => openForeign(envelope, record, org.people.ada.key))).toBe('bad-tip')
  })

  it('has one commitment, whoever opens it', async () => {
    const { envelope, record } = await sealed(filled('one'))
    const { ada, grace } = org.people
    const [a, b] = await Promise.all([ada, grace].map((one) => openForeign(envelope, record, one.key)))
    expect(a).toEqual(b)
    expect(a?.commitment).toMatch(/^[0-9a-f]{64}$/)
  })
})
