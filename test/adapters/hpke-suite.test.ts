import fc from 'fast-check'
import * as hpke from 'hpke'
import { describe, expect, it } from 'vitest'
import { suite } from '../../functions/adapters/at-rest/hpke-suite.ts'

const reference = new hpke.CipherSuite(hpke.KEM_DHKEM_X25519_HKDF_SHA256, hpke.KDF_HKDF_SHA256, hpke.AEAD_AES_256_GCM)
const octets = fc.uint8Array({ maxLength: 100 })

describe('Our HPKE suite', () => {
  it('opens what the reference suite seals, and the other way round', async () => {
    const pair = await reference.GenerateKeyPair(true)
    await fc.assert(
      fc.asyncProperty(octets, octets, octets, async (clear, info, aad) => {
        for (const [sealer, opener] of [
          [suite, reference],
          [reference, suite],
        ] as const) {
          const { encapsulatedSecret, ciphertext } = await sealer.Seal(pair.publicKey, clear, { info, aad })
          expect(await opener.Open(pair, encapsulatedSecret, ciphertext, { info, aad })).toEqual(clear)
        }
      }),
      { numRuns: 50 },
    )
  })

  it('exports the same secrets of any length as the reference suite', async () => {
    const pair = await reference.GenerateKeyPair(true)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 255 * 32 }), octets, async (length, context) => {
        const { encapsulatedSecret, exportedSecret } = await suite.SendExport(pair.publicKey, context, length)
        expect(await reference.ReceiveExport(pair, encapsulatedSecret, context, length)).toEqual(exportedSecret)
      }),
      { numRuns: 50 },
    )
  })

  it('opens nothing in which a bit was changed', async () => {
    const pair = await suite.GenerateKeyPair(true)
    const { encapsulatedSecret, ciphertext } = await suite.Seal(pair.publicKey, new Uint8Array(32))
    for (let at = 0; at < ciphertext.length; at++) {
      const changed = ciphertext.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      await expect(suite.Open(pair, encapsulatedSecret, changed)).rejects.toThrow()
    }
    for (const short of [0, 1, 15]) {
      await expect(suite.Open(pair, encapsulatedSecret, ciphertext.slice(0, short))).rejects.toThrow()
    }
  })
})
