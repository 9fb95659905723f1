import { Hono } from 'hono'
import { describe, expect, it } from 'vitest'
import { answerOf, Refusal, type RefusalCode, refusals } from '../../../domain/refusal.ts'
import { siteHeaders } from '../../../domain/site-headers.ts'
import { jsonClasses } from '../../../domain/sizes.ts'
import { answering } from '../../../functions/entry/answer.ts'

const codes = Object.keys(refusals) as RefusalCode[]

function throwing(trouble: unknown, alarms: unknown[] = []) {
  const routes = new Hono().post('/api/call', () => {
    throw trouble
  })
  return answering(routes, (one) => alarms.push(one))
}

const call = () => new Request('http://portal.invalid/api/call', { method: 'POST', body: '{}' })

describe('an answer', () => {
  it.each(codes)('of the refusal %s has its status, its sentence and a class length', async (code) => {
    const answer = await throwing(new Refusal(code))(call())
    const text = await answer.text()
    expect(answer.status).toBe(refusals[code].status)
    expect(JSON.parse(text)).toEqual(answerOf(new Refusal(code)))
    expect(jsonClasses).toContain(Buffer.byteLength(text))
    expect(Object.fromEntries(answer.headers)).toEqual({
      ...siteHeaders,
      'content-type': 'application/json',
      'cache-control': 'no-store',
    })
  })

  it('to a bug says only to try again, and raises the alarm', async () => {
    const alarms: unknown[] = []
    const bug = new TypeError('MARK: what somebody wrote')
    const text = await (await throwing(bug, alarms)(call())).text()
    expect(text).not.toContain('MARK')
    expect(JSON.parse(text)).toEqual(answerOf(new Refusal('try-again')))
    expect(alarms).toEqual([bug])
  })

  it('to a call that does not exist is a refusal like any other', async () => {
    const answer = await throwing(new Refusal('malformed'))(new Request('http://portal.invalid/api/other'))
    expect(answer.status).toBe(400)
    expect((await answer.text()).length).toBe(jsonClasses[0])
  })

  it.each(jsonClasses.slice(0, 5))(
    'of %i octets keeps its length, and one octet more takes the next class',
    async (size) => {
      const shell = JSON.stringify({ text: '' }).length
      for (const extra of [0, 1]) {
        const routes = new Hono().post('/api/call', (c) => c.json({ text: 'x'.repeat(size - shell + extra) }))
        const text = await (await answering(routes, () => {})(call())).text()
        expect(text.length).toBe(extra === 0 ? size : jsonClasses[jsonClasses.indexOf(size) + 1])
      }
    },
  )
})
