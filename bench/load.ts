import { Agent, request } from 'node:http'

export interface Load {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly bodies: readonly Uint8Array[]
  /** Requests under way at any time. */
  readonly atOnce: number
}

export interface Loaded {
  readonly accepted: number
  /** Answers other than 200, by what they said, and broken connections. */
  readonly errors: ReadonlyMap<string, number>
  readonly seconds: number
}

/** Post every body once, so many at a time, over connections that are kept open. */
export async function load({ url, headers, bodies, atOnce }: Load): Promise<Loaded> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const errors = new Map<string, number>()
  let accepted = 0
  let next = 0
  const worker = async () => {
    for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) {
      const trouble = await post(agent, url, headers, body)
      if (trouble === null) accepted++
      else errors.set(trouble, (errors.get(trouble) ?? 0) + 1)
    }
  }
  const begun = performance.now()
  await Promise.all(Array.from({ length: atOnce }, worker))
  const seconds = (performance.now() - begun) / 1000
  agent.destroy()
  return { accepted, errors, seconds }
}

/** `null` when it was accepted, else what was said. */
function post(agent: Agent, url: string, headers: Load['headers'], body: Uint8Array): Promise<string | null> {
  return new Promise((resolve) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { ...headers, 'content-length': body.length } },
      (answer) => {
        const pieces: Buffer[] = []
        answer.on('data', (piece: Buffer) => pieces.push(piece))
        answer.on('end', () => {
          const text = () => Buffer.concat(pieces).toString('utf8').trim().slice(0, 120)
          resolve(answer.statusCode === 200 ? null : `${answer.statusCode} ${text()}`)
        })
        answer.on('error', (error) => resolve(error.message))
      },
    )
    sent.on('error', (error) => resolve(error.message))
    sent.end(body)
  })
}
