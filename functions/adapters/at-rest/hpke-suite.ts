import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto'
import * as hpke from 'hpke'

/**
 * HPKE (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and AES-256-GCM. The same suite as the library's own,
 * to the octet; only HMAC and AES run here at once instead of by way of a pool of threads, which for thirty-two octets
 * costs several times more than the work. Two keys are wrapped for every tip, so it is felt.
 */
export const suite: hpke.CipherSuite<CryptoKey> = new hpke.CipherSuite(
  hpke.KEM_DHKEM_X25519_HKDF_SHA256,
  hkdfSha256,
  aes256Gcm,
)

const hashBytes = 32
const tagBytes = 16

/** HKDF (RFC 5869) in the two steps that HPKE asks for. */
function hkdfSha256(): hpke.KDF {
  return {
    ...hpke.KDF_HKDF_SHA256(),
    async Extract(salt, ikm) {
      return hmac(salt.length === 0 ? new Uint8Array(hashBytes) : salt, ikm)
    },
    async Expand(prk, info, length) {
      if (prk.length < hashBytes || length > 255 * hashBytes) throw new Error('outside the bounds of HKDF')
      const expanded = new Uint8Array(Math.ceil(length / hashBytes) * hashBytes)
      let block = new Uint8Array(0)
      for (let at = 0; at < expanded.length; at += hashBytes) {
        block = hmac(prk, block, info, Uint8Array.of(at / hashBytes + 1))
        expanded.set(block, at)
      }
      return expanded.slice(0, length)
    },
  }
}

function aes256Gcm(): hpke.AEAD {
  return {
    ...hpke.AEAD_AES_256_GCM(),
    async Seal(key, nonce, aad, clear) {
      const cipher = createCipheriv('aes-256-gcm', key, nonce)
      cipher.setAAD(aad)
      return new Uint8Array(Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()]))
    },
    async Open(key, nonce, aad, sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes })
      decipher.setAAD(aad)
      decipher.setAuthTag(sealed.subarray(-tagBytes))
      return new Uint8Array(Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]))
    },
  }
}

function hmac(key: Uint8Array, ...pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const state = createHmac('sha256', key)
  for (const piece of pieces) state.update(piece)
  return new Uint8Array(state.digest())
}
