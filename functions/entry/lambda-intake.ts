import { keyWrapper, locker } from '../adapters/at-rest/locker.ts'
import { receiptSigner } from '../adapters/at-rest/receipt-signer.ts'
import { foreignNumbers } from '../adapters/dynamo/foreign-numbers.ts'
import { submissions } from '../adapters/dynamo/submissions.ts'
import { uploads } from '../adapters/dynamo/uploads.ts'
import { bucketPublished } from '../adapters/s3/stores.ts'
import { intakeApp } from '../intake/app.ts'
import { DailyRoom } from '../intake/room.ts'
import { answering, bugLine } from './answer.ts'
import { awsGround, numberOf } from './aws.ts'
import { lambdaOf } from './lambda.ts'
import { nodeSha256, systemClock, systemDice } from './platform.ts'

const { store, keys, blobs, epochs, inForce, bucket } = awsGround({ readBlobs: false })
const [clock, dice] = [systemClock, systemDice]
const keeping = { store, locker: locker({ wrapper: keyWrapper(epochs), clock, dice }), blobs, dice }

/** Takes tips. It locks and signs receipts; it is given nothing that unlocks. */
export const handler = lambdaOf(
  answering(
    intakeApp({
      rosters: inForce,
      submissions: submissions(keeping),
      uploads: uploads(keeping),
      room: new DailyRoom(numberOf('SAFEHAND_FILES_PER_DAY') * 2 ** 30),
      foreignNumbers: foreignNumbers({ store }),
      site: bucketPublished(bucket('SAFEHAND_PUBLISHED')),
      receipts: receiptSigner({ epochs, keys, clock }),
      clock,
      dice,
      sha256: nodeSha256,
      workBits: numberOf('SAFEHAND_WORK_BITS'),
    }),
    bugLine('intake'),
  ),
)
