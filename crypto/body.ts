import { type Bytes, concat } from '../domain/bytes.ts'
import { bodyOverhead, isBody, type Profile } from '../domain/packet.ts'
import { Refusal } from '../domain/refusal.ts'
import { dice } from './dice.ts'
import { headerBytes, headerOf, literalHeadBytes, packetBytes, paddingContents } from './framing.ts'
import { createMessage, encrypt, LiteralDataPacket, type Message, PaddingPacket, readMessage } from './openpgp.ts'

/**
 * Seal octets into one encrypted-data packet of exactly `length` octets: a literal packet and padding, encrypted with
 * AES-256 under `sessionKey` (32 octets). What is inside has no name, no date and no compression.
 *
 * @throws Refusal `too-large` when they do not fit
 */
export async function sealBody(clear: Bytes, sessionKey: Bytes, length: number, profile: Profile): Promise<Bytes> {
  const message = await paddedMessage(clear, length - bodyOverhead(length, profile))
  const algorithm = profile === 'modern' ? ({ aeadAlgorithm: 'gcm' } as const) : {}
  const written = await encrypt({
    message,
    sessionKey: { data: sessionKey, algorithm: 'aes256', ...algorithm },
    format: 'binary',
  })
  const body = inOnePiece(written)
  if (body.length !== length || !isBody(body, profile)) throw new Error('a body did not become what it has to be')
  return body
}

/**
 * Open a body with its session key.
 *
 * @throws Refusal `cannot-open` when the key does not fit, an octet was changed, or inside is not one literal packet
 */
export async function openBody(body: Bytes, sessionKey: Bytes, profile?: Profile): Promise<Bytes> {
  const sealedAs = (profile === undefined ? (['compat', 'modern'] as const) : [profile]).find((one) =>
    isBody(body, one),
  )
  if (sealedAs === undefined) throw new Refusal('cannot-open')
  try {
    const sealed = await readMessage({ binaryMessage: body })
    const opened = await sealed.decrypt([], [], [{ data: sessionKey, algorithm: 'aes256' }])
    const [literal, ...more] = opened.packets
    if (!(literal instanceof LiteralDataPacket) || more.length > 0) throw new Refusal('cannot-open')
    const clear = opened.getLiteralData()
    if (!(clear instanceof Uint8Array)) throw new Refusal('cannot-open')
    return new Uint8Array(clear)
  } catch {
    // The library's reasons would tell a stranger apart why it failed; one code tells everybody enough.
    throw new Refusal('cannot-open')
  }
}

/** The most octets that a body of this total length can hold. */
export function clearBytesMax(length: number, profile: Profile): number {
  const inner = length - bodyOverhead(length, profile)
  return inner - literalHeadBytes - headerBytes(inner - literalHeadBytes)
}

/** The library writes version 2 in pieces (RFC 9580, section 4.2.1.4): join them behind one header. */
function inOnePiece(packet: Uint8Array): Bytes {
  const pieces: Uint8Array[] = []
  let at = 1
  for (let more = true; more; ) {
    const first = packet[at] ?? 0
    more = first >= 224 && first < 255
    const { head, length } = more ? { head: 1, length: 1 << (first & 31) } : lengthAt(packet, at)
    pieces.push(packet.subarray(at + head, at + head + length))
    at += head + length
  }
  const content = concat(...pieces)
  return concat(headerOf(packet[0] ?? 0, content.length), content)
}

function lengthAt(packet: Uint8Array, at: number): { head: number; length: number } {
  const first = packet[at] ?? 0
  if (first < 192) return { head: 1, length: first }
  if (first < 224) return { head: 2, length: ((first - 192) << 8) + (packet[at + 1] ?? 0) + 192 }
  return { head: 5, length: new DataView(packet.buffer, packet.byteOffset).getUint32(at + 1) }
}

/** A literal packet and padding which together take exactly `inner` octets. */
async function paddedMessage(clear: Bytes, inner: number): Promise<Message<Bytes>> {
  let left = inner - packetBytes(literalHeadBytes + clear.length)
  if (left < 0) throw new Refusal('too-large')
  // No packet is one octet long: then the literal packet gets a name of one space.
  const name = left === 1 ? ' ' : ''
  if (left === 1) left = inner - packetBytes(literalHeadBytes + 1 + clear.length)
  if (left < 0) throw new Refusal('too-large')
  const message = await createMessage({ binary: clear, filename: name, date: new Date(0) })
  for (const content of paddingContents(left)) {
    const padding = new PaddingPacket()
    padding.padding = dice(content)
    message.packets.push(padding)
  }
  return message
}
