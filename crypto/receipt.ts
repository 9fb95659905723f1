import { type Canonical, canonicalBytes } from '../domain/canonical.ts'
import { type Day, daysBetween } from '../domain/day.ts'
import { fromCheckedHex } from '../domain/fields.ts'
import type { Receipt } from '../domain/receipt.ts'
import { Refusal } from '../domain/refusal.ts'

/** What the receipt has to be about. */
export interface ExpectedReceipt {
  readonly instance: string
  /** Hash of the record that was sent. */
  readonly recordHash: string
  /** The portal's receipt key as the roster names it, in hexadecimal. */
  readonly receiptKey: string
  readonly today: Day
}

/**
 * Check a receipt: the portal's key certifies the day's key, which signed that this record was accepted on that day.
 * A retry is answered with the receipt of the first time, so the day may lie a week back; ahead, only tomorrow.
 *
 * @throws Refusal `bad-receipt`
 */
export async function verifyReceipt(receipt: Receipt, expected: ExpectedReceipt): Promise<void> {
  const { statement, certificate } = receipt
  const days = daysBetween(statement.day, expected.today)
  const fits =
    statement.instance === expected.instance &&
    statement.record === expected.recordHash &&
    days <= retryDays &&
    days >= -1 &&
    certificate.statement.instance === expected.instance &&
    certificate.statement.day === statement.day &&
    (await isSigned(certificate.statement, certificate.signature, expected.receiptKey)) &&
    (await isSigned(statement, receipt.signature, certificate.statement.key))
  if (!fits) throw new Refusal('bad-receipt')
}

/** How long after the first time a sealed tip may still be sent again. */
const retryDays = 7

async function isSigned(statement: object, signature: string, publicKey: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', fromCheckedHex(publicKey), 'Ed25519', false, ['verify'])
    const octets = canonicalBytes(statement as Canonical)
    return await crypto.subtle.verify('Ed25519', key, fromCheckedHex(signature), octets)
  } catch {
    return false
  }
}
