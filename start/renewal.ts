import { sha256 } from '../crypto/digest.ts'
import { addDays, dayOf, daysBetween } from '../domain/day.ts'
import { hashOf } from '../domain/record.ts'
import { believedUntil, type RosterFile } from '../domain/roster.ts'
import { type DemoPerson, type Premises, rosterDays, signedBy } from './organisation.ts'

/** Days before the end at which the stewards of the demonstration sign again. */
const renewedAheadDays = 14

/**
 * The next version of the demonstration's roster, when the present one is about to expire or the portal has moved to
 * another address; `null` when it may stay. Real stewards do this by `safehand roster`.
 */
export async function renewed(
  file: RosterFile,
  people: readonly DemoPerson[],
  { origins, now }: Pick<Premises, 'origins' | 'now'>,
): Promise<RosterFile | null> {
  const today = dayOf(now)
  const known = origins.every((one) => file.roster.origins.includes(one))
  if (known && daysBetween(today, believedUntil(file.roster)) > renewedAheadDays) return null
  const next = {
    ...file.document,
    version: file.roster.version + 1,
    issued: today < file.roster.issued ? file.roster.issued : today,
    expires: addDays(today, rosterDays),
    origins,
    previous: await hashOf(file.document, sha256),
  }
  return await signedBy(next, people, now)
}
