import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Patience, persist } from '../../functions/adapters/dynamo/retry.ts'
import { dice } from '../support/ground.ts'

describe('Bad weather', () => {
  it('is waited out, with longer and longer pauses by chance, each within its bound', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 7 }),
        fc.uint8Array({ minLength: 2, maxLength: 2 }),
        async (bad, draw) => {
          const pauses: number[] = []
          let attempts = 0
          const result = await persist(
            async () => {
              if (attempts++ < bad) throw named('ThrottlingException')
              return 'done'
            },
            patient(pauses, () => new Uint8Array(draw)),
          )
          expect(result).toBe('done')
          expect(attempts).toBe(bad + 1)
          pauses.forEach((pause, at) => {
            expect(pause).toBeGreaterThanOrEqual(0)
            expect(pause).toBeLessThan(Math.min(640, 10 * 2 ** (at + 1)))
          })
        },
      ),
    )
  })

  it('ends in "try again" after the last attempt', async () => {
    let attempts = 0
    const act = async () => {
      attempts++
      throw named('InternalServerError')
    }
    await expect(persist(act, patient())).rejects.toMatchObject({ code: 'try-again' })
    expect(attempts).toBe(8)
  })

  it.each([
    ['TransactionConflictException', named('TransactionConflictException')],
    ['ProvisionedThroughputExceededException', named('ProvisionedThroughputExceededException')],
    ['TransactionInProgressException', named('TransactionInProgressException')],
    ['TimeoutError', named('TimeoutError')],
    ['a closed connection', Object.assign(new Error(), { code: 'ECONNRESET' })],
    ['an answer of 503', Object.assign(new Error(), { $metadata: { httpStatusCode: 503 } })],
    ['a conflict inside a transaction', cancelled('None', 'TransactionConflict', 'ThrottlingError')],
  ])('is what %s is', async (_, problem) => {
    let attempts = 0
    const act = async () => {
      if (attempts++ === 0) throw problem
      return attempts
    }
    expect(await persist(act, patient())).toBe(2)
  })

  it.each([
    ['a condition that did not hold', new ConditionalCheckFailedException({ message: '', $metadata: {} })],
    ['a transaction whose condition did not hold', cancelled('TransactionConflict', 'ConditionalCheckFailed')],
    ['a mistake of ours', named('ValidationException')],
    ['anything unknown', new Error('what is this')],
  ])('is not what %s is', async (_, problem) => {
    let attempts = 0
    const act = async () => {
      attempts++
      throw problem
    }
    await expect(persist(act, patient())).rejects.toBe(problem)
    expect(attempts).toBe(1)
  })
})

function patient(pauses: number[] = [], chance: Patience['dice'] = dice): Patience {
  return {
    attempts: 8,
    firstPauseMs: 10,
    pauseMsMax: 640,
    dice: chance,
    pause: async (ms) => {
      pauses.push(ms)
    },
  }
}

function named(name: string): Error {
  return Object.assign(new Error(name), { name })
}

function cancelled(...codes: string[]): Error {
  return new TransactionCanceledException({
    message: '',
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  })
}
