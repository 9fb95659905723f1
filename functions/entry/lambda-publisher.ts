import { drops } from '../adapters/dynamo/drops.ts'
import { sequencer } from '../adapters/dynamo/sequencer.ts'
import { bucketPublished } from '../adapters/s3/stores.ts'
import { publish } from '../publisher/publisher.ts'
import { bugLine } from './answer.ts'
import { awsGround, numberOf } from './aws.ts'
import { jobOf } from './job.ts'
import { systemClock, systemDice } from './platform.ts'

const { store, rosters, inForce, bucket } = awsGround({ readBlobs: true })
const published = bucketPublished(bucket('SAFEHAND_PUBLISHED'))
const parts = {
  sequencer: sequencer({ store, dice: systemDice }),
  drops: drops({ store, dice: systemDice }),
  rosters,
  inForce,
  published,
  // The site stands in the same bucket.
  site: published,
  workBits: numberOf('SAFEHAND_WORK_BITS'),
}

/** Runs every minute. */
export const handler = jobOf(async () => await publish(parts, systemClock()), bugLine('publisher'))
