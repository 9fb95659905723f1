import { toHex } from '../../domain/bytes.ts'
import { type Canonical, canonicalBytes } from '../../domain/canonical.ts'
import type { Receipt, ReceiptStatement } from '../../domain/receipt.ts'
import type { ReceiptSigner } from '../ports/epochs.ts'
import type { Dice } from '../ports/platform.ts'

/** The portal's promise for one record, signed with the day's key. */
export async function signReceipt(
  what: Pick<ReceiptStatement, 'instance' | 'record' | 'day'>,
  { receipts, dice }: { readonly receipts: ReceiptSigner; readonly dice: Dice },
): Promise<Receipt> {
  const statement: ReceiptStatement = {
    context: 'receipt',
    format: 'safehand-receipt/1',
    instance: what.instance,
    record: what.record,
    salt: toHex(dice(32)),
    day: what.day,
  }
  const signed = await receipts.sign(what.day, canonicalBytes(statement as ReceiptStatement & Canonical))
  return { statement, signature: toHex(signed.signature), certificate: signed.certificate }
}
