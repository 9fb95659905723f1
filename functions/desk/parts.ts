import type { Sha256 } from '../../domain/bytes.ts'
import type { Slots } from '../ports/drops.ts'
import type { Feeds } from '../ports/feeds.ts'
import type { RostersInForce } from '../ports/in-force.ts'
import type { Journals } from '../ports/journals.ts'
import type { Clock, Dice } from '../ports/platform.ts'
import type { Rosters } from '../ports/rosters.ts'
import type { Sessions } from '../ports/sessions.ts'
import type { Chunks } from '../ports/uploads.ts'

/** Everything that the desk can reach. */
export interface DeskParts {
  readonly rosters: RostersInForce
  /** Where a roster goes that its stewards publish. */
  readonly kept: Pick<Rosters, 'keep' | 'newest'>
  readonly sessions: Sessions
  readonly feeds: Feeds
  readonly chunks: Chunks
  readonly journals: Journals
  readonly slots: Slots
  readonly clock: Clock
  readonly dice: Dice
  readonly sha256: Sha256
  /** The portal's own public keys, Ed25519 in hexadecimal: a roster that names others is not for this portal. */
  readonly keys: { readonly receipt: string; readonly ledger: string }
  /** Who may sign the very first roster; `null` when the operator has not said so yet. */
  readonly pin: string | null
}
