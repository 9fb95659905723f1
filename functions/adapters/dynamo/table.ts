import { CreateTableCommand, type DynamoDBClient, ResourceInUseException } from '@aws-sdk/client-dynamodb'
import type { Day } from '../../../domain/day.ts'
import { limits } from '../../../domain/limits.ts'

/** Names of the two tables. Keys stand apart from content: another policy, another backup, no stream. */
export interface Tables {
  readonly content: string
  readonly keys: string
}

export const tables: Tables = { content: 'safehand-content', keys: 'safehand-keys' }

/** Every table has a partition key and a sort key, both text, and no index: no index decides completeness. */
export const partitionKey = 'pk'
export const sortKey = 'sk'

/** Attribute with the second after which the database may drop a row by itself: sessions, nonces, numbers of a day. */
export const timeToLive = 'ttl'

export interface Key {
  readonly pk: string
  readonly sk: string
}

/**
 * Kinds of rows. A partition key begins with its kind, so that a policy can tell them apart (`dynamodb:LeadingKeys`).
 * Content and control never share a partition.
 */
export const kinds = {
  content: ['BODY', 'GRANT', 'ENTRY', 'SLOT', 'DROP'],
  control: [
    'SUB',
    'UPLOAD',
    'FOREIGN',
    'JOURNAL',
    'OUTBOX',
    'FEED',
    'LEAF',
    'HEAD',
    'BATCH',
    'ROSTER',
    'EXP',
    'NONCE',
    'PROOF',
    'SESSION',
  ],
  keys: ['KEY', 'HELD', 'EPOCH', 'SWEEP'],
} as const

export type Kind = (typeof kinds)[keyof typeof kinds][number]

/** Rows that belong to one partition per shard: a burst must not meet one hot partition. */
export const shards: readonly number[] = Array.from({ length: limits.outboxShards }, (_, shard) => shard)

/** Leaves of the ledger in one partition. */
const leavesPerPartition = 65_536

/** The forms of all keys. Names and numbers are written so that their text order is their order. */
export const keyOf = {
  submission: (id: string): Key => key('SUB', id),
  body: (id: string): Key => key('BODY', id),
  grants: (id: string): Key => key('GRANT', id),
  upload: (upload: string): Key => key('UPLOAD', upload),
  /** In the partition of its upload, behind the upload itself. */
  chunk: (upload: string, hash: string): Key => key('UPLOAD', upload, hash),
  foreign: (day: Day, number: number): Key => key('FOREIGN', day, digits(number)),
  journal: (journal: string): Key => key('JOURNAL', journal),
  entry: (journal: string, position: number): Key => key('ENTRY', journal, digits(position)),
  outbox: (shard: number, name: string): Key => key('OUTBOX', String(shard), name),
  feed: (channel: string, place: number): Key => key('FEED', channel, digits(place)),
  leaf: (place: number): Key => key('LEAF', String(Math.floor(place / leavesPerPartition)), digits(place)),
  head: (of: 'feeds' | 'drops' | 'rosters'): Key => key('HEAD', of),
  batch: (id: string): Key => key('BATCH', id),
  slot: (shard: number, name: string): Key => key('SLOT', String(shard), name),
  drop: (number: number): Key => key('DROP', String(number)),
  roster: (version: number): Key => key('ROSTER', String(version)),
  expiry: (due: Day, shard: number, name: string): Key => key('EXP', `${due}#${shard}`, name),
  nonce: (nonce: string): Key => key('NONCE', nonce),
  proof: (id: string): Key => key('PROOF', id),
  session: (tokenHash: string): Key => key('SESSION', tokenHash),
  /** The wrapped keys of objects that live and die together. */
  wrapped: (lot: string): Key => key('KEY', lot),
  /** That a lot hangs on an epoch: what the caretaker walks when it wraps anew. */
  held: (epoch: Day, shard: number, lot: string): Key => key('HELD', `${epoch}#${shard}`, lot),
  epoch: (day: Day): Key => key('EPOCH', 'live', day),
  sweep: (): Key => key('SWEEP', 'from'),
} as const

/** Shard of a name in hexadecimal, which is a hash or chance in all cases. */
export function shardOf(name: string): number {
  return Number.parseInt(name.slice(0, 2), 16) % limits.outboxShards
}

/** The number at the end of a sort key. */
export function numberOf(sk: string): number {
  return Number.parseInt(sk, 10)
}

/** Make both tables unless they exist. For a machine of one's own; in AWS the stacks make them. */
export async function createTables(client: DynamoDBClient, names: Tables = tables): Promise<void> {
  for (const name of [names.content, names.keys]) {
    try {
      await client.send(
        new CreateTableCommand({
          TableName: name,
          BillingMode: 'PAY_PER_REQUEST',
          AttributeDefinitions: [
            { AttributeName: partitionKey, AttributeType: 'S' },
            { AttributeName: sortKey, AttributeType: 'S' },
          ],
          KeySchema: [
            { AttributeName: partitionKey, KeyType: 'HASH' },
            { AttributeName: sortKey, KeyType: 'RANGE' },
          ],
        }),
      )
    } catch (problem) {
      if (!(problem instanceof ResourceInUseException)) throw problem
    }
  }
}

function key(kind: Kind, name: string, sk = '-'): Key {
  return { pk: `${kind}#${name}`, sk }
}

/** Thirteen digits hold every number that our formats allow (2^40). */
export function digits(number: number): string {
  return String(number).padStart(13, '0')
}
