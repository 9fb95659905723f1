import { join, resolve, sep } from 'node:path'
import { toHex } from '../../domain/bytes.ts'
import type { Blobs, Published } from '../ports/blobs.ts'
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
import { assemble } from './assemble.ts'
import type { EpochMaker } from './at-rest/epoch-maker.ts'
import { patience } from './dynamo/retry.ts'
import { sweptExpiry } from './dynamo/sweep.ts'
import { createTables, type Tables, tables } from './dynamo/table.ts'
import { startEngine } from './engine.ts'
import { folderBlobs } from './folder/blobs.ts'
import { folderPublished } from './folder/published.ts'
import { forgettingEpochs } from './kms/forgetting.ts'
import { clientOf } from './kms/in-process.ts'
import { createKeys, keyService } from './kms/kms.ts'
import { LocalKms } from './kms/local-kms.ts'

export interface LocalOptions {
  /** Folder of the database, the blobs and the public files. */
  readonly dataDir: string
  /** File of the local key service. It belongs outside the data folder: a copy of that must not hold the keys. */
  readonly keyFile: string
  readonly clock: Clock
  readonly dice: Dice
  /** A DynamoDB of one's own instead of the embedded engine. */
  readonly endpoint?: string | undefined
  /** Names of tables, where several portals have one database. */
  readonly tables?: Tables
}

/** Every port of a portal on one machine. */
export interface LocalParts {
  readonly submissions: Submissions
  readonly uploads: Uploads
  readonly chunks: Chunks
  readonly journals: Journals
  readonly feeds: Feeds
  readonly sequencer: Sequencer
  readonly slots: Slots
  readonly drops: Drops
  readonly rosters: Rosters
  readonly sessions: Sessions
  readonly foreignNumbers: ForeignNumbers
  readonly epochs: Epochs
  readonly maker: EpochMaker
  readonly receipts: ReceiptSigner
  readonly expiry: Expiry
  readonly rewrapping: Rewrapping
  readonly blobs: Blobs
  readonly published: Published
  /** The portal's own public keys, Ed25519 in hexadecimal: what its roster names. */
  readonly keys: { readonly receipt: string; readonly ledger: string }
  /** Folder of the public files: what the local server serves. */
  readonly publishedDir: string
  readonly clock: Clock
  readonly dice: Dice
  close(): Promise<void>
}

/**
 * Start what a portal on one machine stands on: database, key file, folders.
 *
 * @throws with a sentence for people when the key file is inside the data folder or readable by others, or when there
 * is no database for this platform
 */
export async function openLocal(options: LocalOptions): Promise<LocalParts> {
  const { dataDir, keyFile, clock, dice } = options
  if (isInside(dataDir, keyFile)) {
    throw new Error(`The key file must not be inside the data folder ${dataDir}: a copy of that would hold the keys.`)
  }
  const names = options.tables ?? tables
  const engine = await startEngine(join(dataDir, 'database', 'safehand.db'), options.endpoint)
  try {
    await createTables(engine.client, names)
    const kms = new LocalKms(keyFile, dice)
    const kmsClient = clientOf(kms)
    await createKeys(kmsClient)
    const publishedDir = join(dataDir, 'public')
    const how = patience(dice)
    const keys = keyService(kmsClient, how)
    const parts = assemble({
      client: engine.client,
      tables: names,
      keys,
      blobs: folderBlobs(join(dataDir, 'blobs'), dice),
      patience: how,
      clock,
      dice,
    })
    return {
      ...parts,
      epochs: forgettingEpochs(parts.epochs, kms),
      // The embedded engine never expires rows by itself; with any other endpoint the sweep finds nothing left.
      expiry: sweptExpiry(parts.expiry, engine.client, names.content, clock),
      keys: { receipt: toHex(await keys.publicKey('receipt')), ledger: toHex(await keys.publicKey('ledger')) },
      published: folderPublished(publishedDir, dice),
      publishedDir,
      close: () => engine.stop(),
    }
  } catch (problem) {
    await engine.stop()
    throw problem
  }
}

function isInside(folder: string, file: string): boolean {
  return resolve(file).startsWith(resolve(folder) + sep)
}
