import type { CaretakerParts, EpochMaker } from '../caretaker/caretaker.ts'
import type { DeskParts } from '../desk/parts.ts'
import type { IntakeParts } from '../intake/parts.ts'
import { DailyRoom } from '../intake/room.ts'
import type { Published } from '../ports/blobs.ts'
import type { Drops, Slots } from '../ports/drops.ts'
import type { Epochs, ReceiptSigner } from '../ports/epochs.ts'
import type { Expiry, Rewrapping } from '../ports/expiry.ts'
import type { Feeds, Sequencer } from '../ports/feeds.ts'
import type { ForeignNumbers } from '../ports/foreign-numbers.ts'
import type { Journals } from '../ports/journals.ts'
import type { Clock, Dice } from '../ports/platform.ts'
import type { Rosters } from '../ports/rosters.ts'
import type { Sessions } from '../ports/sessions.ts'
import type { Submissions } from '../ports/submissions.ts'
import type { Chunks, Uploads } from '../ports/uploads.ts'
import type { PublisherParts } from '../publisher/publisher.ts'
import { ParsedRosters } from './in-force.ts'
import { nodeSha256 } from './platform.ts'

/** Every port of a portal that runs whole on one machine. */
export interface PortalParts {
  readonly submissions: Submissions
  readonly uploads: Uploads
  readonly chunks: Chunks
  readonly receipts: ReceiptSigner
  readonly sessions: Sessions
  readonly foreignNumbers: ForeignNumbers
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
  /** GiB of files that this process takes on a day; 0 switches files off. */
  readonly filesPerDay: number
  /** Who may sign the very first roster. */
  readonly pin: string | null
  /** The built site, for pages that name what changes; left out, it stands among the published files. */
  readonly site?: Pick<Published, 'get'>
}

/** What each function gets of them: never more than it may do. */
export function partsOfFunctions(parts: PortalParts, settings: Settings): FunctionParts {
  const {
    submissions,
    uploads,
    chunks,
    receipts,
    sessions,
    feeds,
    sequencer,
    journals,
    slots,
    drops,
    rosters,
    published,
    keys,
  } = parts
  const { epochs, maker, expiry, rewrapping } = parts
  const { clock, dice, workBits, filesPerDay, pin } = settings
  const site = settings.site ?? published
  const sha256 = nodeSha256
  const inForce = new ParsedRosters(rosters, sha256)
  return {
    intake: {
      rosters: inForce,
      submissions,
      uploads,
      room: new DailyRoom(filesPerDay * 2 ** 30),
      foreignNumbers: parts.foreignNumbers,
      site,
      receipts,
      clock,
      dice,
      sha256,
      workBits,
    },
    desk: { rosters: inForce, kept: rosters, sessions, feeds, chunks, journals, slots, clock, dice, sha256, keys, pin },
    publisher: { sequencer, drops, rosters, inForce, published, site, workBits },
    caretaker: { epochs, maker, expiry, rewrapping, rosters },
  }
}

export interface FunctionParts {
  readonly intake: IntakeParts
  readonly desk: DeskParts
  readonly publisher: PublisherParts
  readonly caretaker: CaretakerParts
}
