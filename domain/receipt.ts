import type { Day } from './day.ts'
import * as f from './fields.ts'

/**
 * The portal's signed promise that it accepted an envelope. `salt` hides the record in the public ledger: whoever
 * holds the receipt can find its leaf there, and nobody else can.
 */
export interface ReceiptStatement {
  readonly context: 'receipt'
  readonly format: 'safehand-receipt/1'
  readonly instance: string
  /** SHA-256 of the canonical record. */
  readonly record: string
  /** 32 random octets, in hexadecimal. */
  readonly salt: string
  readonly day: Day
}

/** The portal's receipt key says that a day's key is its own. Both keys are Ed25519 (RFC 8032). */
export interface ReceiptKeyStatement {
  readonly context: 'receipt-key'
  readonly instance: string
  readonly day: Day
  /** The day's public key: 32 octets in hexadecimal. */
  readonly key: string
}

export interface Receipt {
  readonly statement: ReceiptStatement
  /** 64 octets in hexadecimal, by the day's key. */
  readonly signature: string
  readonly certificate: { readonly statement: ReceiptKeyStatement; readonly signature: string }
}

export const readReceipt: f.Read<Receipt> = f.object<Receipt>({
  statement: f.object<ReceiptStatement>({
    context: f.exactly('receipt'),
    format: f.exactly('safehand-receipt/1'),
    instance: f.hex(16),
    record: f.hex(32),
    salt: f.hex(32),
    day: f.day,
  }),
  signature: f.hex(64),
  certificate: f.object<Receipt['certificate']>({
    statement: f.object<ReceiptKeyStatement>({
      context: f.exactly('receipt-key'),
      instance: f.hex(16),
      day: f.day,
      key: f.hex(32),
    }),
    signature: f.hex(64),
  }),
})
