import { type Bytes, concat, fromUtf8, toUtf8 } from '../domain/bytes.ts'
import { type Canonical, canonicalBytes } from '../domain/canonical.ts'
import { type ReplyPart, readSignedReplyPart, type SignedReplyPart } from '../domain/clear/reply.ts'
import type { Instant } from '../domain/day.ts'
import { isSlot, slotsPerDrop } from '../domain/drop.ts'
import { parseJson } from '../domain/fields.ts'
import { limits } from '../domain/limits.ts'
import type { Profile } from '../domain/packet.ts'
import { plain } from '../domain/print.ts'
import { Refusal } from '../domain/refusal.ts'
import { grantBytes, slotBytes } from '../domain/sizes.ts'
import { clearBytesMax, openBody, sealBody } from './body.ts'
import { dice, shuffled } from './dice.ts'
import { fillerGrant, makeGrant, openGrants } from './grant.ts'
import type { UnlockedMember } from './member.ts'
import { hashOfReply, type JoinedReplies, joinParts } from './reply-parts.ts'
import type { SourceIdentity } from './source.ts'
import type { Certificate } from './verify/certificate.ts'
import type { TrustedRoster } from './verify/roster.ts'
import { verifyStatement } from './verify/statement.ts'

/** A reply before it is cut: what all its parts say. */
export type WholeReply = Omit<ReplyPart, 'context' | 'format' | 'part' | 'parts'>

export interface SealedReply {
  /** In random order. */
  readonly slots: readonly Bytes[]
  /** Of the whole reply; its first 8 octets stand in `earlier` of the ones after it. */
  readonly hash: string
  readonly parts: number
}

/**
 * Sign a reply, cut it into as many parts as it needs and seal each into a slot for the source.
 *
 * @throws Refusal `too-large` when it needs more than `limits.replyPartsMax` slots
 * @throws Refusal `bad-reply` when `to` is not the source that it names
 */
export async function sealReply(
  what: WholeReply,
  by: UnlockedMember,
  to: Certificate,
  profile: Profile,
  now: Instant,
): Promise<SealedReply> {
  if (what.source !== to.fingerprint) throw new Refusal('bad-reply', 'A reply names another source than its seal.')
  const whole: WholeReply & Pick<ReplyPart, 'context' | 'format'> = {
    ...what,
    context: 'reply',
    format: 'safehand-reply/1',
  }
  const texts = cut(what.text, await roomForText(whole, by, profile, now))
  if (texts.length > limits.replyPartsMax) throw new Refusal('too-large')
  const statements = texts.map((text, at): ReplyPart => ({ ...whole, part: at + 1, parts: texts.length, text }))
  const slots = await Promise.all(
    statements.map(async (statement) => {
      const signature = await by.sign(statement, now)
      return await sealSlot(canonicalBytes(plain({ statement, signature }) as Canonical), to, profile)
    }),
  )
  return { slots: shuffled(slots), hash: await hashOfReply(statements), parts: statements.length }
}

/** How many slots a reply with this text takes. The other fields and the signer count too. */
export async function partsOf(what: WholeReply, by: UnlockedMember, profile: Profile, now: Instant): Promise<number> {
  const whole = { ...what, context: 'reply', format: 'safehand-reply/1' } as const
  return cut(what.text, await roomForText(whole, by, profile, now)).length
}

/** A slot that nobody can open. Nothing tells it from the others. */
export async function fillerSlot(profile: Profile): Promise<Bytes> {
  return await sealSlot(new Uint8Array(0), null, profile)
}

/** Slots in batches of exactly four, in random order, filled up with slots that nobody can open. */
export async function fillBatch(slots: readonly Bytes[], profile: Profile): Promise<Bytes[][]> {
  const missing = (slotsPerDrop - (slots.length % slotsPerDrop)) % slotsPerDrop
  const fillers = await Promise.all(Array.from({ length: missing }, () => fillerSlot(profile)))
  const all = shuffled([...slots, ...fillers])
  return Array.from({ length: all.length / slotsPerDrop }, (_, at) =>
    all.slice(at * slotsPerDrop, (at + 1) * slotsPerDrop),
  )
}

/** Try every slot with a source's key and join what opens. Slots that are for others, or damaged, are passed over. */
export async function openSlots(
  slots: readonly Bytes[],
  me: SourceIdentity,
  roster: TrustedRoster,
  now: Instant,
): Promise<JoinedReplies> {
  const parts: ReplyPart[] = []
  let unsound = 0
  for (let at = 0; at < slots.length; at += triedAtOnce) {
    const opened = await Promise.all(slots.slice(at, at + triedAtOnce).map((slot) => openSlot(slot, me, roster, now)))
    for (const one of opened) {
      if (one === 'unsound') unsound++
      else if (one !== null) parts.push(one)
    }
  }
  const joined = await joinParts(parts)
  return { ...joined, unsound: joined.unsound + unsound }
}

/** Slots that are tried together: the platform has few threads, and a slow browser has to breathe between. */
const triedAtOnce = 32

async function sealSlot(clear: Bytes, to: Certificate | null, profile: Profile): Promise<Bytes> {
  const sessionKey = dice(32)
  const grant = to === null ? fillerGrant(sessionKey) : makeGrant(sessionKey, to)
  return concat(await grant, await sealBody(clear, sessionKey, slotBytes - grantBytes, profile))
}

/** Octets of text, as JSON writes it, that fit into one part beside everything else. */
async function roomForText(
  whole: Omit<ReplyPart, 'part' | 'parts'>,
  by: UnlockedMember,
  profile: Profile,
  now: Instant,
): Promise<number> {
  const most = limits.replyPartsMax
  const statement: ReplyPart = { ...whole, part: most, parts: most, text: '' }
  const signature = await by.sign(statement, now)
  // Numbers in a signature may be a few octets shorter than in the next one.
  const widest = concat(signature, new Uint8Array(signatureSlack))
  const around = canonicalBytes(plain({ statement, signature: widest }) as Canonical).length
  const room = clearBytesMax(slotBytes - grantBytes, profile) - around
  if (room < roomMin) throw new Refusal('too-large')
  return room
}

const signatureSlack = 8
/** Below this a reply would fall into crumbs. */
const roomMin = 64

/** Cut a text between its characters, so that each piece takes at most `room` octets inside JSON. */
function cut(text: string, room: number): string[] {
  const pieces: string[] = []
  let piece = ''
  let used = 0
  for (const character of text) {
    const octets = toUtf8(JSON.stringify(character)).length - 2
    if (used + octets > room) {
      pieces.push(piece)
      piece = ''
      used = 0
    }
    piece += character
    used += octets
  }
  return [...pieces, piece]
}

/** What a slot holds for me: `null` when it is not for me or is damaged. */
async function openSlot(
  slot: Bytes,
  me: SourceIdentity,
  roster: TrustedRoster,
  now: Instant,
): Promise<ReplyPart | 'unsound' | null> {
  // A roster may have changed its profile while earlier replies are still live.
  if (!isSlot(slot, 'compat') && !isSlot(slot, 'modern')) return null
  const found = await openGrants([slot.slice(0, grantBytes)], me.encryption)
  if (found === null) return null
  try {
    const clear = await openBody(slot.slice(grantBytes), found.sessionKey)
    const { statement, signature } = readSignedPart(clear)
    const sound =
      statement.instance === roster.roster.instance &&
      statement.source === me.fingerprint &&
      statement.part <= statement.parts &&
      roster.roster.members.some((one) => one.id === statement.member && one.role === 'reviewer')
    if (!sound) return 'unsound'
    await verifyStatement(statement, signature, (await roster.certificateOf(statement.member)).key, now)
    return statement
  } catch (error) {
    if (error instanceof Refusal) return 'unsound'
    throw error
  }
}

function readSignedPart(clear: Bytes): SignedReplyPart {
  const text = fromUtf8(clear)
  if (text === null) throw new Refusal('bad-reply')
  return readSignedReplyPart(parseJson(text, slotBytes), 'reply')
}
