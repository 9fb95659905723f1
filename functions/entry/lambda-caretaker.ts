import { epochMaker } from '../adapters/at-rest/epoch-maker.ts'
import { epochSecrets } from '../adapters/at-rest/epoch-secrets.ts'
import { keyWrapper } from '../adapters/at-rest/locker.ts'
import { keyUnwrapper } from '../adapters/at-rest/unlocker.ts'
import { expiry } from '../adapters/dynamo/expiry.ts'
import { rewrapping } from '../adapters/dynamo/rewrapping.ts'
import { takeCare } from '../caretaker/caretaker.ts'
import { bugLine } from './answer.ts'
import { awsGround } from './aws.ts'
import { jobOf } from './job.ts'
import { systemClock } from './platform.ts'

const { store, keys, blobs, epochs, rosters } = awsGround({ readBlobs: false })
const parts = {
  epochs,
  maker: epochMaker(keys),
  expiry: expiry({ store, blobs }),
  rewrapping: rewrapping({
    store,
    wrapper: keyWrapper(epochs),
    unwrapper: keyUnwrapper(epochSecrets({ epochs, keys, clock: systemClock })),
  }),
  rosters,
}

/** Runs every hour, so that the first roster waits no longer for its keys; most hours there is nothing to do. */
export const handler = jobOf(async () => {
  await takeCare(parts, systemClock())
}, bugLine('caretaker'))
