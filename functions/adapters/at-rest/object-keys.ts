import { type Bytes, concat, toUtf8 } from '../../../domain/bytes.ts'
import type { Day } from '../../../domain/day.ts'
import type { AtRestItem, WrappedKey } from '../../ports/at-rest.ts'
import { suite } from './hpke-suite.ts'

/**
 * Object keys wrapped to an epoch's public key by HPKE in base mode. The epoch and the item are bound in, so a wrapped
 * key fits one object only.
 */
const encapsulatedBytes = 32

export type SealingKey = CryptoKey
export type SealingSecret = CryptoKeyPair

export function readSealingKey(key: Bytes): Promise<SealingKey> {
  return suite.DeserializePublicKey(key)
}

export async function readSealingSecret(secret: Bytes, key: Bytes): Promise<SealingSecret> {
  const [privateKey, publicKey] = await Promise.all([
    suite.DeserializePrivateKey(secret),
    suite.DeserializePublicKey(key),
  ])
  return { privateKey, publicKey }
}

export async function wrapKey(to: SealingKey, epoch: Day, item: AtRestItem, key: Bytes): Promise<WrappedKey> {
  const { encapsulatedSecret, ciphertext } = await suite.Seal(to, key, {
    info: toUtf8(`safehand/object-key/1\n${epoch}`),
    aad: toUtf8(`${item.kind}\n${item.key}`),
  })
  return { epoch, wrapped: concat(encapsulatedSecret, ciphertext) }
}

/** @throws when this secret, epoch or item is not the one that it was wrapped for */
export async function unwrapKey(by: SealingSecret, item: AtRestItem, { epoch, wrapped }: WrappedKey): Promise<Bytes> {
  const key = await suite.Open(by, wrapped.subarray(0, encapsulatedBytes), wrapped.subarray(encapsulatedBytes), {
    info: toUtf8(`safehand/object-key/1\n${epoch}`),
    aad: toUtf8(`${item.kind}\n${item.key}`),
  })
  return new Uint8Array(key)
}
