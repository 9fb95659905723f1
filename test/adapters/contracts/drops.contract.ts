import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { expect, it } from 'vitest'
import { type Bytes, toHex } from '../../../domain/bytes.ts'
import { addDays } from '../../../domain/day.ts'
import { dropBytes, splitDrop } from '../../../domain/drop.ts'
import { limits } from '../../../domain/limits.ts'
import { slotBytes } from '../../../domain/sizes.ts'
import type { assemble } from '../../../functions/adapters/assemble.ts'
import { type Ground, insist } from '../../support/ground.ts'
import { anAllowance, octets } from '../../support/kept.ts'
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
        await insist(() => parts.slots.keep(slots, toHex(slots[0] as Bytes), addDays(today(), 30), anAllowance()))
    }
    await Promise.all([1, 2].map(() => publishAll(parts, today())))
    const published = await slotsFrom(parts, before)
    expect(published.filter((one) => kept.includes(one)).sort()).toEqual([...kept].sort())
    expect(await insist(() => parts.drops.waiting())).toBe(false)
  })

  it('publishes nothing again when a batch comes again after its publication', async () => {
    const { parts, today } = ground()
    const slots = aBatch()
    const keep = () => insist(() => parts.slots.keep(slots, 'batch', addDays(today(), 30), anAllowance()))
    await keep()
    await publishAll(parts, today())
    await keep()
    expect(await insist(() => parts.drops.waiting())).toBe(false)
  })

  it('keeps no more of one member on a day than the allowance says, takes others and the next day, counts no batch twice', async () => {
    const { parts, today, pass, newClient, tables } = ground()
    const mine = anAllowance(2)
    const keep = (batch: readonly Bytes[], allowance = mine) =>
      insist(() => parts.slots.keep(batch, toHex(batch[0] as Bytes), addDays(today(), 30), allowance))
    const [first, second, third] = [aBatch(), aBatch(), aBatch()]
    await keep(first)
    await keep(first)
    await keep(second)
    await expect(keep(third)).rejects.toMatchObject({ code: 'enough-today' })
    // What was kept is known, also without an allowance; what was not kept left nothing behind.
    await keep(first)
    await keep(third, anAllowance(2))
    const before = await insist(() => parts.drops.next())
    await publishAll(parts, today())
    const published = await slotsFrom(parts, before)
    expect(published.filter((one) => third.map(toHex).includes(one))).toHaveLength(third.length)
    pass(1)
    await keep(aBatch())
    // Who posted how much is gone with the day after.
    pass(1)
    while ((await insist(() => parts.expiry.eraseDue(today()))) > 0);
    const client = newClient()
    const { Items = [] } = await client.send(new ScanCommand({ TableName: tables.content }))
    client.destroy()
    expect(Items.filter((row) => row.count !== undefined)).toEqual([])
    await publishAll(parts, today())
  })

  it('draws from all that waits, also from what stands behind more than one look takes in', async () => {
    const { parts, today, newClient, tables } = ground()
    // A client of its own, without weather.
    const client = newClient()
    for (let batch = 0; batch < 32; batch++) {
      const slots = aBatch()
      await insist(() => parts.slots.keep(slots, toHex(slots[0] as Bytes), addDays(today(), 30), anAllowance()))
    }
    const looked = limits.waitingSlotsMax / limits.outboxShards
    let fromBehind = 0
    for (let drop = 0; drop < 12; drop++) {
      const waiting = await slotsWaiting(client, tables.content)
      const behind = waiting.flatMap((shard) => shard.slice(looked))
      const number = await makeOne(parts, today(), () => octets(slotBytes))
      const made = splitDrop((await insist(() => parts.drops.find(number))) ?? octets(0)).map(toHex)
      fromBehind += made.filter((one) => behind.includes(one)).length
    }
    client.destroy()
    expect(fromBehind).toBeGreaterThan(0)
    await publishAll(parts, today())
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

/** Waiting slots, in hexadecimal, shard by shard in the order of their names. */
async function slotsWaiting(client: ReturnType<Ground['newClient']>, TableName: string): Promise<string[][]> {
  const { Items = [] } = await client.send(new ScanCommand({ TableName }))
  const shards = new Map<string, [string, string][]>()
  for (const { pk, sk, slot } of Items) {
    const shard = pk?.S ?? ''
    if (shard.startsWith('SLOT#'))
      shards.set(shard, [...(shards.get(shard) ?? []), [sk?.S ?? '', toHex(new Uint8Array(slot?.B ?? []))]])
  }
  return [...shards.values()].map((rows) => rows.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, slot]) => slot))
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
