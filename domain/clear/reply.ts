import type { Bytes } from '../bytes.ts'
import * as f from '../fields.ts'
import { limits } from '../limits.ts'
import type { MemberId } from '../roster.ts'
import { type CaseState, caseStates } from './case.ts'

/** One part of a reply: what one slot holds. The member signs every part, so a part alone proves where it is from. */
export interface ReplyPart {
  readonly context: 'reply'
  readonly format: 'safehand-reply/1'
  readonly instance: string
  /** Fingerprint of the source's key. */
  readonly source: string
  readonly member: MemberId
  /** This member's replies to this source are numbered from 1: a missing number is a missing reply. */
  readonly sequence: number
  readonly part: number
  readonly parts: number
  /** Short hashes (8 octets) of this member's earlier live replies, newest first, at most four. */
  readonly earlier: readonly string[]
  /** Who must not see what the source sends next. */
  readonly excluded: readonly MemberId[]
  /** Whom to seal the next tip to, as far as the member knows. */
  readonly sealTo: readonly MemberId[]
  /** The last tip that the member has read: its sequence and the hash of its statement. */
  readonly lastTip: { readonly sequence: number; readonly hash: string }
  /** State of the case, when the member chose to show it. */
  readonly state: CaseState | null
  readonly text: string
}

/** A whole reply, joined from its parts. */
export interface Reply {
  readonly member: MemberId
  readonly sequence: number
  readonly text: string
  readonly state: CaseState | null
  readonly excluded: readonly MemberId[]
  readonly sealTo: readonly MemberId[]
  readonly lastTip: { readonly sequence: number; readonly hash: string }
}

/** What a slot holds before it is sealed. */
export interface SignedReplyPart {
  readonly statement: ReplyPart
  readonly signature: Bytes
}

export const readReplyPart: f.Read<ReplyPart> = f.object<ReplyPart>({
  context: f.exactly('reply'),
  format: f.exactly('safehand-reply/1'),
  instance: f.hex(16),
  source: f.hex(20),
  member: f.hex(8),
  sequence: f.integer(1, 1_000_000),
  part: f.integer(1, limits.replyPartsMax),
  parts: f.integer(1, limits.replyPartsMax),
  earlier: f.list(f.hex(8), 4),
  excluded: f.list(f.hex(8), limits.excludedMax),
  sealTo: f.list(f.hex(8), limits.grantsMax),
  lastTip: f.object<ReplyPart['lastTip']>({ sequence: f.integer(0, Number.MAX_SAFE_INTEGER), hash: f.hex(32) }),
  state: f.nullable(f.oneOf(caseStates)),
  text: f.text(2048),
})

export const readSignedReplyPart: f.Read<SignedReplyPart> = f.object<SignedReplyPart>({
  statement: readReplyPart,
  signature: f.octets({ max: 1024 }),
})
