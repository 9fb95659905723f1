import type { Bytes } from './bytes.ts'
import * as f from './fields.ts'
import { limits } from './limits.ts'
import { isBody, isGrant, type Profile } from './packet.ts'
import { Refusal } from './refusal.ts'
import type { Policy } from './roster.ts'
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

/**
 * Batches that one member may post on a day: always enough for one reply of full length. Where drops follow what waits,
 * half of the live ones, so that nobody can push everybody else's out on a day.
 */
export function memberBatchesMax({ publishAt, liveDrops }: Pick<Policy, 'publishAt' | 'liveDrops'>): number {
  const oneReply = Math.ceil(limits.replyPartsMax / slotsPerDrop)
  const fair =
    publishAt === 'when-something-waits'
      ? Math.floor(liveDrops / 2)
      : limits.memberBatchesPerDrop * new Set(publishAt).size
  return Math.max(oneReply, fair)
}

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
