import { unarmored } from './armor.ts'
import { type Bytes, concat, fromUtf8, toHex } from './bytes.ts'
import { type Packet, packetAt } from './framing.ts'
import { limits } from './limits.ts'
import { grantHead, isBody, isGrant, pointOf } from './packet.ts'
import { Refusal } from './refusal.ts'
import { type BodyClass, bodyClasses } from './sizes.ts'

/**
 * Messages that were sealed without us, with GnuPG or another OpenPGP program, by people whose browser runs no scripts.
 * They must have the one shape that the page's recipe gives. What programs frame differently (old headers, lengths in
 * parts, armor) is read and written again in the one form in which everything else stands here; nothing inside changes.
 */

/**
 * Octets to which a text is filled up before GnuPG seals it, so that its sealed form has exactly a body class: what is
 * left of the class after two packet headers, format, empty name and date of the text, a random block, and its hash.
 */
export const foreignTextBytes: Readonly<Record<BodyClass, number>> = {
  16384: 16_328,
  65536: 65_480,
  262144: 262_086,
}

/** The most octets that a posted message has, armored: four characters for three octets, a line break after sixty-four. */
export const foreignMessageBytesMax =
  Math.ceil((((bodyClasses[2] + limits.grantsMax * 96) * 4) / 3) * (66 / 64)) + limits.foreignRoomBytes

/**
 * Read a message that was sealed elsewhere: session keys for exactly so many hidden recipients, then one encrypted
 * packet of a body class, and nothing else. Text that nobody sealed cannot pass.
 *
 * @param message the octets of the message, or its armored text
 * @throws Refusal `not-sealed`, `wrong-grants`, `wrong-size`, each with a sentence that says what to do
 */
export function readForeign(message: Bytes, recipients: number): { grants: readonly Bytes[]; body: Bytes } {
  const packets = packetsOf(octetsOf(message))
  const sealed = packets.at(-1)
  if (sealed === undefined || sealed.tag !== tags.sealed) throw notSealed(packets)
  const grants = packets.slice(0, -1).map(grantOf)
  if (grants.length !== recipients) throw new Refusal('wrong-grants', sentences.count)
  if (new Set(grants.map((one) => toHex(pointOf(one)))).size !== grants.length) throw new Refusal('wrong-grants')
  const body = bodyOf(sealed.content)
  if (!isBody(body, 'compat') && !isBody(body, 'modern')) throw new Refusal('not-sealed', sentences.old)
  return { grants, body }
}

/** Numbers of packets (RFC 9580, section 5). */
const tags = { grant: 1, password: 3, sealed: 18, otherwiseSealed: [9, 20] } as const

const sentences = {
  plain: 'This is not an encrypted message. Nothing of it was kept. Whoever watches your line may have read it.',
  broken: 'This is not one whole OpenPGP message. Copy it from its first line to its last, and send it again.',
  signed: 'This message is signed or readable, not sealed. Nothing of it was kept. Follow the recipe on the page.',
  password: 'This message is sealed with a password. Seal it to the keys of the subject desk instead.',
  named: 'This message names whom it is sealed to, so it was not taken. Add --throw-keyids, as the recipe says.',
  count: 'This message is not sealed to exactly the keys of this subject desk. Seal it to all of them, to no other.',
  key: 'This message is sealed to a key of another kind. Seal it to the keys of the subject desk, and to no other.',
  old: 'This message is sealed in a way that is not taken here. Use the recipe on the page as it stands.',
  size: 'This message does not have one of the three sizes. Fill the text up with truncate, as the recipe says.',
} as const

function octetsOf(message: Bytes): Bytes {
  // Octets that happen to be well-formed text are text: a sealed message of this length never is.
  const text = fromUtf8(message)
  if (text === null) return message
  if (text.includes('-----BEGIN PGP SIGNED MESSAGE')) throw new Refusal('not-sealed', sentences.signed)
  if (!text.includes('-----BEGIN PGP MESSAGE-----')) throw new Refusal('not-sealed', sentences.plain)
  const octets = unarmored('MESSAGE', text)
  if (octets === null) throw new Refusal('not-sealed', sentences.broken)
  return octets
}

/** Why a message without the one kind of encrypted packet at its end is refused. */
function notSealed(packets: readonly Packet[]): Refusal {
  const isOtherwiseSealed = packets.some(({ tag }) => tags.otherwiseSealed.some((one) => one === tag))
  return new Refusal('not-sealed', isOtherwiseSealed ? sentences.old : sentences.signed)
}

/** All packets of a message, at most one more than the most recipients need. */
function packetsOf(message: Bytes): Packet[] {
  const packets: Packet[] = []
  for (let at = 0; at < message.length; ) {
    if (packets.length > limits.grantsMax) throw new Refusal('wrong-grants', sentences.count)
    const found = packetAt(message, at)
    if (found === null)
      throw new Refusal('not-sealed', beginsReadable(message, at) ? sentences.signed : sentences.broken)
    packets.push(found.packet)
    at = found.end
  }
  return packets
}

/** Whether what begins here is a signature, a text, or something compressed: GnuPG writes such packets without an end. */
function beginsReadable(message: Bytes, at: number): boolean {
  const head = message[at] ?? 0
  const tag = (head & 0x40) === 0 ? (head >> 2) & 15 : head & 63
  return head >= 0x80 && [2, 4, 8, 11].includes(tag)
}

/** A session-key packet in the one form of a grant. */
function grantOf({ tag, content }: Packet): Bytes {
  if (tag === tags.password) throw new Refusal('not-sealed', sentences.password)
  if (tag !== tags.grant) throw new Refusal('not-sealed', sentences.signed)
  const grant = concat(Uint8Array.from(grantHead.slice(0, 2)), content)
  if (isGrant(grant)) return grant
  const unnamed = concat(grant.subarray(0, 3), new Uint8Array(8), grant.subarray(11))
  throw new Refusal('wrong-grants', isGrant(unnamed) ? sentences.named : sentences.key)
}

/** The encrypted packet behind the one form of header. */
function bodyOf(content: Bytes): Bytes {
  const header = new Uint8Array(6)
  header.set([0xd2, 0xff])
  new DataView(header.buffer).setUint32(2, content.length)
  const body = concat(header, content)
  if (!bodyClasses.some((one) => one === body.length)) throw new Refusal('wrong-size', sentences.size)
  return body
}
