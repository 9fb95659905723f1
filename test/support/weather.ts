import type { DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'

/** A source of numbers from 0 up to 1 that gives the same ones for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** What the weather did, so that a test can say that there was any. */
export interface Weather {
  readonly seen: Readonly<Record<Kind, number>>
}

type Kind = 'conflict' | 'throttling' | 'internal error' | 'lost request' | 'lost answer' | 'sent twice'

const kinds: readonly Kind[] = [
  'conflict',
  'throttling',
  'internal error',
  'lost request',
  'lost answer',
  'lost answer',
  'sent twice',
]

/**
 * AWS's weather over a client: conflicts between transactions, throttling, errors of the service, requests that never
 * arrive, answers that never come back after the work was done, and requests that arrive twice.
 *
 * @param share how many of the requests meet weather, from 0 to 1
 */
export function letWeather(client: DynamoDBClient, seed: number, share: number): Weather {
  const chance = seeded(seed)
  let turn = Math.floor(chance() * kinds.length)
  const seen = Object.fromEntries(kinds.map((one) => [one, 0])) as Record<Kind, number>
  client.middlewareStack.add(
    (next, context) => async (call) => {
      if (chance() >= share) return next(call)
      // In turn, so that a short test meets every kind too.
      const kind = kinds[turn++ % kinds.length] ?? 'throttling'
      seen[kind]++
      if (kind === 'lost answer') {
        await next(call)
        throw named('TimeoutError')
      }
      if (kind === 'sent twice') {
        await next(call)
        return next(call)
      }
      throw troubleOf(kind, context.commandName === 'TransactWriteItemsCommand')
    },
    { step: 'initialize', name: 'weather' },
  )
  return { seen }
}

/**
 * End the process, as far as this client is concerned, at one of its writes: before it leaves, or after it was done.
 * Between two writes it makes no difference where one is killed.
 */
export function killAt(client: DynamoDBClient, write: number, when: 'before' | 'after'): void {
  let writes = 0
  client.middlewareStack.add(
    (next, context) => async (call) => {
      const isWrite = !/^(?:Get|BatchGet|Query)/.test(context.commandName ?? '')
      if (isWrite) writes++
      if (writes > write || (isWrite && writes === write && when === 'before')) throw new Killed()
      const answer = await next(call)
      if (isWrite && writes === write) throw new Killed()
      return answer
    },
    { step: 'initialize', name: 'killer' },
  )
}

/** Not a kind of weather: nothing tries again after this. */
export class Killed extends Error {
  override readonly name = 'Killed'
}

function troubleOf(kind: Kind, inTransaction: boolean): Error {
  switch (kind) {
    case 'conflict':
      if (!inTransaction) return named('TransactionConflictException')
      return new TransactionCanceledException({
        message: 'Transaction cancelled',
        $metadata: {},
        CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
      })
    case 'throttling':
      return named('ThrottlingException')
    case 'internal error':
      return named('InternalServerError')
    default:
      return named('TimeoutError')
  }
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name })
}
