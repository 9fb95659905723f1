import { type Bytes, concat } from '../domain/bytes.ts'
import { bodyOverhead, sealedPieceBytes } from '../domain/packet.ts'
import { type ChunkMaking, fillInner } from './chunk-inner.ts'
import { headerOf } from './framing.ts'

/** Packet, version 2, AES-256, GCM, pieces of 2^(12+6) octets: bound to every piece. */
const about = new Uint8Array([0xd2, 2, 9, 3, 12])
const tagBytes = 16

/**
 * Write an encrypted-data packet of version 2 (RFC 9580, section 5.13.2): AES-256 in GCM mode, piece by piece, under a
 * key that is derived for this packet alone.
 */
export async function writeAead(piece: Bytes, { sessionKey, beginning, length }: ChunkMaking): Promise<Bytes> {
  const inner = new Uint8Array(length - bodyOverhead(length, 'modern'))
  fillInner(inner, piece)
  const { key, nonceHead } = await derived(sessionKey, beginning)
  const seal = async (at: number, octets: Bytes, bound: Bytes): Promise<Uint8Array> => {
    const iv = concat(nonceHead, octetsOf(at))
    return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bound }, key, octets))
  }
  const pieces = Math.ceil(inner.length / sealedPieceBytes)
  const packet = new Uint8Array(length)
  const header = headerOf(0xd2, length - 6)
  packet.set(header)
  packet.set(about.subarray(1), header.length)
  packet.set(beginning, header.length + 4)
  const from = header.length + 4 + beginning.length
  await Promise.all(
    Array.from({ length: pieces }, async (_, at) => {
      const clear = inner.subarray(at * sealedPieceBytes, (at + 1) * sealedPieceBytes)
      packet.set(await seal(at, clear, about), from + at * (sealedPieceBytes + tagBytes))
    }),
  )
  // The last tag, over nothing, says how much there was.
  packet.set(await seal(pieces, new Uint8Array(0), concat(about, octetsOf(inner.length))), length - tagBytes)
  return packet
}

async function derived(sessionKey: Bytes, salt: Bytes): Promise<{ key: CryptoKey; nonceHead: Bytes }> {
  const secret = await crypto.subtle.importKey('raw', sessionKey, 'HKDF', false, ['deriveBits'])
  const bits = await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: about }, secret, 288)
  const key = await crypto.subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, ['encrypt'])
  return { key, nonceHead: new Uint8Array(bits.slice(32)) }
}

/** A number in eight octets. */
function octetsOf(count: number): Bytes {
  const octets = new Uint8Array(8)
  new DataView(octets.buffer).setBigUint64(0, BigInt(count))
  return octets
}
