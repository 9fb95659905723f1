import type { CaretakerParts, EpochMaker } from '../caretaker/caretaker.ts'
import type { DeskParts } from '../desk/parts.ts'
import type { IntakeParts } from '../intake/app.ts'
import type { Published } from '../ports/blobs.ts'
import type { Drops, Slots } from '../ports/drops.ts'
import type { Epochs, ReceiptSigner } from '../ports/epochs.ts'
import type { Expiry, Rewrapping } from '../ports/expiry.ts'
import type { Feeds, Sequencer } from '../ports/feeds.ts'
import type { Journals } from '../ports/journals.ts'
import type { Clock, Dice } from '../ports/platform.ts'
import type { Rosters } from '../ports/rosters.ts'
import type { Sessions } from '../ports/sessions.ts'
import type { Submissions } from '../ports/submissions.ts'
import type { PublisherParts } from '../publisher/publisher.ts'
import { ParsedRosters } from './in-force.ts'
import { nodeSha256 } from './platform.ts'

/** Every port of a portal that runs whole on one machine. */
export interface PortalParts {
  readonly submissions: Submissions
  readonly receipts: ReceiptSigner
  readonly sessions: Sessions
  readonly feeds: Feeds
  readonly sequencer: Sequencer
  readonly journals: Journals
  readonly slots: Slots
  readonly drops: Drops
  readonly rosters: Rosters
  readonly epochs: Epochs
  readonly maker: EpochMaker
  readonly expiry: Expiry
  readonly rewrapping: Rewrapping
  readonly published: Published
  /** The portal's own public keys, Ed25519 in hexadecimal. */
  readonly keys: DeskParts['keys']
}

/** What an operator decides. */
export interface Settings {
  readonly clock: Clock
  readonly dice: Dice
  /** Zero bits wished for each puzzle of the proof of work. */
  readonly workBits: number
  /** Who may sign the very first roster. */
  readonly pin: string | null
}

/** What each function gets of them: never more than it may do. */
export function partsOfFunctions(parts: PortalParts, settings: Settings): FunctionParts {
  const { submissions, receipts, sessions, feeds, sequencer, journals, slots, drops, rosters, published, keys } = parts
  const { epochs, maker, expiry, rewrapping } = parts
  const { clock, dice, workBits, pin } = settings
  const sha256 = nodeSha256
  const inForce = new ParsedRosters(rosters, sha256)
  return {
    intake: { rosters: inForce, submissions, receipts, clock, dice, sha256, workBits },
    desk: { rosters: inForce, kept: rosters, sessions, feeds, journals, slots, clock, dice, sha256, keys, pin },
    publisher: { sequencer, drops, rosters, inForce, published, workBits },
    caretaker: { epochs, maker, expiry, rewrapping, rosters },
  }
}

export interface FunctionParts {
  readonly intake: IntakeParts
  readonly desk: DeskParts
  readonly publisher: PublisherParts
  readonly caretaker: CaretakerParts
}
