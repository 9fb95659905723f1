import { type Bytes, concat, type Sha256 } from './bytes.ts'
import { canonicalBytes } from './canonical.ts'
import { addDays, type Day } from './day.ts'
import * as f from './fields.ts'

/**
 * Proof of work: a small cost for each submission, the same for everybody, instead of a riddle for people.
 * It is `puzzles` independent hashcash puzzles over one seed. Many small ones take the same work as one large one, but
 * an unlucky draw no longer keeps a frightened person waiting five times as long.
 */
export const puzzles = 16

/** One counter for each puzzle, below 2^32. */
export type Work = readonly number[]

export const readWork: f.Read<Work> = (value, path) => {
  const counters = f.list(f.integer(0, 0xffffffff), puzzles)(value, path)
  return counters
}

/** The bits that are asked for: what the portal wishes, within what the roster allows it. */
export function bitsWithin(bounds: { readonly floor: number; readonly ceiling: number }, wished: number): number {
  return Math.min(bounds.ceiling, Math.max(bounds.floor, wished))
}

/** What the work is bound to: this record, this roster, this day. The client sends no day; intake tries three. */
export async function workSeed(rosterHash: string, day: Day, recordHash: string, sha256: Sha256): Promise<Bytes> {
  return await sha256(canonicalBytes({ context: 'work', day, record: recordHash, roster: rosterHash }))
}

/** The 37 octets whose hash must begin with zeros: seed, number of the puzzle, counter. */
export function attempt(seed: Bytes, puzzle: number, counter: number): Bytes {
  const tail = new Uint8Array(5)
  tail[0] = puzzle
  new DataView(tail.buffer).setUint32(1, counter)
  return concat(seed, tail)
}

/** Whether a hash begins with at least so many zero bits. */
export function hasZeroBits(hash: Uint8Array, bits: number): boolean {
  const whole = bits >> 3
  for (let at = 0; at < whole; at++) if (hash[at] !== 0) return false
  const rest = bits & 7
  return rest === 0 || (hash[whole] ?? 0xff) >> (8 - rest) === 0
}

/** Whether the work fits a record, for yesterday, today or tomorrow. */
export async function worksFor(
  about: { readonly rosterHash: string; readonly recordHash: string; readonly today: Day; readonly bits: number },
  work: Work,
  sha256: Sha256,
): Promise<boolean> {
  const seedOf = async (day: Day) => await workSeed(about.rosterHash, day, about.recordHash, sha256)
  return await worksOnSomeDay(seedOf, { today: about.today, bits: about.bits }, work, sha256)
}

/** Whether the work fits the seed of yesterday, today or tomorrow: nobody's clock has to be right to the hour. */
export async function worksOnSomeDay(
  seedOf: (day: Day) => Promise<Bytes>,
  asked: { readonly today: Day; readonly bits: number },
  work: Work,
  sha256: Sha256,
): Promise<boolean> {
  for (const offset of [0, -1, 1]) {
    if (await fits(await seedOf(addDays(asked.today, offset)), asked.bits, work, sha256)) return true
  }
  return false
}

async function fits(seed: Bytes, bits: number, work: Work, sha256: Sha256): Promise<boolean> {
  if (work.length !== puzzles) return false
  for (const [puzzle, counter] of work.entries()) {
    if (!hasZeroBits(await sha256(attempt(seed, puzzle, counter)), bits)) return false
  }
  return true
}
