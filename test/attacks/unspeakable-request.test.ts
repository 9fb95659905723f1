import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { answering } from '../../functions/entry/answer.ts'
import { lambdaOf } from '../../functions/entry/lambda.ts'
import { requestOf } from '../../functions/entry/outermost.ts'

/**
 * Goal: make a function fail before our own code runs, because a cloud writes the platform's words about that into its
 * log, and they repeat what was sent. Method: header values and methods that the platform refuses.
 */
const mark = 'marked-value'
const body = new Uint8Array(0)

it.each(['Zażółć', 'two\nlines', 'nothing\u0000', '\ud800', ' '.repeat(9), 'x'.repeat(100_000)])(
  'a header of ours with a value that cannot be one (%j) is not passed on, and nothing fails',
  (odd) => {
    for (const name of ['dpop', 'Safehand-Session', 'content-type']) {
      const request = requestOf({ method: 'POST', path: '/api/desk/sync', headers: [[name, odd + mark + odd]], body })
      expect(request.headers.get(name)).toBeNull()
    }
  },
)

it.each(['TRACE', 'CONNECT', 'OPTIONS', 'FO O', 'post', '', mark])(
  'a request with the method %j is answered like every call that there is not',
  async (method) => {
    const alarms: unknown[] = []
    const lambda = lambdaOf(
      answering(
        new Hono().post('/api/x', (c) => c.json({})),
        (trouble) => alarms.push(trouble),
      ),
    )
    const event = { rawPath: '/api/x', headers: { dpop: `Zażółć ${mark}` }, body: mark, isBase64Encoded: false }
    const answer = await lambda({ ...event, requestContext: { http: { method } } })
    expect(answer).toMatchObject({ statusCode: 400 })
    expect(JSON.stringify(answer)).not.toContain(mark)
    expect(alarms).toEqual([])
  },
)
