import { readPassphrase } from '../crypto/passphrase.ts'
import { openSlots } from '../crypto/reply.ts'
import { identityOf } from '../crypto/source.ts'
import type { Reply } from '../domain/clear/reply.ts'
import type { ChannelId } from '../domain/record.ts'
import type { MemberId, Roster } from '../domain/roster.ts'
import type { LiveDrops } from './drops.ts'
import type { Portal } from './portal.ts'
import type { LastTip } from './submit.ts'

/** What the twelve words open. */
export interface Conversation {
  /** In order: by the tip they answer, then by member, then by that member's numbers. */
  readonly replies: readonly Reply[]
  /** Numbers that a member has sent and that are not among the live drops any more, or were held back. */
  readonly missing: readonly { readonly member: MemberId; readonly sequence: number }[]
  /** How many slots opened but were not what a reviewer of this portal would send. They are not shown. */
  readonly unsound: number
  /** What a follow-up has to keep to, as the replies say it; `null` when no reply opened. */
  readonly known: Known | null
}

export interface Known {
  /** Everybody whom any reply names as excluded. */
  readonly excluded: readonly MemberId[]
  /** The newest tip that anybody has read. */
  readonly previous: LastTip
  /** Channels that all who replied belong to: the follow-up should go to one of these. */
  readonly channels: readonly ChannelId[]
}

/**
 * Read the replies to a source. A client that gets `known: null` must ask again whom to exclude before it seals.
 *
 * @throws Refusal `wrong-passphrase` before anything else; `try-again` while the drops cannot be fetched
 */
export async function readReplies(portal: Portal, words: string, drops: LiveDrops): Promise<Conversation> {
  const me = await identityOf(await readPassphrase(words), portal.roster.roster.instance)
  const { replies, missing, unsound } = await openSlots(await drops.slots(), me, portal.roster, portal.clock())
  const inOrder = [...replies].sort(
    (a, b) => a.lastTip.sequence - b.lastTip.sequence || compare(a.member, b.member) || a.sequence - b.sequence,
  )
  return { replies: inOrder, missing, unsound, known: knownFrom(replies, portal.roster.roster) }
}

function knownFrom(replies: readonly Reply[], roster: Roster): Known | null {
  const [first] = replies
  if (first === undefined) return null
  const newest = replies.reduce((so, one) => (one.lastTip.sequence > so.lastTip.sequence ? one : so), first)
  const writers = new Set(replies.map((one) => one.member))
  const members = roster.members.filter((one) => writers.has(one.id))
  return {
    // Striking one person too many costs little; forgetting one may cost everything.
    excluded: [...new Set(replies.flatMap((one) => one.excluded))],
    previous: newest.lastTip,
    channels: roster.channels.map((one) => one.id).filter((id) => members.every((one) => one.channels.includes(id))),
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
