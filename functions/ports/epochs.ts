import type { Bytes } from '../../domain/bytes.ts'
import type { Day } from '../../domain/day.ts'
import type { ReceiptKeyStatement } from '../../domain/receipt.ts'

/** One day's keys as they are stored: public halves in clear, private halves wrapped by KMS. */
export interface Epoch {
  readonly day: Day
  /** X25519 public key, 32 octets. */
  readonly sealingKey: Bytes
  /** Opaque KMS ciphertext. */
  readonly sealingSecret: Bytes
  readonly receiptSecret: Bytes
  readonly receiptCertificate: { readonly statement: ReceiptKeyStatement; readonly signature: string }
}

/** Where epochs are kept. */
export interface Epochs {
  /** Keep an epoch unless its day has one. Two caretakers at once make one epoch: the first. */
  keep(epoch: Epoch): Promise<void>
  find(day: Day): Promise<Epoch | null>
  /** All epochs that were not destroyed, by day. */
  list(): Promise<readonly Epoch[]>
  /** Destroy an epoch: what is still wrapped to it becomes unreadable. */
  destroy(day: Day): Promise<void>
}

/** Signs with a day's receipt key. Deterministic: the same statement gives the same signature. */
export interface ReceiptSigner {
  sign(
    day: Day,
    statement: Bytes,
  ): Promise<{ readonly signature: Bytes; readonly certificate: Epoch['receiptCertificate'] }>
}
