import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeleteTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import type { KMSClient } from '@aws-sdk/client-kms'
import { addDays, type Day, dayOf, type Instant } from '../../domain/day.ts'
import { Refusal } from '../../domain/refusal.ts'
import { assemble } from '../../functions/adapters/assemble.ts'
import { dynamoClient } from '../../functions/adapters/dynamo/client.ts'
import { createTables, type Tables } from '../../functions/adapters/dynamo/table.ts'
import { type Engine, startEngine } from '../../functions/adapters/engine.ts'
import { folderBlobs } from '../../functions/adapters/folder/blobs.ts'
import { localKmsClient } from '../../functions/adapters/kms/in-process.ts'
import { createKeys, type KeyService, keyService } from '../../functions/adapters/kms/kms.ts'
import type { Dice } from '../../functions/ports/platform.ts'
import { instance } from './people.ts'

export const dice: Dice = (count) => new Uint8Array(randomBytes(count))

/** All storage ports over a database of their own, with a clock that a test can move. */
export interface Ground {
  readonly parts: ReturnType<typeof assemble>
  readonly engine: Engine
  readonly kms: KMSClient
  readonly keys: KeyService
  readonly tables: Tables
  readonly folder: string
  readonly keyFile: string
  readonly today: () => Day
  /** Let days pass. */
  pass(days: number): void
  /** The same database through a client of one's own, as another process would have it. */
  through(client: DynamoDBClient): ReturnType<typeof assemble>
  newClient(): DynamoDBClient
  close(): Promise<void>
}

export interface GroundOptions {
  readonly now?: Instant
  /** Days for which epochs are made at once. */
  readonly epochs?: number
  readonly attempts?: number
  /** On the embedded engine in any case: for tests that look at its files. */
  readonly embedded?: boolean
}

/**
 * Open a ground: on the embedded engine, with its data on disk, or on any other DynamoDB that
 * `SAFEHAND_TEST_DYNAMODB_ENDPOINT` names. Every ground has tables of its own.
 */
export async function openGround(options: GroundOptions = {}): Promise<Ground> {
  const { epochs = 3, attempts = 8 } = options
  const folder = await mkdtemp(join(tmpdir(), 'safehand-ground-'))
  const keyFile = join(folder, 'keys', 'portal.keys')
  const databaseFile = join(folder, 'database', 'safehand.db')
  const elsewhere = options.embedded === true ? undefined : process.env.SAFEHAND_TEST_DYNAMODB_ENDPOINT
  const engine = await startEngine(databaseFile, elsewhere)
  const name = `safehand-test-${randomBytes(6).toString('hex')}`
  const tables = { content: `${name}-content`, keys: `${name}-keys` }
  await createTables(engine.client, tables)
  const kms = localKmsClient(keyFile, dice)
  await createKeys(kms)
  let now = options.now ?? Date.UTC(2026, 10, 20, 9, 15)
  const clock = () => now
  // Nobody waits in a test: how often is what counts.
  const patience = { attempts, firstPauseMs: 1, pauseMsMax: 2, pause: async () => undefined, dice }
  const keys = keyService(kms, patience)
  const blobs = folderBlobs(join(folder, 'blobs'), dice)
  const through = (client: DynamoDBClient) => assemble({ client, tables, keys, blobs, patience, clock, dice })
  const parts = through(engine.client)
  for (let ahead = 0; ahead < epochs; ahead++) {
    await parts.epochs.keep(await parts.maker.make(addDays(dayOf(now), ahead), instance))
  }
  return {
    parts,
    engine,
    kms,
    keys,
    tables,
    folder,
    keyFile,
    today: () => dayOf(now),
    pass: (days) => {
      now += days * 86_400_000
    },
    through,
    newClient: () => dynamoClient({ endpoint: engine.endpoint }),
    close: async () => {
      // Through a client of its own: the engine's may have weather.
      const client = dynamoClient({ endpoint: engine.endpoint })
      for (const TableName of Object.values(tables)) await client.send(new DeleteTableCommand({ TableName }))
      client.destroy()
      await engine.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Try again as a client does when it is told to. Anything else ends it. */
export async function insist<T>(act: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      return await act()
    } catch (problem) {
      if (!(problem instanceof Refusal) || problem.code !== 'try-again') throw problem
    }
  }
  throw new Error('the weather never cleared')
}
