import type { Bytes } from './bytes.ts'
import * as f from './fields.ts'
import { isBody, isGrant, type Profile } from './packet.ts'
import { Refusal } from './refusal.ts'
import { grantBytes, slotBytes } from './sizes.ts'

/** Slots in one drop and in one batch that a desk posts: one number, so that a batch fills a drop. */
export const slotsPerDrop = 4
export const dropBytes = slotsPerDrop * slotBytes

/** Which drops are live: from `first` up to and without `next`. Published as `/drops/index.json`. */
export interface DropIndex {
  readonly format: 'safehand-drops/1'
  readonly first: number
  readonly next: number
}

export const readDropIndex: f.Read<DropIndex> = f.object<DropIndex>({
  format: f.exactly('safehand-drops/1'),
  first: f.integer(0, 2 ** 40),
  next: f.integer(0, 2 ** 40),
})

/** Whether these octets are a slot: one grant, one body, the exact length. Real and filling slots look the same. */
export function isSlot(bytes: Uint8Array, profile: Profile): boolean {
  return (
    bytes.length === slotBytes && isGrant(bytes.subarray(0, grantBytes)) && isBody(bytes.subarray(grantBytes), profile)
  )
}

/**
 * Cut a drop or a batch into its slots.
 *
 * @throws Refusal `wrong-size` when the length is not that of a drop
 */
export function splitDrop(drop: Bytes): Bytes[] {
  if (drop.length !== dropBytes) throw new Refusal('wrong-size')
  return Array.from({ length: slotsPerDrop }, (_, at) => drop.slice(at * slotBytes, (at + 1) * slotBytes))
}
