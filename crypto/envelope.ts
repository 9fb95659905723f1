import { type Bytes, concat } from '../domain/bytes.ts'
import type { Profile } from '../domain/packet.ts'
import { Refusal } from '../domain/refusal.ts'
import { bodyClasses } from '../domain/sizes.ts'
import { clearBytesMax, openBody, sealBody } from './body.ts'
import { dice, shuffled } from './dice.ts'
import { makeGrants, namedGrant, openGrants } from './grant.ts'
import type { UnlockedMember } from './member.ts'
import type { Certificate } from './verify/certificate.ts'

/** A sealed tip: grants of one shape in an order that tells nothing, and one encrypted body. */
export interface Envelope {
  readonly grants: readonly Bytes[]
  readonly body: Bytes
}

/**
 * Seal octets to these certificates. The envelope has exactly `policy.grants` grants, those that nobody needs for
 * thrown-away keys, and a body of the smallest class that holds the octets.
 *
 * @throws Refusal `too-large` when no class holds them
 * @throws Refusal `wrong-grants` when there are more recipients than grants
 */
export async function sealEnvelope(
  clear: Bytes,
  to: readonly Certificate[],
  policy: { readonly grants: number; readonly profile: Profile },
): Promise<Envelope> {
  if (to.length > policy.grants) throw new Refusal('wrong-grants')
  const length = bodyClasses.find((one) => clear.length <= clearBytesMax(one, policy.profile))
  if (length === undefined) throw new Refusal('too-large')
  const sessionKey = dice(32)
  const [grants, body] = await Promise.all([
    makeGrants(sessionKey, to, policy.grants),
    sealBody(clear, sessionKey, length, policy.profile),
  ])
  return { grants: shuffled(grants), body }
}

/**
 * Try an envelope with a member's key.
 *
 * @returns `null` when no grant is for this key
 * @throws Refusal `cannot-open` when a grant is, and the body does not open with what it holds
 */
export async function openEnvelope(
  envelope: Envelope,
  key: UnlockedMember,
): Promise<{ readonly sessionKey: Bytes; readonly clear: Bytes } | null> {
  const found = await openGrants(envelope.grants, key.encryption)
  if (found === null) return null
  return { sessionKey: found.sessionKey, clear: await openBody(envelope.body, found.sessionKey) }
}

/**
 * The envelope as a standard OpenPGP message for this member: its own grant with its key id restored, then the body.
 * Other programs open it with the same key.
 *
 * @throws Refusal `cannot-open` when no grant is for this key
 */
export async function exportMessage(envelope: Envelope, key: UnlockedMember): Promise<Bytes> {
  const found = await openGrants(envelope.grants, key.encryption)
  if (found === null) throw new Refusal('cannot-open')
  return concat(namedGrant(found.grant, found.by.keyId), envelope.body)
}
