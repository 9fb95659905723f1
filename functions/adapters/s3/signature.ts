import { createHash, createHmac } from 'node:crypto'
import type { Instant } from '../../../domain/day.ts'

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
}

/** A request to S3 before it is signed. `path` is encoded already; nothing of ours has a query. */
export interface Unsigned {
  readonly method: 'GET' | 'PUT' | 'DELETE'
  readonly host: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array
}

/**
 * The headers of a signed request, by AWS Signature Version 4 with the payload's hash. Written out here because S3 is
 * used for three verbs only, and its client would be larger than all the rest of a function.
 */
export function signedHeaders(
  request: Unsigned,
  by: Credentials,
  region: string,
  at: Instant,
): Readonly<Record<string, string>> {
  const time = new Date(at).toISOString().replace(/[:-]|\.\d{3}/g, '')
  const payload = sha256(request.body)
  const headers: Record<string, string> = {
    ...request.headers,
    host: request.host,
    'x-amz-content-sha256': payload,
    'x-amz-date': time,
    ...(by.sessionToken === undefined ? {} : { 'x-amz-security-token': by.sessionToken }),
  }
  const names = Object.keys(headers).sort()
  const listed = names.join(';')
  const lines = names.map((name) => `${name}:${(headers[name] ?? '').trim()}\n`).join('')
  const canonical = [request.method, request.path, '', lines, listed, payload].join('\n')
  const scope = `${time.slice(0, 8)}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', time, scope, sha256(canonical)].join('\n')
  const key = scope
    .split('/')
    .reduce<Buffer>((secret, part) => hmac(secret, part), Buffer.from(`AWS4${by.secretAccessKey}`))
  const signature = hmac(key, toSign).toString('hex')
  const authorization = `AWS4-HMAC-SHA256 Credential=${by.accessKeyId}/${scope},SignedHeaders=${listed},Signature=${signature}`
  return { ...headers, authorization }
}

function sha256(octets: string | Uint8Array): string {
  return createHash('sha256').update(octets).digest('hex')
}

function hmac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
