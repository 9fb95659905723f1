import { keyWrapper, locker } from '../adapters/at-rest/locker.ts'
import { receiptSigner } from '../adapters/at-rest/receipt-signer.ts'
import { submissions } from '../adapters/dynamo/submissions.ts'
import { intakeApp } from '../intake/app.ts'
import { answering, bugLine } from './answer.ts'
import { awsGround, numberOf } from './aws.ts'
import { lambdaOf } from './lambda.ts'
import { nodeSha256, systemClock, systemDice } from './platform.ts'

const { store, keys, blobs, epochs, inForce } = awsGround({ readBlobs: false })
const [clock, dice] = [systemClock, systemDice]

/** Takes tips. It locks and signs receipts; it is given nothing that unlocks. */
export const handler = lambdaOf(
  answering(
    intakeApp({
      rosters: inForce,
      submissions: submissions({ store, locker: locker({ wrapper: keyWrapper(epochs), clock, dice }), blobs, dice }),
      receipts: receiptSigner({ epochs, keys, clock }),
      clock,
      dice,
      sha256: nodeSha256,
      workBits: numberOf('SAFEHAND_WORK_BITS'),
    }),
    bugLine('intake'),
  ),
)
