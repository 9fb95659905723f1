import { expect, it } from 'vitest'
import { toHex } from '../../../domain/bytes.ts'
import { addDays } from '../../../domain/day.ts'
import { limits } from '../../../domain/limits.ts'
import { insist } from '../../support/ground.ts'
import { octets } from '../../support/kept.ts'
import type { Contract } from './contract.ts'

const aRecord = () => toHex(octets(32))

export const foreignNumbersContract: Contract = (ground) => {
  it('gives a record the number again that it has, on a full day too, and no day gives more than its numbers', async () => {
    const { parts, today } = ground()
    const { foreignNumbers } = parts
    const first = aRecord()
    expect(await insist(() => foreignNumbers.take(today(), first))).toBe(true)
    let taken = 1
    let refused = 0
    for (let sent = 0; sent < limits.foreignPerDay * 2; sent += 32) {
      const some = Array.from({ length: 32 }, aRecord)
      const answers = await Promise.all(some.map((one) => insist(() => foreignNumbers.take(today(), one))))
      taken += answers.filter(Boolean).length
      refused += answers.filter((one) => !one).length
    }
    expect(taken).toBeLessThanOrEqual(limits.foreignPerDay)
    expect(taken).toBeGreaterThan(limits.foreignPerDay * 0.9)
    expect(refused).toBeGreaterThan(limits.foreignPerDay * 0.9)
    expect(await insist(() => foreignNumbers.take(today(), first))).toBe(true)
    expect(await insist(() => foreignNumbers.take(addDays(today(), 1), aRecord()))).toBe(true)
  })

  it('counts a record once, however often it comes at the same time', async () => {
    const { parts, today } = ground()
    const day = addDays(today(), 2)
    const record = aRecord()
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => insist(() => parts.foreignNumbers.take(day, record))),
    )
    expect(answers).toEqual(Array.from({ length: 8 }, () => true))
  })
}
