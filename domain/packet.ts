import type { Bytes } from './bytes.ts'
import { grantBytes } from './sizes.ts'

/**
 * A walker over the headers of OpenPGP packets (RFC 9580, section 4.2), for functions that must not load an OpenPGP
 * library. It accepts exactly the two shapes that Safehand's clients write and nothing else that OpenPGP would allow:
 * no old-format headers, no partial lengths, no named recipients, no padding outside the encryption.
 */

/** How bodies are encrypted. `compat`: SEIPD version 1. `modern`: SEIPD version 2 with AES-256-GCM. */
export type Profile = 'compat' | 'modern'

/** The first octets of every grant, up to the point. */
export const grantHead = [
  0xc1,
  0x5e, // tag 1 in the new format, 94 octets follow
  3, // version
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0, // wildcard key id: nobody is named
  18, // ECDH
  0x01,
  0x07,
  0x40, // a point of 263 bits in native form; its 32 octets follow
] as const

/** Octets 0 to 13 are the head, then 32 of the point, one length octet, and the wrapped session key. */
const wrappedKeyLengthAt = grantHead.length + 32
const wrappedKeyLength = 48

/** Whether these octets are one grant of the only form there is. */
export function isGrant(bytes: Uint8Array): boolean {
  return (
    bytes.length === grantBytes &&
    grantHead.every((octet, at) => bytes[at] === octet) &&
    bytes[wrappedKeyLengthAt] === wrappedKeyLength
  )
}

/** The ephemeral point of a grant: two grants with one point were copied, or made by a broken client. */
export function pointOf(grant: Uint8Array): Uint8Array {
  return grant.subarray(grantHead.length, wrappedKeyLengthAt)
}

/** Whether these octets are one encrypted-data packet of the profile, from the first octet to the last. */
export function isBody(bytes: Uint8Array, profile: Profile): boolean {
  const head = bodyHeader(bytes)
  if (head === null) return false
  const inside = bytes.subarray(head)
  if (profile === 'compat') return inside[0] === 1 && inside.length >= 1 + 18 + 22
  // Version 2, AES-256 (9), GCM (3), chunks of 2^(12+6) octets; then 32 octets of salt and at least two tags.
  return inside[0] === 2 && inside[1] === 9 && inside[2] === 3 && inside[3] === 12 && inside.length >= 36 + 32
}

/** Octets that a body adds around its content, for a body of this total length. */
export function bodyOverhead(bodyLength: number, profile: Profile): number {
  const header = bodyLength - 3 >= 8384 ? 6 : 3
  if (profile === 'compat') return header + 1 + 18 + 22
  // Every piece has a tag, and the whole has one more.
  const pieces = Math.ceil((bodyLength - header - 36 - 16) / (sealedPieceBytes + 16))
  return header + 36 + 16 * pieces + 16
}

/** The octets that one tag of the `modern` profile covers. */
export const sealedPieceBytes = 1 << 18

/** Cut an envelope into its grants and its body by length alone; the caller checks each. */
export function splitEnvelope(envelope: Bytes, grants: number): { grants: Bytes[]; body: Bytes } {
  const cut = Array.from({ length: grants }, (_, at) => envelope.slice(at * grantBytes, (at + 1) * grantBytes))
  return { grants: cut, body: envelope.slice(grants * grantBytes) }
}

/** Length of the header of a tag 18 packet that fills `bytes` exactly, with the shortest length form; else `null`. */
function bodyHeader(bytes: Uint8Array): 3 | 6 | null {
  if (bytes[0] !== 0xd2) return null
  const first = bytes[1] ?? 0
  if (first >= 192 && first < 224) {
    const length = ((first - 192) << 8) + (bytes[2] ?? 0) + 192
    return length === bytes.length - 3 ? 3 : null
  }
  if (first !== 0xff || bytes.length < 6) return null
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(2)
  return length >= 8384 && length === bytes.length - 6 ? 6 : null
}
