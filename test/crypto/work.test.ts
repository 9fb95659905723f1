import { describe, expect, it } from 'vitest'
import { sha256 } from '../../crypto/digest.ts'
import { findWork } from '../../crypto/work.ts'
import { addDays, dayOf } from '../../domain/day.ts'
import { puzzles, workSeed, worksFor } from '../../domain/work.ts'
import { friday } from '../support/people.ts'

const rosterHash = 'aa'.repeat(32)
const recordHash = 'bb'.repeat(32)
const today = dayOf(friday)
const bits = 6

describe('the work of a submission', () => {
  it('is found, told puzzle by puzzle, and accepted', async () => {
    const told: number[] = []
    const work = await findWork(await workSeed(rosterHash, today, recordHash, sha256), bits, (done) => told.push(done))
    expect(work).toHaveLength(puzzles)
    expect(told).toEqual(Array.from({ length: puzzles }, (_, at) => at + 1))
    expect(await worksFor({ rosterHash, recordHash, today, bits }, work, sha256)).toBe(true)
  })

  it('fits a clock that is a day off either way, and no more', async () => {
    for (const [offset, fits] of [
      [-2, false],
      [-1, true],
      [0, true],
      [1, true],
      [2, false],
    ] as const) {
      const seed = await workSeed(rosterHash, addDays(today, offset), recordHash, sha256)
      const work = await findWork(seed, bits)
      expect(await worksFor({ rosterHash, recordHash, today, bits }, work, sha256)).toBe(fits)
    }
  })

  it('fits no other record, no other roster and no more bits', async () => {
    const work = await findWork(await workSeed(rosterHash, today, recordHash, sha256), bits)
    for (const other of [{ recordHash: rosterHash }, { rosterHash: recordHash }, { bits: 20 }]) {
      expect(await worksFor({ rosterHash, recordHash, today, bits, ...other }, work, sha256)).toBe(false)
    }
    expect(await worksFor({ rosterHash, recordHash, today, bits }, work.slice(1), sha256)).toBe(false)
    expect(await worksFor({ rosterHash, recordHash, today, bits }, [...work].reverse(), sha256)).toBe(false)
  })
})
