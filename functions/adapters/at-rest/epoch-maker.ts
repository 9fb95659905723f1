import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto'
import { type Bytes, fromBase64Url, toHex } from '../../../domain/bytes.ts'
import { type Canonical, canonicalBytes } from '../../../domain/canonical.ts'
import type { Day } from '../../../domain/day.ts'
import type { ReceiptKeyStatement } from '../../../domain/receipt.ts'
import type { Epoch } from '../../ports/epochs.ts'
import type { KeyService } from '../kms/kms.ts'

export interface EpochMaker {
  /** Make the keys of a day. Nothing is kept: that is for `Epochs.keep`, where the first one wins. */
  make(day: Day, instance: string): Promise<Epoch>
}

/** Makes epochs: both pairs are made here, their secrets leave only wrapped by the key service. */
export function epochMaker(keys: Pick<KeyService, 'wrap' | 'sign'>): EpochMaker {
  return {
    async make(day, instance) {
      const sealing = rawPair(generateKeyPairSync('x25519'))
      const receipt = rawPair(generateKeyPairSync('ed25519'))
      const statement: ReceiptKeyStatement = { context: 'receipt-key', instance, day, key: toHex(receipt.key) }
      const [sealingSecret, receiptSecret, signature] = await Promise.all([
        keys.wrap({ purpose: 'sealing', instance, day }, sealing.secret),
        keys.wrap({ purpose: 'receipt', instance, day }, receipt.secret),
        keys.sign('receipt', canonicalBytes(statement as unknown as Canonical)),
      ])
      sealing.secret.fill(0)
      receipt.secret.fill(0)
      return {
        day,
        sealingKey: sealing.key,
        sealingSecret,
        receiptSecret,
        receiptCertificate: { statement, signature: toHex(signature) },
      }
    },
  }
}

function rawPair({ privateKey }: KeyPairKeyObjectResult): { readonly key: Bytes; readonly secret: Bytes } {
  const { x, d } = privateKey.export({ format: 'jwk' })
  const key = fromBase64Url(x ?? '')
  const secret = fromBase64Url(d ?? '')
  if (key === null || secret === null) throw new Error('the platform made no key')
  return { key, secret }
}
