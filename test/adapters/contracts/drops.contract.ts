import { expect, it } from 'vitest'
import { type Bytes, toHex } from '../../../domain/bytes.ts'
import { addDays } from '../../../domain/day.ts'
import { dropBytes, splitDrop } from '../../../domain/drop.ts'
import { slotBytes } from '../../../domain/sizes.ts'
import type { assemble } from '../../../functions/adapters/assemble.ts'
import { insist } from '../../support/ground.ts'
import { octets } from '../../support/kept.ts'
import type { Contract } from './contract.ts'

type Parts = ReturnType<typeof assemble>

export const dropsContract: Contract = (ground) => {
  it('publishes every slot of every batch once, however many publish at once', async () => {
    const { parts, today } = ground()
    const before = await insist(() => parts.drops.next())
    const kept: string[] = []
    for (let batch = 0; batch < 5; batch++) {
      const slots = aBatch()
      kept.push(...slots.map(toHex))
      // The same batch twice is one act, before its publication …
      for (const _ of [1, 2])
        await insist(() => parts.slots.keep(slots, toHex(slots[0] as Bytes), addDays(today(), 30)))
    }
    await Promise.all([1, 2].map(() => publishAll(parts, today())))
    const published = await slotsFrom(parts, before)
    expect(published.filter((one) => kept.includes(one)).sort()).toEqual([...kept].sort())
    expect(await insist(() => parts.drops.waiting())).toBe(false)
  })

  it('publishes nothing again when a batch comes again after its publication', async () => {
    const { parts, today } = ground()
    const slots = aBatch()
    const keep = () => insist(() => parts.slots.keep(slots, 'batch', addDays(today(), 30)))
    await keep()
    await publishAll(parts, today())
    await keep()
    expect(await insist(() => parts.drops.waiting())).toBe(false)
  })

  it('fills a drop up, numbers drops densely and counts them by day', async () => {
    const { parts, today } = ground()
    const before = await insist(() => parts.drops.next())
    const countBefore = await insist(() => parts.drops.madeOn(today()))
    const filling = octets(slotBytes)
    const number = await makeOne(parts, today(), () => filling)
    // Whoever was told to try again may have made a drop all the same; that too has its number and is counted.
    const next = await insist(() => parts.drops.next())
    expect(number).toBe(next - 1)
    expect(number).toBeGreaterThanOrEqual(before)
    expect(await insist(() => parts.drops.madeOn(today()))).toBe(countBefore + next - before)
    expect(await insist(() => parts.drops.madeOn(addDays(today(), 1)))).toBe(0)
    for (let one = before; one < next; one++) {
      const drop = await insist(() => parts.drops.find(one))
      expect(drop?.length).toBe(dropBytes)
      expect(splitDrop(drop ?? octets(0)).map(toHex)).toEqual(Array.from({ length: 4 }, () => toHex(filling)))
    }
    expect(await insist(() => parts.drops.find(next))).toBeNull()
  })
}

export function aBatch(): Bytes[] {
  return Array.from({ length: 4 }, () => octets(slotBytes))
}

export async function publishAll(parts: Parts, today: ReturnType<typeof addDays>): Promise<void> {
  while (await insist(() => parts.drops.waiting())) await insist(() => parts.drops.make(today, () => octets(slotBytes)))
}

/** All slots, in hexadecimal, of the drops from a number on. */
export async function slotsFrom(parts: Parts, first: number): Promise<string[]> {
  const found: string[] = []
  const next = await insist(() => parts.drops.next())
  for (let number = first; number < next; number++) {
    const drop = await insist(() => parts.drops.find(number))
    found.push(...splitDrop(drop ?? octets(0)).map(toHex))
  }
  return found
}

async function makeOne(parts: Parts, today: ReturnType<typeof addDays>, fill: () => Bytes): Promise<number> {
  for (;;) {
    const number = await insist(() => parts.drops.make(today, fill))
    if (number !== null) return number
  }
}
