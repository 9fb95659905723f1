import type { Portal } from '../../client/portal.ts'
import type { Conversation } from '../../client/replies.ts'
import { dayOf } from '../../domain/day.ts'
import { believedUntil, type MemberId, type Roster, reviewersOf } from '../../domain/roster.ts'
import type { ConversationView, LetterView, PortalView } from './protocol.ts'

/** What the page shows of a portal. */
export function portalView(portal: Portal): PortalView {
  const { roster } = portal.roster
  return {
    organisation: roster.organisation,
    channels: roster.channels.map(({ id, names }) => ({
      id,
      names,
      reviewers: reviewersOf(roster, id).map((one) => ({ id: one.id, handle: one.handle })),
    })),
    recovery: roster.keys.recovery !== null,
    open: believedUntil(roster) >= dayOf(portal.clock()),
  }
}

/** Replies and gaps as one list, each member's in their order. */
export function conversationView(conversation: Conversation, roster: Roster): ConversationView {
  const { replies, missing, unsound, known } = conversation
  const letters: (LetterView & { readonly member: MemberId })[] = [
    ...replies.map(({ member, sequence, text, state }) => ({
      kind: 'reply' as const,
      from: handleOf(member, roster),
      member,
      sequence,
      text,
      state,
    })),
    ...missing.map(({ member, sequence }) => ({
      kind: 'missing' as const,
      from: handleOf(member, roster),
      member,
      sequence,
    })),
  ]
  letters.sort((a, b) => a.member.localeCompare(b.member) || a.sequence - b.sequence)
  return {
    letters,
    unsound,
    known: known === null ? null : { excluded: known.excluded, channels: known.channels },
  }
}

/** A member who has left the roster is named by the beginning of their id. */
function handleOf(member: MemberId, roster: Roster): string {
  return roster.members.find((one) => one.id === member)?.handle ?? member.slice(0, 6)
}
