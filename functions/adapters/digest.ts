import { createHash } from 'node:crypto'
import type { Sha256 } from '../../domain/bytes.ts'

/** SHA-256 by the platform, for functions. Synchronous inside: for our sizes a thread of its own costs more. */
export const sha256: Sha256 = async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
