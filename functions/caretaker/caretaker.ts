import { addDays, type Day, dayOf, daysBetween, type Instant } from '../../domain/day.ts'
import { limits } from '../../domain/limits.ts'
import { parseRosterFile } from '../../domain/roster.ts'
import type { Epoch, Epochs } from '../ports/epochs.ts'
import type { Expiry, Rewrapping } from '../ports/expiry.ts'
import type { Rosters } from '../ports/rosters.ts'

/** Makes the keys of one day for a portal. */
export interface EpochMaker {
  make(day: Day, instance: string): Promise<Epoch>
}

/** Everything that the caretaker can reach. It reads no content. */
export interface CaretakerParts {
  readonly epochs: Epochs
  readonly maker: EpochMaker
  readonly expiry: Expiry
  readonly rewrapping: Rewrapping
  /** The roster says which portal the keys are for. It need not be published yet: its keys come first. */
  readonly rosters: Pick<Rosters, 'newest'>
}

/** Batches of one run. What is left waits for the next run. */
const batchesAtOnce = 10_000

/**
 * One run of the caretaker: keys for the days to come, then erase what is due, then destroy the keys of old days after
 * what still lives was wrapped anew. It may be killed anywhere; the next run goes on.
 *
 * @returns whether there was a portal to take care of: before the first roster there is none
 * @throws Refusal `try-again`: run it again
 */
export async function takeCare(parts: CaretakerParts, now: Instant): Promise<boolean> {
  const newest = await parts.rosters.newest()
  if (newest === null) return false
  const today = dayOf(now)
  await makeEpochs(parts, parseRosterFile(newest.json).roster.instance, today)
  await untilNothing(async () => await parts.expiry.eraseDue(today))
  await destroyOldEpochs(parts, today)
  return true
}

/** Keys for today and the days to come, so that a caretaker that fails for a week stops nobody. */
async function makeEpochs({ epochs, maker }: CaretakerParts, instance: string, today: Day): Promise<void> {
  for (let ahead = 0; ahead <= limits.epochsAhead; ahead++) {
    const day = addDays(today, ahead)
    if ((await epochs.find(day)) === null) await epochs.keep(await maker.make(day, instance))
  }
}

async function destroyOldEpochs({ epochs, rewrapping }: CaretakerParts, today: Day): Promise<void> {
  for (const { day } of await epochs.list()) {
    if (daysBetween(day, today) <= limits.epochDays) continue
    // Destroyed only when nothing hangs on it any more: otherwise what lives would die with it.
    const left = await untilNothing(async () => await rewrapping.rewrap(day, today))
    if (left === 0) await epochs.destroy(day)
  }
}

/** Run a bounded act until it has nothing to do. @returns what it said last */
async function untilNothing(act: () => Promise<number>): Promise<number> {
  let left = 1
  for (let batch = 0; batch < batchesAtOnce && left > 0; batch++) left = await act()
  return left
}
