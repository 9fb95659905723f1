import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Published } from '../ports/blobs.ts'
import type { Answering } from './answer.ts'
import { chunkPath, pathOf, requestBytesMax, requestOf } from './outermost.ts'
import { answerPublished, isPublished } from './published.ts'
import { type Encoding, notFound, type Site } from './site.ts'
import { Turns } from './turns.ts'

/** What a server has to give. */
export interface Front {
  readonly api: Answering
  readonly site: Site
  readonly published: Pick<Published, 'get'>
}

/** Chunks that are read and kept at once: with 4 MiB each, a flood of them takes no memory that a tip needs. */
const chunksAtOnce = 24

/** A chunk of 4 MiB over a very slow circuit, after it waited for its turn. */
const requestMs = 600_000

/** An HTTP server that lets nothing through but what `outermost.ts` names, and adds nothing of its own. */
export function serverOf(front: Front): Server {
  const turns = new Turns(chunksAtOnce)
  return createServer({ keepAliveTimeout: 60_000, requestTimeout: requestMs }, (incoming, outgoing) => {
    outgoing.sendDate = false
    const answering = async () => await send(await answerTo(incoming, front), incoming, outgoing)
    // A chunk that waits has not been read: it lies on the sender's side.
    const answered = pathOf(incoming.url ?? '/') === chunkPath ? turns.take(answering) : answering()
    answered
      // The circuit broke: there is nobody left to answer.
      .catch(() => outgoing.destroy())
  })
}

async function answerTo(incoming: IncomingMessage, { api, site, published }: Front): Promise<Response> {
  const method = incoming.method ?? 'GET'
  const path = pathOf(incoming.url ?? '/')
  if (path.startsWith('/api/')) {
    return await api(
      requestOf({ method, path, headers: headersOf(incoming), body: await bodyOf(incoming, requestBytesMax(path)) }),
    )
  }
  if (method !== 'GET' && method !== 'HEAD') return notFound()
  if (isPublished(path)) return await answerPublished(path, published, encodingsOf(incoming))
  return site.answer(path, encodingsOf(incoming))
}

function headersOf({ rawHeaders }: IncomingMessage): (readonly [string, string])[] {
  return Array.from({ length: rawHeaders.length / 2 }, (_, at) => [
    rawHeaders[2 * at] ?? '',
    rawHeaders[2 * at + 1] ?? '',
  ])
}

/** The body, or the first octets of one that is longer than any of ours. */
async function bodyOf(incoming: IncomingMessage, bytesMax: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Buffer[] = []
  let length = 0
  for await (const piece of incoming as AsyncIterable<Buffer>) {
    pieces.push(piece)
    length += piece.length
    if (length > bytesMax) break
  }
  return new Uint8Array(Buffer.concat(pieces))
}

/** The compressed forms that a browser says it takes, whatever it likes best. */
function encodingsOf({ headers }: IncomingMessage): Encoding[] {
  const said = String(headers['accept-encoding'] ?? '')
  return (['br', 'gzip'] as const).filter((one) => new RegExp(`\\b${one}\\b`).test(said))
}

async function send(answer: Response, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const octets = Buffer.from(await answer.arrayBuffer())
  for (const [name, value] of answer.headers) outgoing.setHeader(name, value)
  outgoing.setHeader('content-length', octets.length)
  // What is still on its way of a request that was refused is not waited for.
  if (!incoming.complete) outgoing.setHeader('connection', 'close')
  outgoing.writeHead(answer.status)
  outgoing.end(incoming.method === 'HEAD' ? undefined : octets)
}
