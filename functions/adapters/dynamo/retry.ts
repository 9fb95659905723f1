import { TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import { Refusal } from '../../../domain/refusal.ts'
import type { Dice } from '../../ports/platform.ts'

/** How long we keep trying against bad weather. */
export interface Patience {
  /** Attempts in all. */
  readonly attempts: number
  readonly firstPauseMs: number
  readonly pauseMsMax: number
  readonly pause: (ms: number) => Promise<void>
  readonly dice: Dice
}

/** Eight attempts within about two seconds: a person waits that long, and AWS's conflicts are over by then. */
export function patience(dice: Dice): Patience {
  return {
    attempts: 8,
    firstPauseMs: 10,
    pauseMsMax: 640,
    pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    dice,
  }
}

/**
 * Try an act until it ends. Every act given here must be such that doing it twice is doing it once, because a time-out
 * does not say whether it happened.
 *
 * @throws Refusal `try-again` when the weather does not clear; what the act throws for any other reason
 */
export async function persist<T>(act: () => Promise<T>, how: Patience): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await act()
    } catch (problem) {
      if (!isWeather(problem)) throw problem
      if (attempt >= how.attempts) throw new Refusal('try-again')
      await how.pause(jittered(attempt, how))
    }
  }
}

/** Full jitter: anything from nothing to twice as much as before, so that those who met do not meet again. */
function jittered(attempt: number, how: Patience): number {
  const most = Math.min(how.pauseMsMax, how.firstPauseMs * 2 ** attempt)
  const [high = 0, low = 0] = how.dice(2)
  return Math.floor((most * (high * 256 + low)) / 65_536)
}

const weather = new Set([
  // What AWS says when it is busy or broken for a moment.
  'DependencyTimeoutException',
  'InternalServerError',
  'InternalServerErrorException',
  'KMSInternalException',
  'ItemCollectionSizeLimitExceededException',
  'LimitExceededException',
  'ProvisionedThroughputExceededException',
  'ReplicatedWriteConflictException',
  'RequestLimitExceeded',
  'RequestTimeout',
  'ServiceUnavailable',
  'ThrottlingException',
  'TransactionConflictException',
  'TransactionInProgressException',
  // What the way there does.
  'AbortError',
  'NetworkingError',
  'TimeoutError',
  'ECONNREFUSED',
  'ECONNRESET',
  'EAI_AGAIN',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
])

/** Reasons inside a cancelled transaction that pass by themselves. */
const passing = new Set(['None', 'ProvisionedThroughputExceeded', 'ThrottlingError', 'TransactionConflict'])

function isWeather(problem: unknown): boolean {
  if (problem instanceof TransactionCanceledException) {
    const reasons = (problem.CancellationReasons ?? []).map((one) => one.Code ?? 'None')
    return reasons.length > 0 && reasons.every((one) => passing.has(one))
  }
  if (!(problem instanceof Error)) return false
  const code = (problem as { code?: unknown }).code
  if (weather.has(problem.name) || (typeof code === 'string' && weather.has(code))) return true
  // A proxy or a dying engine answers something that is not DynamoDB's.
  const status = (problem as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0
  return status >= 500
}
