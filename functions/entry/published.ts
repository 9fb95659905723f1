import { hash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { keepFor, policyWithForm, siteHeaders } from '../../domain/site-headers.ts'
import type { Published } from '../ports/blobs.ts'
import { type Encoding, notFound } from './site.ts'

/** The page with a form for people without scripts, in any language: the only one that may send a form. */
const elsewhereForm = /^\/[a-z]{2}(?:-[a-z]{2,4})?\/sealed-elsewhere\/$/

/** Every public file that changes while the portal runs, and how long a browser may keep it. */
const published = [
  { form: /^\/roster\.json$/, type: 'application/json', keep: keepFor.minute },
  { form: /^\/roster\/[1-9]\d{0,9}\.json$/, type: 'application/json', keep: keepFor.ever },
  { form: /^\/drops\/index\.json$/, type: 'application/json', keep: keepFor.minute },
  { form: /^\/drops\/(?:0|[1-9]\d{0,12})$/, type: 'application/octet-stream', keep: keepFor.ever },
  { form: /^\/work\.json$/, type: 'application/json', keep: keepFor.minute },
  { form: /^\/keys\/[a-z][a-z-]{1,31}\.asc$/, type: 'text/plain; charset=utf-8', keep: keepFor.minute },
  { form: elsewhereForm, type: 'text/html; charset=utf-8', keep: keepFor.minute, policy: policyWithForm },
] as const

/** Whether a path is one of a published file. */
export function isPublished(path: string): boolean {
  return published.some((one) => one.form.test(path))
}

/** The published file of a path. What is text goes compressed: it says the same to all. */
export async function answerPublished(
  path: string,
  files: Pick<Published, 'get'>,
  accepted: readonly Encoding[] = [],
): Promise<Response> {
  const kind = published.find((one) => one.form.test(path))
  const octets = kind === undefined ? null : await files.get(path.endsWith('/') ? `${path}index.html` : path)
  if (kind === undefined || octets === null) return notFound()
  const policy = 'policy' in kind ? { 'content-security-policy': kind.policy } : {}
  const headers = { ...siteHeaders, ...policy, 'content-type': kind.type, 'cache-control': kind.keep }
  const encoding = octets.length < compressFrom ? undefined : accepted[0]
  if (encoding === undefined || kind.type === 'application/octet-stream') return new Response(octets, { headers })
  const encoded = { ...headers, 'content-encoding': encoding, vary: 'accept-encoding' }
  return new Response(compressed(octets, encoding), { headers: encoded })
}

/** Below this a header says more than compression saves. */
const compressFrom = 1024

/** What was compressed last, so that a roster or a page is compressed once and not for every visitor. */
const recent = new Map<string, Uint8Array<ArrayBuffer>>()
const recentMax = 32

function compressed(octets: Uint8Array<ArrayBuffer>, encoding: Encoding): Uint8Array<ArrayBuffer> {
  const name = `${encoding} ${hash('sha256', octets)}`
  const known = recent.get(name)
  if (known !== undefined) return known
  const made = new Uint8Array(encoding === 'br' ? brotliCompressSync(octets, quick) : gzipSync(octets))
  const [oldest] = recent.keys()
  if (recent.size >= recentMax && oldest !== undefined) recent.delete(oldest)
  recent.set(name, made)
  return made
}

/** The highest quality would keep everybody waiting for seconds over the largest roster. */
const quick = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }
