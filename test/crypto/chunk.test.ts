import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sealBody } from '../../crypto/body.ts'
import {
  type FileIdentity,
  grantForExport,
  openChunk,
  pieceBytesMax,
  sealChunk,
  type UploadSecrets,
  uploadSecrets,
} from '../../crypto/chunk.ts'
import { dice } from '../../crypto/dice.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { type Bytes, concat, toUtf8 } from '../../domain/bytes.ts'
import { fromCheckedHex } from '../../domain/fields.ts'
import { isBody, type Profile } from '../../domain/packet.ts'
import { chunkClasses } from '../../domain/upload.ts'
import { Gnupg, hasProgram, runWith } from '../support/gpg.ts'
import { decrypt, privateKeyOf, readMessage } from '../support/openpgp.ts'
import { type Organisation, organise } from '../support/organisation.ts'
import { codeOf } from '../support/refused.ts'

const profiles: Profile[] = ['compat', 'modern']
const [small, large] = chunkClasses
const instance = '00'.repeat(16)

function identity(fields: Partial<FileIdentity> = {}): FileIdentity {
  const hash = 'ab'.repeat(32)
  return { size: 5, chunkClass: small, profile: 'compat', first: hash, last: hash, copy: 0, round: 0, ...fields }
}

const secretsOfSomebody = async (): Promise<UploadSecrets> =>
  await uploadSecrets(await makePassphrase(), instance, identity())

describe.each(profiles)('a chunk of the %s profile', (profile) => {
  it('has its exact length and opens to its piece, whatever the piece', async () => {
    const secrets = await secretsOfSomebody()
    const most = pieceBytesMax(small, profile)
    const lengths = fc.oneof(fc.integer({ min: 0, max: most }), fc.integer({ min: most - 10_000, max: most }))
    await fc.assert(
      fc.asyncProperty(lengths, fc.integer({ min: 0, max: 543 }), async (length, at) => {
        const piece = dice(length)
        const sealed = await sealChunk(piece, at, secrets, { chunkClass: small, profile })
        expect(sealed.chunk).toHaveLength(small)
        expect(isBody(sealed.chunk, profile)).toBe(true)
        expect(await openChunk(sealed, secrets.key)).toEqual(piece)
      }),
      { numRuns: 40 },
    )
  })

  it.each(chunkClasses)('of %i octets is filled to the brim without a gap', async (chunkClass) => {
    const secrets = await secretsOfSomebody()
    const most = pieceBytesMax(chunkClass, profile)
    const gaps = chunkClass === small ? [0, 1, 2, 3, 192, 193, 194, 195, 196, 8385, 8386, 8390, most] : [0, 1, most]
    for (const gap of gaps) {
      const piece = dice(most - gap)
      const sealed = await sealChunk(piece, 0, secrets, { chunkClass, profile })
      expect(sealed.chunk).toHaveLength(chunkClass)
      expect(await openChunk(sealed, secrets.key)).toEqual(piece)
    }
    await expect(sealChunk(dice(most + 1), 0, secrets, { chunkClass, profile })).rejects.toThrow(RangeError)
  })

  it('is the same again for the same piece at the same place, and begins differently for any other', async () => {
    const secrets = await secretsOfSomebody()
    const form = { chunkClass: small, profile }
    const piece = dice(1000)
    const other = piece.slice()
    other[999] = (other[999] ?? 0) ^ 1
    const sealed = await sealChunk(piece, 3, secrets, form)
    expect(await sealChunk(piece, 3, secrets, form)).toEqual(sealed)
    const beginnings = [sealed, await sealChunk(other, 3, secrets, form), await sealChunk(piece, 4, secrets, form)]
    expect(new Set(beginnings.map(({ chunk }) => chunk.slice(11, 43).join()))).toHaveProperty('size', 3)
  })

  it('does not open with any octet changed, under another key or as another chunk', async () => {
    const secrets = await secretsOfSomebody()
    const sealed = await sealChunk(dice(1000), 0, secrets, { chunkClass: small, profile })
    const next = await sealChunk(dice(1000), 1, secrets, { chunkClass: small, profile })
    const bent = sealed.chunk.slice()
    bent[100_000] = (bent[100_000] ?? 0) ^ 1
    expect(await codeOf(() => openChunk({ chunk: bent, hash: sealed.hash }, secrets.key))).toBe('file-damaged')
    expect(await codeOf(() => openChunk({ chunk: next.chunk, hash: sealed.hash }, secrets.key))).toBe('file-damaged')
    expect(await codeOf(() => openChunk(sealed, 'cd'.repeat(32)))).toBe('file-damaged')
  })

  it('is one that OpenPGP.js opens', async () => {
    const secrets = await secretsOfSomebody()
    const piece = dice(70_000)
    const { chunk } = await sealChunk(piece, 0, secrets, { chunkClass: large, profile })
    const opened = await decrypt({
      message: await readMessage({ binaryMessage: chunk }),
      sessionKeys: { data: fromCheckedHex(secrets.key), algorithm: 'aes256' },
      format: 'binary',
    })
    expect(new Uint8Array(opened.data as Bytes)).toEqual(piece)
  })

  it('is as long as one that the library writes around the same piece', async () => {
    const piece = dice(pieceBytesMax(large, profile))
    expect(await sealBody(piece, dice(32), large, profile)).toHaveLength(large)
  })
})

describe('the secrets of an upload', () => {
  it('are the same for the same words and file, and others for any other', async () => {
    const words = await makePassphrase()
    const first = await uploadSecrets(words, instance, identity())
    const again = await uploadSecrets(words, instance, identity())
    expect([again.upload, again.key]).toEqual([first.upload, first.key])
    const others = await Promise.all([
      uploadSecrets(await makePassphrase(), instance, identity()),
      uploadSecrets(words, '11'.repeat(16), identity()),
      ...(
        [
          { size: 6 },
          { chunkClass: large },
          { first: 'cd'.repeat(32) },
          { last: 'cd'.repeat(32) },
          { copy: 1 },
          { round: 1 },
        ] as const
      ).map(async (fields) => await uploadSecrets(words, instance, identity(fields))),
    ])
    const all = [first, ...others].flatMap((one) => [one.upload, one.key])
    expect(new Set(all).size).toBe(all.length)
  })
})

describe('a chunk in other programs', () => {
  let org: Organisation
  let gpg: Gnupg

  beforeAll(async () => {
    org = await organise()
    gpg = new Gnupg()
  })

  afterAll(() => gpg.close())

  async function exported(piece: Bytes): Promise<Bytes> {
    const secrets = await secretsOfSomebody()
    const { chunk } = await sealChunk(piece, 0, secrets, { chunkClass: small, profile: 'compat' })
    const to = await org.trusted.certificateOf(org.people.ada.id)
    return concat(await grantForExport(secrets.key, to), chunk)
  }

  it.runIf(hasProgram('gpg'))('opens with gpg, full, partly filled and empty', async () => {
    gpg.run(['--import'], (await privateKeyOf(org.people.ada)).write() as Bytes)
    for (const length of [pieceBytesMax(small, 'compat'), 12_345, 0]) {
      const piece = dice(length)
      const ran = gpg.run(['--status-fd', '2', '--decrypt'], await exported(piece))
      expect([ran.status, ran.err]).toEqual([0, expect.stringContaining('DECRYPTION_OKAY')])
      expect(ran.out.equals(piece)).toBe(true)
    }
  })

  it.runIf(hasProgram('gosop'))('opens with gosop', async () => {
    // Debian's gosop prints text only: it replaces what is not UTF-8.
    const piece = toUtf8('plain text '.repeat(1000))
    const key = gpg.file('ada.key', (await privateKeyOf(org.people.ada)).armor())
    const ran = runWith('gosop', ['decrypt', key], await exported(piece))
    expect([ran.status, ran.err]).toEqual([0, ''])
    expect(ran.out.equals(piece)).toBe(true)
  })

  it.runIf(hasProgram('sq'))('opens with sq when it is full: Debian’s sq knows no padding', async () => {
    const piece = dice(pieceBytesMax(small, 'compat'))
    const key = gpg.file('ada.key', (await privateKeyOf(org.people.ada)).armor())
    const ran = runWith('sq', ['decrypt', '--recipient-key', key], await exported(piece))
    expect([ran.status, ran.out.equals(piece)]).toEqual([0, true])
  })
})
