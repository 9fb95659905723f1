import { type Expected, userIdOf } from '../../crypto/verify/certificate.ts'
import { type Bytes, concat, toUtf8 } from '../../domain/bytes.ts'
import { generateKey, privateKeyOf, readKey, readPrivateKey, revokeKey } from './openpgp.ts'
import { everybody, keysMade } from './people.ts'

/** What may be wrong with a certificate. */
export type CertificateFault =
  | 'a second user id'
  | 'another user id'
  | 'a certification by somebody else'
  | 'two encryption subkeys'
  | 'two signing subkeys'
  | 'the same binding twice'
  | 'octets behind its end'
  | 'a note that nobody signed'
  | 'a revocation'
  | 'an expiry in the past'
  | 'no encryption subkey'
  | 'an encryption subkey of another kind'
  | 'an RSA key that is too short'
  | 'a private key in it'
  | 'a broken self signature'
  | 'nothing in it'

type Options = Partial<Parameters<typeof generateKey>[0]>

/** A certificate for this person with one fault. */
export async function faultyCertificate(fault: CertificateFault, expected: Expected): Promise<Bytes> {
  return new Uint8Array(await makers[fault](expected))
}

const makers: Readonly<Record<CertificateFault, (expected: Expected) => Promise<Uint8Array>>> = {
  'a second user id': async (expected) =>
    publicOf(expected, { userIDs: [{ name: userIdOf(expected) }, { name: 'Ada Real Name' }] }),
  'another user id': async (expected) => publicOf({ ...expected, handle: 'somebody' }),
  'a certification by somebody else': async (expected) => {
    const { mallory } = await everybody()
    const key = await readKey({ binaryKey: await publicOf(expected) })
    return (await key.signPrimaryUser([await privateKeyOf(mallory)])).write()
  },
  'two encryption subkeys': async (expected) => publicOf(expected, { subkeys: [{}, {}] }),
  'two signing subkeys': async (expected) => publicOf(expected, { subkeys: [{}, { sign: true }, { sign: true }] }),
  'the same binding twice': async (expected) => {
    const key = await readKey({ binaryKey: await publicOf(expected) })
    for (const one of key.subkeys) one.bindingSignatures.push(...one.bindingSignatures)
    return key.write()
  },
  'a note that nobody signed': async (expected) => {
    const key = await readKey({ binaryKey: await publicOf(expected) })
    // 26 is the address of a policy (RFC 9580, section 5.2.3.28).
    const note = { type: 26, critical: false, body: toUtf8('https://example.org') }
    key.users[0]?.selfCertifications[0]?.unhashedSubpackets.push(note)
    return key.write()
  },
  'octets behind its end': async (expected) =>
    concat(await publicOf(expected), new Uint8Array([0xca, 3, 0x50, 0x47, 0x50])),
  'a revocation': async (expected) => {
    const { privateKey } = await made(expected)
    const key = await readPrivateKey({ binaryKey: privateKey })
    return (await revokeKey({ key, date: new Date(keysMade), format: 'binary' })).publicKey
  },
  'an expiry in the past': async (expected) => publicOf(expected, { keyExpirationTime: 30 * 86_400 }),
  'no encryption subkey': async (expected) => publicOf(expected, { subkeys: [] }),
  'an encryption subkey of another kind': async (expected) => publicOf(expected, { type: 'curve25519' }),
  'an RSA key that is too short': async (expected) =>
    publicOf(expected, {
      type: 'rsa',
      rsaBits: 2048,
      subkeys: [{ type: 'ecc', curve: 'curve25519Legacy' }],
      config: { minRSABits: 2048 },
    }),
  'a private key in it': async (expected) => (await made(expected)).privateKey,
  'a broken self signature': async (expected) => {
    const certificate = await publicOf(expected)
    const last = certificate.length - 1
    certificate[last] = (certificate[last] ?? 0) ^ 1
    return certificate
  },
  'nothing in it': async () => new Uint8Array(0),
}

async function publicOf(expected: Expected, options: Options = {}): Promise<Uint8Array> {
  return (await made(expected, options)).publicKey
}

async function made(expected: Expected, options: Options = {}) {
  return await generateKey({
    type: 'ecc',
    curve: 'curve25519Legacy',
    userIDs: [{ name: userIdOf(expected) }],
    date: new Date(keysMade),
    ...options,
    format: 'binary',
  })
}
