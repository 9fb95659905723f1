import { type Bytes, toHex } from '../../domain/bytes.ts'
import { isBody, isGrant, pointOf, splitEnvelope } from '../../domain/packet.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Roster } from '../../domain/roster.ts'
import { bodyClasses, grantBytes, submissionRequestBytes } from '../../domain/sizes.ts'
import type { SubmissionRequest } from './request.ts'

/**
 * Check an envelope by its octets: as many grants as the policy says, each of the one form and each with a point of
 * its own, then one sealed body of a class. Text that nobody sealed cannot pass.
 *
 * @throws Refusal `unknown-channel`, `wrong-size`, `wrong-grants`, `not-sealed`
 */
export function checkShape(request: SubmissionRequest, roster: Roster): { grants: readonly Bytes[]; body: Bytes } {
  const { profile, grants: count } = roster.policy
  if (!roster.channels.some((one) => one.id === request.channel)) throw new Refusal('unknown-channel')
  const { grants, body } = splitEnvelope(request.envelope, count)
  if (grants.some((one) => !isGrant(one)) || !haveOwnPoints(grants)) throw new Refusal('wrong-grants')
  // One grant more than agreed would stand where the body begins, and one fewer puts the body among the grants.
  if (isGrant(body.subarray(0, grantBytes))) throw new Refusal('wrong-grants')
  const bodyClass = bodyClasses.find((one) => one === body.length)
  if (bodyClass === undefined || request.length !== submissionRequestBytes(bodyClass)) throw new Refusal('wrong-size')
  if (!isBody(body, profile)) throw new Refusal('not-sealed')
  return { grants, body }
}

function haveOwnPoints(grants: readonly Bytes[]): boolean {
  return new Set(grants.map((one) => toHex(pointOf(one)))).size === grants.length
}
