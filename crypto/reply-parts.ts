import { canonical } from '../domain/canonical.ts'
import type { Reply, ReplyPart } from '../domain/clear/reply.ts'
import { hashOf } from '../domain/record.ts'
import type { MemberId } from '../domain/roster.ts'
import { sha256 } from './digest.ts'

/** A reply with its hash: the next replies of this member name its first 8 octets. */
export interface JoinedReply extends Reply {
  readonly hash: string
}

export interface JoinedReplies {
  /** By member, then in their order. */
  readonly replies: readonly JoinedReply[]
  /** Replies that a member wrote and that are not all here: expired, withheld, or still on their way. */
  readonly missing: readonly { readonly member: MemberId; readonly sequence: number }[]
  /** What opened and is not what a reviewer on the roster would have signed for this source. */
  readonly unsound: number
}

/** The hash of a whole reply, over all its parts in order. */
export async function hashOfReply(parts: readonly ReplyPart[]): Promise<string> {
  return await hashOf({ context: 'reply', parts }, sha256)
}

/** Join verified parts into replies, and find what is missing between them. */
export async function joinParts(parts: readonly ReplyPart[]): Promise<JoinedReplies> {
  const replies: JoinedReply[] = []
  const missing = new Map<string, { member: MemberId; sequence: number }>()
  let unsound = 0
  for (const group of groups(parts)) {
    const { agreeing, contradicting } = sorted(group)
    unsound += contradicting
    const [first] = agreeing
    if (first !== undefined && agreeing.length === first.parts) replies.push(await whole(first, agreeing))
  }
  const here = new Map(replies.map((one) => [nameOf(one), one]))
  for (const { member, sequence, hash } of parts.flatMap(namedBy)) {
    const reply = here.get(nameOf({ member, sequence }))
    if (reply === undefined) missing.set(nameOf({ member, sequence }), { member, sequence })
    else if (hash !== null && !reply.hash.startsWith(hash)) unsound++
  }
  return { replies: replies.sort(inOrder), missing: [...missing.values()].sort(inOrder), unsound }
}

function groups(parts: readonly ReplyPart[]): readonly ReplyPart[][] {
  const found = new Map<string, ReplyPart[]>()
  for (const part of parts) found.set(nameOf(part), [...(found.get(nameOf(part)) ?? []), part])
  return [...found.values()]
}

/** The parts of one reply, in order and each once. Parts that say otherwise than the first seen contradict it. */
function sorted(group: readonly ReplyPart[]): { agreeing: readonly ReplyPart[]; contradicting: number } {
  const byPart = new Map<number, ReplyPart>()
  let contradicting = 0
  const [first] = group
  for (const part of group) {
    const known = byPart.get(part.part)
    const agrees = first !== undefined && same(frame(part), frame(first)) && (known === undefined || same(part, known))
    if (agrees) byPart.set(part.part, part)
    else contradicting++
  }
  return { agreeing: [...byPart.values()].sort((a, b) => a.part - b.part), contradicting }
}

/** What all parts of a reply have in common. */
function frame(part: ReplyPart): ReplyPart {
  return { ...part, part: 1, text: '' }
}

function same(a: ReplyPart, b: ReplyPart): boolean {
  return canonical({ ...a }) === canonical({ ...b })
}

async function whole(first: ReplyPart, parts: readonly ReplyPart[]): Promise<JoinedReply> {
  const { member, sequence, state, excluded, sealTo, lastTip } = first
  const text = parts.map((one) => one.text).join('')
  return { member, sequence, text, state, excluded, sealTo, lastTip, hash: await hashOfReply(parts) }
}

/** The replies that a part proves to exist: its own, and the earlier ones that were live when it was written. */
function namedBy(part: ReplyPart): { member: MemberId; sequence: number; hash: string | null }[] {
  const { member, sequence } = part
  const earlier = part.earlier.map((hash, at) => ({ member, sequence: sequence - 1 - at, hash }))
  return [{ member, sequence, hash: null }, ...earlier.filter((one) => one.sequence >= 1)]
}

function nameOf(one: { readonly member: MemberId; readonly sequence: number }): string {
  return `${one.member}/${one.sequence}`
}

function inOrder(a: { member: MemberId; sequence: number }, b: { member: MemberId; sequence: number }): number {
  return a.member === b.member ? a.sequence - b.sequence : a.member < b.member ? -1 : 1
}
