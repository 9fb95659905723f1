import { KMSClient } from '@aws-sdk/client-kms'
import { dynamoClient } from '../adapters/dynamo/client.ts'
import { epochs } from '../adapters/dynamo/epochs.ts'
import { type Patience, patience } from '../adapters/dynamo/retry.ts'
import { rosters } from '../adapters/dynamo/rosters.ts'
import { Store } from '../adapters/dynamo/store.ts'
import { type KeyService, keyService } from '../adapters/kms/kms.ts'
import { Bucket } from '../adapters/s3/bucket.ts'
import { bucketBlobs } from '../adapters/s3/stores.ts'
import type { Blobs } from '../ports/blobs.ts'
import type { Epochs } from '../ports/epochs.ts'
import type { RostersInForce } from '../ports/in-force.ts'
import type { Rosters } from '../ports/rosters.ts'
import { ParsedRosters } from './in-force.ts'
import { nodeSha256, systemClock, systemDice } from './platform.ts'

/**
 * What every function stands on in AWS: clients whose credentials and region come from the place where they run, and
 * names from its environment. What a function may do with it, the stacks decide.
 */
export interface AwsGround {
  readonly store: Store
  readonly keys: KeyService
  readonly blobs: Blobs
  readonly epochs: Epochs
  readonly rosters: Rosters
  readonly inForce: RostersInForce
  readonly patience: Patience
  /** Another bucket, by the variable that names it. */
  bucket(variable: string): Bucket
}

/** @throws Error that names the variable which is missing */
export function awsGround(may: { readonly readBlobs: boolean }): AwsGround {
  const dynamo = dynamoClient()
  const how = patience(systemDice)
  const bucket = (variable: string) =>
    new Bucket({
      name: variableOf(variable),
      region: variableOf('AWS_REGION'),
      credentials: async () => await dynamo.config.credentials(),
      clock: systemClock,
      patience: how,
      ...elsewhere(process.env.AWS_ENDPOINT_URL_S3),
    })
  const tables = { content: variableOf('SAFEHAND_CONTENT_TABLE'), keys: variableOf('SAFEHAND_KEYS_TABLE') }
  const store = new Store(dynamo, tables, how)
  const blobs = bucketBlobs(bucket('SAFEHAND_BLOBS'), { read: may.readBlobs })
  const kept = rosters({ store, blobs, dice: systemDice })
  return {
    store,
    // One attempt each: how often to try is ours to say.
    keys: keyService(new KMSClient({ maxAttempts: 1 }), how),
    blobs,
    epochs: epochs({ store }),
    rosters: kept,
    inForce: new ParsedRosters(kept, nodeSha256),
    patience: how,
    bucket,
  }
}

/** A whole number from the environment, such as the bits of the proof of work. */
export function numberOf(variable: string): number {
  const number = Number(variableOf(variable))
  if (!Number.isSafeInteger(number) || number < 0) throw new Error(`${variable} is not a whole number`)
  return number
}

export function variableOf(variable: string): string {
  const value = process.env[variable]
  if (value === undefined || value === '') throw new Error(`${variable} is not set`)
  return value
}

/** Another S3, by the variable that AWS's own tools look at. */
function elsewhere(endpoint: string | undefined): { endpoint?: string } {
  return endpoint === undefined ? {} : { endpoint }
}
