import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { type Bytes, concat } from '../../domain/bytes.ts'
import { slotsPerDrop } from '../../domain/drop.ts'
import type { Profile } from '../../domain/packet.ts'
import { grantBytes, slotBytes } from '../../domain/sizes.ts'

/**
 * Octets that have the shape of what clients seal, with nothing in them: whoever only looks at shapes, as intake must,
 * cannot tell. Sealing for real is slow, and these tests are not about it.
 */

export function shapedGrant(): Bytes {
  const { x } = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' })
  const head = [0xc1, 94, 3, 0, 0, 0, 0, 0, 0, 0, 0, 18, 0x01, 0x07, 0x40]
  return concat(Uint8Array.from(head), Buffer.from(x ?? '', 'base64url'), Uint8Array.of(48), randomBytes(48))
}

/** A body packet of exactly this length. */
export function shapedBody(length: number, profile: Profile = 'compat'): Bytes {
  const inside = length - 3 < 8384 ? length - 3 : length - 6
  const header = new Uint8Array(length - inside)
  header[0] = 0xd2
  if (header.length === 3) {
    header[1] = ((inside - 192) >> 8) + 192
    header[2] = (inside - 192) & 0xff
  } else {
    header[1] = 0xff
    new DataView(header.buffer).setUint32(2, inside)
  }
  const version = profile === 'compat' ? [1] : [2, 9, 3, 12]
  return concat(header, Uint8Array.from(version), randomBytes(inside - version.length))
}

export function shapedEnvelope(grants: number, bodyLength: number): { grants: Bytes[]; body: Bytes } {
  return { grants: Array.from({ length: grants }, shapedGrant), body: shapedBody(bodyLength) }
}

export function shapedSlot(): Bytes {
  return concat(shapedGrant(), shapedBody(slotBytes - grantBytes))
}

/** A batch of slots as a desk posts it. */
export function shapedBatch(): Bytes {
  return concat(...Array.from({ length: slotsPerDrop }, shapedSlot))
}
