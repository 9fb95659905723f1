import { Hono } from 'hono'
import { padded } from '../../domain/print.ts'
import { answerOf, Refusal, refusals } from '../../domain/refusal.ts'
import { keepFor, siteHeaders } from '../../domain/site-headers.ts'
import { jsonClassOf } from '../../domain/sizes.ts'

/** Answers a request, whatever happens. */
export type Answering = (request: Request) => Promise<Response>

/** Told of what should not have happened. */
export type Alarm = (trouble: unknown) => void

/**
 * Put the last layer around the routes of a function: refusals become answers of the closed list, bugs become
 * `try-again` and one line of log, and every answer is filled up to its class and gets the same headers.
 */
export function answering(routes: Hono, alarm: Alarm): Answering {
  const app = new Hono()
    .route('/', routes)
    .notFound((c) => refused(c, new Refusal('malformed', 'There is no such call.')))
    .onError((trouble, c) => {
      if (trouble instanceof Refusal) return refused(c, trouble)
      alarm(trouble)
      return refused(c, new Refusal('try-again'))
    })
  return async (request) => await filledUp(await app.fetch(request))
}

/** What a function writes of a bug: that there was one. Words and traces of it might hold what somebody sent. */
export function bugLine(name: string): Alarm {
  return () => {
    process.stderr.write(`${JSON.stringify({ code: 'bug', function: name })}\n`)
  }
}

function refused(c: { json: (answer: object, status: 400 | 401 | 409 | 413 | 422 | 429) => Response }, why: Refusal) {
  return c.json(answerOf(why), refusals[why.code].status)
}

/** The same answer with one of the exact lengths; pages ignore spaces at their end as JSON does. A chunk has one already. */
async function filledUp(answer: Response): Promise<Response> {
  if (answer.headers.get('content-type') === octetStream) {
    return new Response(answer.body, { headers: { ...answerHeaders, 'content-type': octetStream } })
  }
  const text = await answer.text()
  const type = answer.headers.get('content-type') ?? ''
  const headers = type.startsWith('text/') ? { ...answerHeaders, 'content-type': type } : answerHeaders
  const octets = Buffer.byteLength(text)
  const wanted = jsonClassOf(octets)
  if (wanted === null) return await filledUp(Response.json(answerOf(new Refusal('too-large')), { status: 413 }))
  return new Response(padded(text, octets, wanted), { status: answer.status, headers })
}

const octetStream = 'application/octet-stream'
const answerHeaders = { ...siteHeaders, 'content-type': 'application/json', 'cache-control': keepFor.nothing }
