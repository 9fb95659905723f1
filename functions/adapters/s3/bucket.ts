import type { Bytes } from '../../../domain/bytes.ts'
import type { Clock } from '../../ports/platform.ts'
import { type Patience, persist } from '../dynamo/retry.ts'
import { type Credentials, signedHeaders, type Unsigned } from './signature.ts'

/** Where a bucket is and who speaks to it. */
export interface BucketPlace {
  readonly name: string
  readonly region: string
  readonly credentials: () => Promise<Credentials>
  readonly clock: Clock
  readonly patience: Patience
  /** Another S3 than AWS's, as `http://host:port`. */
  readonly endpoint?: string
}

/** A bucket of S3, in the three verbs that we need. */
export class Bucket {
  readonly #place: BucketPlace

  constructor(place: BucketPlace) {
    this.#place = place
  }

  async get(key: string): Promise<Bytes | null> {
    const answer = await this.#ask('GET', key)
    return answer.status === 404 ? null : answer.octets
  }

  /** @returns whether it was written; `once`, an object that stands there stays as it is */
  async put(key: string, octets: Bytes, how: { readonly once: boolean; readonly type: string }): Promise<boolean> {
    const headers = { 'content-type': how.type, ...(how.once ? { 'if-none-match': '*' } : {}) }
    return (await this.#ask('PUT', key, octets, headers)).status !== 412
  }

  async erase(key: string): Promise<void> {
    await this.#ask('DELETE', key)
  }

  async #ask(
    method: Unsigned['method'],
    key: string,
    body: Bytes = new Uint8Array(0),
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly status: number; readonly octets: Bytes }> {
    const { name, region, credentials, clock, patience, endpoint } = this.#place
    const origin = endpoint ?? `https://${name}.s3.${region}.amazonaws.com`
    const path = `${endpoint === undefined ? '' : `/${name}`}/${encoded(key)}`
    return await persist(async () => {
      const unsigned = { method, host: new URL(origin).host, path, headers, body }
      const signed = signedHeaders(unsigned, await credentials(), region, clock())
      return await exchange(origin + path, {
        method,
        headers: signed,
        ...(method === 'PUT' ? { body } : {}),
        redirect: 'error',
        signal: AbortSignal.timeout(answerMsMax),
      })
    }, patience)
  }
}

const answerMsMax = 10_000

/** What S3 answers when all is well, or when something is missing or stands there already. */
const expected: ReadonlySet<number> = new Set([200, 204, 404, 412])

async function exchange(url: string, init: RequestInit): Promise<{ status: number; octets: Bytes }> {
  const answer = await fetch(url, init).catch(() => {
    throw weather('NetworkingError')
  })
  const octets = new Uint8Array(
    await answer.arrayBuffer().catch(() => {
      throw weather('NetworkingError')
    }),
  )
  // 409: two wrote the same object at once. Both may try again.
  if (answer.status >= 500 || answer.status === 429 || answer.status === 409) throw weather('ServiceUnavailable')
  if (!expected.has(answer.status)) throw new Error(`the bucket answered ${answer.status}`)
  return { status: answer.status, octets }
}

/** An error that passes by itself: see `persist`. */
function weather(name: string): Error {
  return Object.assign(new Error('the bucket is busy or out of reach'), { name })
}

/** Each part of a key as S3 wants it in a path: everything but letters, digits and `-_.~` in per cent. */
function encoded(key: string): string {
  const part = (text: string) =>
    encodeURIComponent(text).replace(/[!'()*]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`)
  return key.split('/').map(part).join('/')
}
