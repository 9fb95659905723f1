import { sameBytes } from '../../domain/bytes.ts'
import { addDays, type Day } from '../../domain/day.ts'
import { Refusal } from '../../domain/refusal.ts'
import { believedUntil, type Roster } from '../../domain/roster.ts'
import type { RosterInForce, RostersInForce } from '../ports/in-force.ts'

/**
 * The roster that is in force today.
 *
 * @throws Refusal `try-again` before the first one, `roster-expired` when clients must not believe it any more
 */
export async function newestFor(rosters: RostersInForce, today: Day): Promise<RosterInForce> {
  const newest = await rosters.newest()
  if (newest === null) throw new Refusal('try-again')
  if (believedUntil(newest.file.roster) < today) throw new Refusal('roster-expired')
  return newest
}

/**
 * The roster of this version, when a tip sealed for it is still taken: the newest, or the one before on the day of the
 * change and the day after, because somebody may just be writing. Not when a key was taken off the roster: whoever lost
 * it must open nothing more from that moment on.
 */
export async function mayStillUse(
  rosters: RostersInForce,
  newest: RosterInForce,
  version: number,
  today: Day,
): Promise<RosterInForce | null> {
  const current = newest.file.roster
  if (version === current.version) return newest
  if (version !== current.version - 1 || today > addDays(newest.day, 1)) return null
  const before = await rosters.find(version)
  return before !== null && keepsEveryKey(before.file.roster, current) ? before : null
}

/** Whether everybody a tip could have been sealed to by the first may still open it by the second. */
function keepsEveryKey(before: Roster, after: Roster): boolean {
  const { recovery } = before.keys
  if (recovery !== null && (after.keys.recovery === null || !sameBytes(recovery, after.keys.recovery))) return false
  if (before.policy.grants !== after.policy.grants || before.policy.profile !== after.policy.profile) return false
  return before.members.every((member) => {
    const still = after.members.find((one) => one.id === member.id)
    return (
      still !== undefined &&
      still.role === member.role &&
      sameBytes(still.certificate, member.certificate) &&
      member.channels.every((channel) => still.channels.includes(channel))
    )
  })
}
