import { type Bytes, concat } from './bytes.ts'

/** A packet of OpenPGP: its number, and its content in one piece. */
export interface Packet {
  readonly tag: number
  readonly content: Bytes
}

/**
 * The packet that begins at an octet, in either format and with its length in one piece or in parts (RFC 9580, section
 * 4.2), as any program may write it.
 *
 * @returns `null` when none begins here, when it has no end, or when it ends after the octets do
 */
export function packetAt(octets: Bytes, at: number): { readonly packet: Packet; readonly end: number } | null {
  const head = octets[at] ?? 0
  if (head < 0x80) return null
  return (head & 0x40) === 0 ? oldPacket(octets, at, head) : newPacket(octets, at, head)
}

/** The first part of a packet has so many octets at least; smaller ones would be a way to say a little at great length. */
const smallestPart = 512

/** The tag in four bits, then how many octets its length has. Without a length it ends nowhere. */
function oldPacket(octets: Bytes, at: number, head: number): ReturnType<typeof packetAt> {
  const width = [1, 2, 4][head & 3]
  const length = width === undefined ? null : numberAt(octets, at + 1, width)
  if (width === undefined || length === null) return null
  const start = at + 1 + width
  const content = piece(octets, start, length)
  return content === null ? null : { packet: { tag: (head >> 2) & 15, content }, end: start + length }
}

function newPacket(octets: Bytes, at: number, head: number): ReturnType<typeof packetAt> {
  const pieces: Bytes[] = []
  for (let next = at + 1; ; ) {
    const said = lengthAt(octets, next)
    const part = said === null ? null : piece(octets, next + said.width, said.length)
    if (said === null || part === null) return null
    pieces.push(part)
    next += said.width + said.length
    if (!said.partial) return { packet: { tag: head & 63, content: concat(...pieces) }, end: next }
    if (said.length < smallestPart) return null
  }
}

function lengthAt(octets: Bytes, at: number): { width: number; length: number; partial: boolean } | null {
  const first = octets[at]
  if (first === undefined) return null
  if (first >= 224 && first < 255) return { width: 1, length: 2 ** (first & 31), partial: true }
  if (first < 192) return { width: 1, length: first, partial: false }
  const [width, start, less] = first === 255 ? [5, at + 1, 0] : [2, at, 0xc000 - 192]
  const number = numberAt(octets, start, width === 5 ? 4 : 2)
  return number === null ? null : { width, length: number - less, partial: false }
}

function numberAt(octets: Bytes, at: number, width: number): number | null {
  return piece(octets, at, width)?.reduce((so, octet) => so * 256 + octet, 0) ?? null
}

function piece(octets: Bytes, at: number, length: number): Bytes | null {
  return at + length > octets.length ? null : octets.slice(at, at + length)
}
