import type { Bytes, Sha256 } from '../../domain/bytes.ts'

/** SHA-256 of the platform's Web Crypto. */
export const sha256: Sha256 = async (bytes: Bytes) => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
