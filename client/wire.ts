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
  ): Promise<{ ok: boolean; body: Bytes }> => {
    try {
      const response = await fetch(origin + path, {
        ...uniform,
        ...init,
        signal: AbortSignal.timeout(limits.requestMs),
      })
      return { ok: response.status === 200, body: await readBounded(response, octetsMax) }
    } catch (trouble) {
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
      const init = {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: filled(printJson(request), octets),
      }
      const { ok, body } = await exchange(path, init, answerOctetsMax)
      const answer = parseAnswer(body)
      if (!ok) throw readError(answer)
      return answer
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
