import { type Bytes, fromUtf8, toUtf8 } from '../domain/bytes.ts'
import type { Instant } from '../domain/day.ts'
import { readSealedEntry, type SealedEntry } from '../domain/journal.ts'
import { limits } from '../domain/limits.ts'
import { printJson } from '../domain/print.ts'
import { isRefusalCode, Refusal } from '../domain/refusal.ts'
import { type RosterFile, readRosterFile } from '../domain/roster.ts'
import { jsonClasses, jsonClassOf } from '../domain/sizes.ts'

/** What a client needs from the place it runs in: a browser's worker, Node, or a test. */
export interface Surroundings {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly clock: () => Instant
  /** Wait so many milliseconds. Left out: a timer of the platform. */
  readonly pause?: (milliseconds: number) => Promise<void>
}

/** A refusal that the portal answered, with what some of them carry. */
export class Answered extends Refusal {
  /** With `roster-changed`: the new roster. It is not verified yet. */
  readonly roster: RosterFile | null
  /** With `journal-moved`: the entry that stands there now. */
  readonly winner: SealedEntry | null

  constructor(refusal: Refusal, roster: RosterFile | null, winner: SealedEntry | null) {
    super(refusal.code, refusal.message)
    this.roster = roster
    this.winner = winner
  }
}

/** Requests to one origin. Every one looks like every other: nothing is cached, nothing is sent along. */
export interface Wire {
  /**
   * Send JSON, filled up with spaces to `octets` or else to its class, and read the JSON answer.
   *
   * @throws Answered with the portal's own code
   * @throws Refusal `try-again` for anything that is not an answer of ours: no network, an error page, a time-out
   */
  post(path: string, request: object, options?: PostOptions): Promise<unknown>
  /**
   * Send octets as they are and read the JSON answer. For chunks, which take long on a slow line.
   *
   * @throws as `post`; Refusal `stopped` when the signal says so
   */
  postOctets(path: string, octets: Bytes, signal?: AbortSignal): Promise<unknown>
  /** Send JSON as `post` and read octets of a known length. @throws as `post` */
  postForOctets(path: string, request: object, exactly: number, options?: PostOptions): Promise<Bytes>
  /** The text of a published file, at most so many octets. @throws Refusal `try-again` */
  text(path: string, octetsMax: number): Promise<string>
  /** The octets of a published file of a known length. @throws Refusal `try-again` */
  octets(path: string, exactly: number): Promise<Bytes>
}

export interface PostOptions {
  /** Exact length of the request; left out: the smallest of the JSON classes. */
  readonly octets?: number
  readonly headers?: Readonly<Record<string, string>>
}

export function wireTo(origin: string, { fetch }: Pick<Surroundings, 'fetch'>): Wire {
  const exchange = async (
    path: string,
    init: RequestInit,
    octetsMax: number,
    patienceMs: number = limits.requestMs,
  ): Promise<{ ok: boolean; body: Bytes }> => {
    try {
      const response = await fetch(origin + path, {
        ...uniform,
        ...init,
        signal: AbortSignal.any([AbortSignal.timeout(patienceMs), ...(init.signal ? [init.signal] : [])]),
      })
      return { ok: response.status === 200, body: await readBounded(response, octetsMax) }
    } catch (trouble) {
      if (init.signal?.aborted === true) throw new Refusal('stopped')
      // The platform's own words would name addresses; whoever reads ours needs none.
      throw trouble instanceof Refusal ? trouble : new Refusal('try-again')
    }
  }
  const published = async (path: string, octetsMax: number): Promise<Bytes> => {
    const { ok, body } = await exchange(path, { method: 'GET' }, octetsMax)
    if (!ok) throw new Refusal('try-again')
    return body
  }
  return {
    async post(path, request, { octets, headers } = {}) {
      const { ok, body } = await exchange(path, jsonPost(filled(printJson(request), octets), headers), answerOctetsMax)
      return answered(ok, body)
    },
    async postOctets(path, octets, signal) {
      const init = { method: 'POST', headers: { 'content-type': 'application/octet-stream' }, body: octets }
      const stoppable = signal === undefined ? init : { ...init, signal }
      const { ok, body } = await exchange(path, stoppable, answerOctetsMax, limits.chunkMs)
      return answered(ok, body)
    },
    async postForOctets(path, request, exactly, { octets, headers } = {}) {
      const init = jsonPost(filled(printJson(request), octets), headers)
      const { ok, body } = await exchange(path, init, Math.max(exactly, answerOctetsMax), limits.chunkMs)
      if (!ok) answered(ok, body)
      if (body.length !== exactly) throw new Refusal('try-again')
      return body
    },
    async text(path, octetsMax) {
      const text = fromUtf8(await published(path, octetsMax))
      if (text === null) throw new Refusal('try-again')
      return text
    },
    async octets(path, exactly) {
      const body = await published(path, exactly)
      if (body.length !== exactly) throw new Refusal('try-again')
      return body
    },
  }
}

/** A cached file or a conditional request would tell the portal that somebody was here before. */
const uniform: RequestInit = {
  cache: 'no-store',
  credentials: 'omit',
  redirect: 'error',
  referrerPolicy: 'no-referrer',
}

const answerOctetsMax = jsonClasses[jsonClasses.length - 1] ?? 0

function jsonPost(body: Bytes, headers: PostOptions['headers']): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body }
}

/** The JSON of an answer. @throws Answered */
function answered(ok: boolean, body: Bytes): unknown {
  const answer = parseAnswer(body)
  if (!ok) throw readError(answer)
  return answer
}

function filled(json: string, octets?: number): Bytes {
  const text = toUtf8(json)
  const wanted = octets ?? jsonClassOf(text.length)
  if (wanted === null || text.length > wanted) throw new Refusal('too-large')
  const body = new Uint8Array(wanted).fill(0x20)
  body.set(text)
  return body
}

/** Everything of a body, unless it is longer than agreed: then nothing of it. */
async function readBounded(response: Response, octetsMax: number): Promise<Bytes> {
  if (response.body === null) return new Uint8Array(0)
  const pieces: Uint8Array[] = []
  let length = 0
  const reader = response.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    length += value.length
    if (length > octetsMax) {
      await reader.cancel()
      throw new Refusal('try-again')
    }
    pieces.push(value)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

function parseAnswer(body: Bytes): unknown {
  const text = fromUtf8(body)
  try {
    return JSON.parse(text ?? '')
  } catch {
    throw new Refusal('try-again')
  }
}

function readError(answer: unknown): Refusal {
  const error = (answer as { error?: { code?: unknown; message?: unknown; roster?: unknown; winner?: unknown } } | null)
    ?.error
  if (!isRefusalCode(error?.code)) return new Refusal('try-again')
  // The sentence is ours, by code: what a server writes is never shown as if we had said it.
  const refusal = new Refusal(error.code)
  const roster = error.code === 'roster-changed' ? readRosterFile(error.roster, 'error.roster') : null
  const winner = error.code === 'journal-moved' ? readSealedEntry(error.winner, 'error.winner') : null
  return new Answered(refusal, roster, winner)
}
