import type { Bytes } from '../../domain/bytes.ts'
import type { Day } from '../../domain/day.ts'

/** What a sealed object is: bound to it as associated data, so that octets cannot be moved to another row. */
export interface AtRestItem {
  readonly kind: 'body' | 'grants' | 'entry' | 'entry-grants' | 'chunk'
  /** The key of the item, unique within its kind. */
  readonly key: string
}

/** An object key, wrapped to an epoch's public key (HPKE, RFC 9180). Without it the object is unreadable for ever. */
export interface WrappedKey {
  readonly epoch: Day
  readonly wrapped: Bytes
}

export interface LockedObject {
  /** AES-256-GCM: 12 octets of nonce, ciphertext, tag. */
  readonly sealed: Bytes
  readonly key: WrappedKey
}

/** Seals objects at rest under the day's public key. Whoever holds only this can lock and never unlock. */
export interface Locker {
  lock(item: AtRestItem, clear: Bytes): Promise<LockedObject>
}

/** Opens what a `Locker` locked. */
export interface Unlocker {
  /** @throws when the epoch's key was destroyed, or the object is not the one that was locked under this name. */
  unlock(item: AtRestItem, locked: LockedObject): Promise<Bytes>
}
