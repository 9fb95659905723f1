import { type Bytes, concat, toBase64Url, toUtf8 } from '../../domain/bytes.ts'
import { type Day, dayOf } from '../../domain/day.ts'
import { type ChannelId, hashOf, recordOf, type SubmissionRecord } from '../../domain/record.ts'
import type { Roster } from '../../domain/roster.ts'
import { type BodyClass, bodyClasses, submissionRequestBytes } from '../../domain/sizes.ts'
import { attempt, hasZeroBits, puzzles, type Work, workSeed } from '../../domain/work.ts'
import { nodeSha256 as sha256 } from '../../functions/entry/platform.ts'
import { shapedEnvelope } from './shapes.ts'

/** A submission as it goes over the wire, and what it says. */
export interface Sent {
  readonly octets: Bytes
  readonly record: SubmissionRecord
  readonly recordHash: string
  readonly envelope: { readonly grants: readonly Bytes[]; readonly body: Bytes }
}

export interface SubmissionOptions {
  readonly channel?: ChannelId
  readonly envelope?: { readonly grants: readonly Bytes[]; readonly body: Bytes }
  readonly bodyClass?: BodyClass
  readonly bits?: number
  readonly uploads?: readonly string[]
  readonly now?: number
  /** Fields to put over the right ones. */
  readonly fields?: Readonly<Record<string, unknown>>
  /** Length of the request; left out: the one of the body's class. */
  readonly length?: number
}

/** A sound submission request for a roster, unless the options break it. */
export async function submission(roster: Roster, document: object, options: SubmissionOptions = {}): Promise<Sent> {
  const { bodyClass = bodyClasses[0], bits = roster.policy.workBits.floor, now = Date.now(), uploads = [] } = options
  const envelope = options.envelope ?? shapedEnvelope(roster.policy.grants, bodyClass)
  const channel = options.channel ?? roster.channels[0]?.id ?? ''
  const about = { instance: roster.instance, channel, uploads, roster: roster.version }
  const record = await recordOf(envelope, about, sha256)
  const recordHash = await hashOf(record, sha256)
  const request = {
    channel,
    roster: roster.version,
    envelope: toBase64Url(concat(...envelope.grants, envelope.body)),
    uploads,
    work: await findWork({ rosterHash: await hashOf(document, sha256), recordHash, day: dayOf(now), bits }),
    ...options.fields,
  }
  return { octets: spaced(request, options.length ?? submissionRequestBytes(bodyClass)), record, recordHash, envelope }
}

/** JSON filled up with spaces to a length; longer than it, it stays as it is. */
export function spaced(request: unknown, length: number): Bytes {
  const text = JSON.stringify(request)
  return toUtf8(text + ' '.repeat(Math.max(0, length - Buffer.byteLength(text))))
}

async function findWork(about: { rosterHash: string; recordHash: string; day: Day; bits: number }): Promise<Work> {
  const seed = await workSeed(about.rosterHash, about.day, about.recordHash, sha256)
  const counters: number[] = []
  for (let puzzle = 0; puzzle < puzzles; puzzle++) {
    let counter = 0
    while (!hasZeroBits(await sha256(attempt(seed, puzzle, counter)), about.bits)) counter++
    counters.push(counter)
  }
  return counters
}
