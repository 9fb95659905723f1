import { jsonClasses } from '../../domain/sizes.ts'
import { chunkRequestSizes } from '../../domain/upload.ts'

/**
 * The outermost line. What comes from outside is cut down here to what our code may know, before any of it runs:
 * no address, no agent, no language, no cookie, no host, no query, no time of the edge in front of us.
 */

/** A request as it comes from a server or a cloud. */
export interface Outside {
  readonly method: string
  /** What was asked for: a path, perhaps with a query, which is cut off. */
  readonly path: string
  readonly headers: Iterable<readonly [name: string, value: string]>
  readonly body: Uint8Array<ArrayBuffer>
}

/** Every header that passes. */
const passed: ReadonlySet<string> = new Set(['content-type', 'safehand-session', 'dpop'])

/** What stands in the place of whatever host was asked for; which origins are ours, the roster says. */
const noOrigin = 'http://portal.invalid'

/** The one path on which requests are longer than any JSON of ours. */
export const chunkPath = '/api/intake/chunks'

const jsonBytesMax = Math.max(...jsonClasses.filter((one) => one <= 2 << 20))
const chunkBytesMax = Math.max(...chunkRequestSizes)

/** No request of ours is longer. Of a longer one this much and one octet is read, which is enough to refuse it. */
export function requestBytesMax(path: string): number {
  return path === chunkPath ? chunkBytesMax : jsonBytesMax
}

/** The request that our code sees. Whatever is no `POST` calls nothing of ours, so all of it is one `GET`. */
export function requestOf({ method, path, headers, body }: Outside): Request {
  const allowed = [...headers]
    .map(([name, value]): [string, string] => [name.toLowerCase(), value])
    .filter(([name, value]) => passed.has(name) && plainValue.test(value))
  if (method !== 'POST') return new Request(noOrigin + pathOf(path), { headers: allowed })
  return new Request(noOrigin + pathOf(path), { method, headers: allowed, body })
}

/**
 * What any of our headers looks like. The platform refuses some values aloud and repeats them, and a cloud would write
 * that into its log, so they do not come that far.
 */
const plainValue = /^[\x21-\x7e](?:[\x20-\x7e]{0,4094}[\x21-\x7e])?$/

/** The path that was asked for and nothing around it; `/` for anything that is not a path. */
export function pathOf(asked: string): string {
  const path = asked.split(/[?#]/, 1)[0] ?? '/'
  return /^\/[\x21-\x7e]{0,512}$/.test(path) ? path : '/'
}
