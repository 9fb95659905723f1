import { toHex } from '../../domain/bytes.ts'
import { epochSecrets } from '../adapters/at-rest/epoch-secrets.ts'
import { keyWrapper, locker } from '../adapters/at-rest/locker.ts'
import { keyUnwrapper, unlocker } from '../adapters/at-rest/unlocker.ts'
import { chunks } from '../adapters/dynamo/chunks.ts'
import { feeds } from '../adapters/dynamo/feeds.ts'
import { journals } from '../adapters/dynamo/journals.ts'
import { sessions } from '../adapters/dynamo/sessions.ts'
import { slots } from '../adapters/dynamo/slots.ts'
import { deskApp } from '../desk/app.ts'
import { answering, bugLine } from './answer.ts'
import { awsGround, variableOf } from './aws.ts'
import { lambdaOf } from './lambda.ts'
import { nodeSha256, systemClock, systemDice } from './platform.ts'

const { store, keys, blobs, epochs, rosters, inForce } = awsGround({ readBlobs: true })
const [clock, dice] = [systemClock, systemDice]
const atRest = {
  locker: locker({ wrapper: keyWrapper(epochs), clock, dice }),
  unlocker: unlocker(keyUnwrapper(epochSecrets({ epochs, keys, clock }))),
}
// Asked once, when the function starts, and never for a request.
const [receipt, ledger] = await Promise.all([keys.publicKey('receipt'), keys.publicKey('ledger')])

/** Serves members what their channels allow, and takes rosters that their stewards signed. */
export const handler = lambdaOf(
  answering(
    deskApp({
      rosters: inForce,
      kept: rosters,
      sessions: sessions({ store, dice }),
      feeds: feeds({ store, unlocker: atRest.unlocker, blobs }),
      chunks: chunks({ store, unlocker: atRest.unlocker, blobs }),
      journals: journals({ store, ...atRest, dice }),
      slots: slots({ store, clock, dice }),
      clock,
      dice,
      sha256: nodeSha256,
      keys: { receipt: toHex(receipt), ledger: toHex(ledger) },
      pin: variableOf('SAFEHAND_PIN'),
    }),
    bugLine('desk'),
  ),
)
