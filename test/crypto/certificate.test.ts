import { describe, expect, it } from 'vitest'
import { newMember } from '../../crypto/member.ts'
import {
  readMemberCertificate,
  readSourceCertificate,
  readStewardCertificate,
} from '../../crypto/verify/certificate.ts'
import { type Bytes, concat } from '../../domain/bytes.ts'
import { type CertificateFault, faultyCertificate } from '../support/certificates.ts'
import { everybody, friday, instance, keysMade } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

const expected = { handle: 'ada', instance }
const day = 86_400_000

describe('a certificate on a roster', () => {
  it('is taken when it has what it needs and no more', async () => {
    const { ada } = await everybody()
    const read = await readMemberCertificate(ada.certificate, expected, friday)
    expect(read.fingerprint).toBe(ada.key.fingerprint)
    expect(read.encryption.kdf).toEqual({ ids: [8, 7], hash: 'SHA-256', octets: 16 })
  })

  const faults: Readonly<Record<CertificateFault, string>> = {
    'a second user id': 'fat-certificate',
    'another user id': 'fat-certificate',
    'a certification by somebody else': 'fat-certificate',
    'two encryption subkeys': 'fat-certificate',
    'two signing subkeys': 'fat-certificate',
    'the same binding twice': 'fat-certificate',
    'octets behind its end': 'fat-certificate',
    'a note that nobody signed': 'fat-certificate',
    'a revocation': 'unsuitable-key',
    'an expiry in the past': 'unsuitable-key',
    'no encryption subkey': 'unsuitable-key',
    'an encryption subkey of another kind': 'unsuitable-key',
    'an RSA key that is too short': 'unsuitable-key',
    'a private key in it': 'unsuitable-key',
    'a broken self signature': 'unsuitable-key',
    'nothing in it': 'unsuitable-key',
  }
  it.each(Object.entries(faults))(
    'is refused with %s',
    async (fault, code) => {
      const certificate = await faultyCertificate(fault as CertificateFault, expected)
      expect(await codeOf(() => readMemberCertificate(certificate, expected, friday))).toBe(code)
    },
    30_000,
  )

  it('has to be good for as long as its roster is', async () => {
    const soonGone = await faultyCertificate('an expiry in the past', expected)
    // Made in January, good for 30 days.
    await readMemberCertificate(soonGone, expected, keysMade, keysMade + 20 * day)
    expect(await codeOf(() => readMemberCertificate(soonGone, expected, keysMade, keysMade + 40 * day))).toBe(
      'unsuitable-key',
    )
  })

  it('made an hour ahead of this clock is good, made next week is not', async () => {
    const tomorrow = (await newMember('ada', instance, friday + day)).certificate
    await readMemberCertificate(tomorrow, expected, friday)
    const nextWeek = (await newMember('ada', instance, friday + 7 * day)).certificate
    expect(await codeOf(() => readMemberCertificate(nextWeek, expected, friday))).toBe('unsuitable-key')
  })

  it('of a steward needs no encryption subkey and must not sign with a subkey', async () => {
    const { ida, ada } = await everybody()
    const asIda = { handle: 'ida', instance }
    await readStewardCertificate(ida.certificate, asIda, friday)
    await readStewardCertificate(ada.certificate, expected, friday)
    const withSubkey = await faultyCertificate('two signing subkeys', expected)
    expect(await codeOf(() => readStewardCertificate(withSubkey, expected, friday))).toBe('fat-certificate')
  })

  it('of a source is one that a source makes and no other', async () => {
    const { ada } = await everybody()
    expect(await codeOf(() => readSourceCertificate(ada.certificate))).toBe('fat-certificate')
    const disguised = (await newMember('ada', instance, keysMade)).certificate
    expect(await codeOf(() => readSourceCertificate(disguised))).toBe('fat-certificate')
  })

  it('is refused with any octet behind or before it', async () => {
    const { ada } = await everybody()
    const extra: Bytes[] = [new Uint8Array([0]), new Uint8Array([0xca, 3, 0x50, 0x47, 0x50])]
    for (const more of extra) {
      for (const fat of [concat(ada.certificate, more), concat(more, ada.certificate)]) {
        expect(['fat-certificate', 'unsuitable-key']).toContain(
          await codeOf(() => readMemberCertificate(fat, expected, friday)),
        )
      }
    }
  })
})
