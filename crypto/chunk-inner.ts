import type { Bytes } from '../domain/bytes.ts'
import { headerOf, literalHeadBytes, packetBytes, paddingContents } from './framing.ts'

/** What a chunk is made with. */
export interface ChunkMaking {
  /** 32 octets, for AES-256. */
  readonly sessionKey: Bytes
  /** 32 octets that nobody else can guess, never the same for two different chunks under one key. */
  readonly beginning: Bytes
  /** The exact length of the packet. */
  readonly length: number
}

/**
 * A literal packet without name or date, then padding, filling `room` exactly. `room` is zeros at first, and padding
 * stays zeros: encrypted, it looks like everything else.
 */
export function fillInner(room: Bytes, piece: Bytes): void {
  let left = room.length - packetBytes(literalHeadBytes + piece.length)
  // No packet is one octet long: then the literal packet gets a name of one space.
  const name = left === 1 ? [0x20] : []
  left -= left === 1 ? 1 : 0
  if (left < 0) throw new RangeError('a piece is longer than its chunk holds')
  let at = 0
  const put = (octets: Uint8Array): void => {
    room.set(octets, at)
    at += octets.length
  }
  put(headerOf(0xcb, literalHeadBytes + name.length + piece.length))
  put(new Uint8Array([0x62, name.length, ...name, 0, 0, 0, 0]))
  put(piece)
  for (const content of paddingContents(left)) {
    put(headerOf(0xd5, content))
    at += content
  }
}
