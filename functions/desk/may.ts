import type { ChannelId } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Member, Role } from '../../domain/roster.ts'

/** What a member may ask of the desk. */
export type Act = 'sync' | 'append' | 'reply'

const may: Readonly<Record<Role, readonly Act[]>> = {
  reviewer: ['sync', 'append', 'reply'],
  // Partners send through the same intake as sources do, and sign inside the envelope.
  partner: [],
  // Auditors check what is public.
  auditor: [],
}

/** @throws Refusal `not-allowed` when the member's role does not allow this */
export function allow(member: Member, act: Act): void {
  if (!may[member.role].includes(act)) throw new Refusal('not-allowed')
}

/** @throws Refusal `not-allowed` when the member's role does not allow this, or the channel is not one of theirs */
export function allowIn(channel: ChannelId, member: Member, act: Act): void {
  allow(member, act)
  if (!member.channels.includes(channel)) throw new Refusal('not-allowed', 'This subject desk is not one of yours.')
}
