import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { type Bytes, concat } from '../../domain/bytes.ts'
import type { Profile } from '../../domain/packet.ts'
import { grantBytes, slotBytes } from '../../domain/sizes.ts'

/**
 * A slot that nobody can open and nobody can tell from a real one. A real slot shows a point of Curve25519 and random
 * octets; so does this. The point is a true one: not every 32 octets are, and that would show.
 */
export function fillerSlot(profile: Profile): Bytes {
  return concat(fillerGrant(), fillerBody(profile))
}

const wrappedKeyLength = 48

function fillerGrant(): Bytes {
  // Version 3, no key named, ECDH, a point of 263 bits in native form: as `isGrant` of the domain wants it.
  const head = [0xc1, grantBytes - 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 18, 0x01, 0x07, 0x40]
  return concat(Uint8Array.from(head), curvePoint(), Uint8Array.of(wrappedKeyLength), randomBytes(wrappedKeyLength))
}

function fillerBody(profile: Profile): Bytes {
  const length = slotBytes - grantBytes - 3
  const header = [0xd2, ((length - 192) >> 8) + 192, (length - 192) & 0xff]
  const version = profile === 'compat' ? [1] : [2, 9, 3, 12]
  return concat(Uint8Array.from([...header, ...version]), randomBytes(length - version.length))
}

function curvePoint(): Uint8Array {
  const { x } = generateKeyPairSync('x25519').publicKey.export({ format: 'jwk' })
  return Buffer.from(x ?? '', 'base64url')
}
