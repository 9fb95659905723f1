import type { Instant } from '../../domain/day.ts'
import type { Published } from '../ports/blobs.ts'
import type { Drops } from '../ports/drops.ts'
import type { Sequencer } from '../ports/feeds.ts'
import type { RostersInForce } from '../ports/in-force.ts'
import type { Rosters } from '../ports/rosters.ts'
import { publishDrops } from './drops.ts'
import { publishElsewhere } from './elsewhere.ts'
import { publishRosters } from './rosters.ts'
import { publishWork } from './work.ts'

/** Everything that the publisher can reach. It places rows and writes public files; it reads no body and unlocks nothing. */
export interface PublisherParts {
  readonly sequencer: Sequencer
  readonly drops: Drops
  readonly rosters: Pick<Rosters, 'newest' | 'find' | 'markPublished' | 'published'>
  readonly inForce: RostersInForce
  readonly published: Published
  /** The site beside them, for its templates. */
  readonly site: Pick<Published, 'get'>
  /** Zero bits that the operator wishes for each puzzle of the proof of work; the roster bounds them. */
  readonly workBits: number
}

/** Transactions of one run. What is left waits for the next run, which is soon. */
const sequencesAtOnce = 200

/**
 * One run of the publisher: place what waits into the feeds, then bring the public files up to date. It may be killed
 * anywhere and run by two at once; the next whole run leaves the same files.
 *
 * @throws Refusal `try-again`: run it again
 */
export async function publish(parts: PublisherParts, now: Instant): Promise<void> {
  await sequenceWaiting(parts.sequencer)
  await publishRosters(parts)
  await publishElsewhere(parts)
  await publishWork(parts)
  await publishDrops(parts, now)
}

/** Give everything that waits its place. */
export async function sequenceWaiting(sequencer: Sequencer): Promise<void> {
  for (let round = 0; round < sequencesAtOnce; round++) if ((await sequencer.sequence()) === 0) return
}
