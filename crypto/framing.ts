import type { Bytes } from '../domain/bytes.ts'

/** Lengths and headers of OpenPGP packets as we write them (RFC 9580, section 4.2.1). All numbers are octets. */

/** Format, length of an empty name, date: what a literal packet says before its octets. */
export const literalHeadBytes = 6

/** Length of a packet header in front of so many octets: tag, and a length of one, two or five octets. */
export function headerBytes(content: number): 2 | 3 | 6 {
  if (content < 192) return 2
  return content < 8384 ? 3 : 6
}

export function packetBytes(content: number): number {
  return headerBytes(content) + content
}

/** A packet header. `tag` is its whole first octet. */
export function headerOf(tag: number, length: number): Bytes {
  if (length < 192) return new Uint8Array([tag, length])
  if (length < 8384) return new Uint8Array([tag, ((length - 192) >> 8) + 192, (length - 192) & 255])
  const header = new Uint8Array([tag, 255, 0, 0, 0, 0])
  new DataView(header.buffer).setUint32(2, length)
  return header
}

/** Contents of padding packets that fill `left` octets: one packet, or two for the few lengths that no one has. */
export function paddingContents(left: number): number[] {
  if (left === 0) return []
  const one = [2, 3, 6].map((header) => left - header).find((content) => content >= 0 && packetBytes(content) === left)
  return one === undefined ? [98, ...paddingContents(left - 100)] : [one]
}
