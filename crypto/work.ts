import type { Bytes } from '../domain/bytes.ts'
import { Refusal } from '../domain/refusal.ts'
import { attempt, hasZeroBits, puzzles, type Work } from '../domain/work.ts'
import { sha256 } from './digest.ts'

/**
 * Do the work of a submission.
 *
 * @param seed as `workSeed` makes it
 * @param bits zero bits that each of the puzzles needs
 * @param onProgress told how many puzzles are done, out of `puzzles`
 * @throws Refusal `try-again` in the unthinkable case that a puzzle has no answer
 */
export async function findWork(seed: Bytes, bits: number, onProgress?: (done: number) => void): Promise<Work> {
  const counters: number[] = []
  for (let puzzle = 0; puzzle < puzzles; puzzle++) {
    counters.push(await findCounter(seed, puzzle, bits))
    onProgress?.(puzzle + 1)
  }
  return counters
}

/** Digests asked for at once: enough to keep the platform's own threads busy, few enough to stop soon. */
const batch = 256
const counterMax = 0xffffffff

async function findCounter(seed: Bytes, puzzle: number, bits: number): Promise<number> {
  for (let from = 0; from + batch <= counterMax; from += batch) {
    const hashes = await Promise.all(Array.from({ length: batch }, (_, at) => sha256(attempt(seed, puzzle, from + at))))
    const found = hashes.findIndex((hash) => hasZeroBits(hash, bits))
    if (found !== -1) return from + found
  }
  throw new Refusal('try-again')
}
