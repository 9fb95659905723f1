import type { Sha256 } from '../../domain/bytes.ts'
import type { Published } from '../ports/blobs.ts'
import type { ReceiptSigner } from '../ports/epochs.ts'
import type { ForeignNumbers } from '../ports/foreign-numbers.ts'
import type { RostersInForce } from '../ports/in-force.ts'
import type { Clock, Dice } from '../ports/platform.ts'
import type { Submissions } from '../ports/submissions.ts'
import type { Uploads } from '../ports/uploads.ts'
import type { DailyRoom } from './room.ts'

/** Everything that intake can reach. It locks and keeps; it has nothing that reads or unlocks. */
export interface IntakeParts {
  readonly rosters: RostersInForce
  readonly submissions: Submissions
  readonly uploads: Uploads
  /** How much of files is taken on a day. */
  readonly room: DailyRoom
  readonly foreignNumbers: ForeignNumbers
  /** The site beside it, for the words of its pages. */
  readonly site: Pick<Published, 'get'>
  readonly receipts: ReceiptSigner
  readonly clock: Clock
  readonly dice: Dice
  readonly sha256: Sha256
  /** Zero bits that the operator wishes for each puzzle; the roster bounds them. */
  readonly workBits: number
}
