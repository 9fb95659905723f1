import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import { fromHex, toBase64Url } from '../../../domain/bytes.ts'
import type { Day, Instant } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Epoch, Epochs, ReceiptSigner } from '../../ports/epochs.ts'
import type { Clock } from '../../ports/platform.ts'
import type { KeyService } from '../kms/kms.ts'

interface DaysKey {
  readonly secret: KeyObject
  readonly certificate: Epoch['receiptCertificate']
}

/** After a failure the key service is left alone for so long: see [Note: KMS and traffic]. */
const graceMs = 60_000

/** Signs receipts with the day's key, which it unwraps once a day. Ed25519 (RFC 8032) is deterministic. */
export function receiptSigner(parts: {
  epochs: Pick<Epochs, 'find'>
  keys: Pick<KeyService, 'unwrap'>
  clock: Clock
}): ReceiptSigner {
  const { epochs, keys, clock } = parts
  const held = new Map<Day, Promise<DaysKey>>()
  let failedAt: Instant | null = null
  return {
    /** @throws Refusal `try-again` when the day has no epoch, or its key cannot be had now */
    async sign(day, statement) {
      const { secret, certificate } = await keyOf(day)
      return { signature: new Uint8Array(sign(null, statement, secret)), certificate }
    },
  }

  async function keyOf(day: Day): Promise<DaysKey> {
    const known = held.get(day)
    if (known !== undefined) return known
    if (failedAt !== null && clock() - failedAt < graceMs) throw new Refusal('try-again')
    // Kept as a promise: a thousand tips in the first second of a day are one call.
    const coming = unwrapped(day)
    if (held.size >= 2) held.clear()
    held.set(day, coming)
    try {
      return await coming
    } catch (problem) {
      if (held.get(day) === coming) held.delete(day)
      throw problem
    }
  }

  async function unwrapped(day: Day): Promise<DaysKey> {
    const epoch = await epochs.find(day)
    if (epoch === null) throw new Refusal('try-again')
    const certificate = epoch.receiptCertificate
    const { instance, key } = certificate.statement
    const secret = await unwrap({ purpose: 'receipt', instance, day }, epoch.receiptSecret)
    const point = fromHex(key)
    if (point === null) throw new Error(`the receipt key of ${day} is damaged`)
    const jwk = { kty: 'OKP', crv: 'Ed25519', d: toBase64Url(secret), x: toBase64Url(point) }
    return { secret: createPrivateKey({ key: jwk, format: 'jwk' }), certificate }
  }

  /** A day without an epoch costs no call, so only a failed call begins the grace. */
  async function unwrap(...asked: Parameters<KeyService['unwrap']>): ReturnType<KeyService['unwrap']> {
    try {
      return await keys.unwrap(...asked)
    } catch (problem) {
      failedAt = clock()
      throw problem
    }
  }
}
