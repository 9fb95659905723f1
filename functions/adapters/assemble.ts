import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { Blobs } from '../ports/blobs.ts'
import type { Clock, Dice } from '../ports/platform.ts'
import { epochMaker } from './at-rest/epoch-maker.ts'
import { epochSecrets } from './at-rest/epoch-secrets.ts'
import { keyWrapper, locker } from './at-rest/locker.ts'
import { receiptSigner } from './at-rest/receipt-signer.ts'
import { keyUnwrapper, unlocker } from './at-rest/unlocker.ts'
import { chunks } from './dynamo/chunks.ts'
import { drops } from './dynamo/drops.ts'
import { epochs } from './dynamo/epochs.ts'
import { expiry } from './dynamo/expiry.ts'
import { feeds } from './dynamo/feeds.ts'
import { foreignNumbers } from './dynamo/foreign-numbers.ts'
import { journals } from './dynamo/journals.ts'
import type { Patience } from './dynamo/retry.ts'
import { rewrapping } from './dynamo/rewrapping.ts'
import { rosters } from './dynamo/rosters.ts'
import { sequencer } from './dynamo/sequencer.ts'
import { sessions } from './dynamo/sessions.ts'
import { slots } from './dynamo/slots.ts'
import { Store } from './dynamo/store.ts'
import { submissions } from './dynamo/submissions.ts'
import type { Tables } from './dynamo/table.ts'
import { uploads } from './dynamo/uploads.ts'
import type { KeyService } from './kms/kms.ts'

/** What all ports stand on. */
export interface Ground {
  readonly client: DynamoDBClient
  readonly tables: Tables
  readonly keys: KeyService
  readonly blobs: Blobs
  readonly patience: Patience
  readonly clock: Clock
  readonly dice: Dice
}

/** All ports over one ground. Nothing is called here: a part that a function does not use costs it nothing. */
export function assemble(ground: Ground) {
  const { keys, blobs, clock, dice } = ground
  const store = new Store(ground.client, ground.tables, ground.patience)
  const kept = epochs({ store })
  const wrapper = keyWrapper(kept)
  const unwrapper = keyUnwrapper(epochSecrets({ epochs: kept, keys, clock }))
  const atRest = { locker: locker({ wrapper, clock, dice }), unlocker: unlocker(unwrapper) }
  return {
    submissions: submissions({ store, locker: atRest.locker, blobs, dice }),
    uploads: uploads({ store, locker: atRest.locker, blobs, dice }),
    chunks: chunks({ store, unlocker: atRest.unlocker, blobs }),
    journals: journals({ store, ...atRest, dice }),
    feeds: feeds({ store, unlocker: atRest.unlocker, blobs }),
    sequencer: sequencer({ store, dice }),
    slots: slots({ store, clock, dice }),
    drops: drops({ store, dice }),
    rosters: rosters({ store, blobs, dice }),
    sessions: sessions({ store, dice }),
    foreignNumbers: foreignNumbers({ store }),
    epochs: kept,
    maker: epochMaker(keys),
    receipts: receiptSigner({ epochs: kept, keys, clock }),
    expiry: expiry({ store, blobs }),
    rewrapping: rewrapping({ store, wrapper, unwrapper }),
    blobs,
    clock,
    dice,
  }
}
