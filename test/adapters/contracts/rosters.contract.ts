import { expect, it } from 'vitest'
import { insist } from '../../support/ground.ts'
import type { Contract } from './contract.ts'

export const rostersContract: Contract = (ground) => {
  it('keeps versions one after another, for ever, and switches when they are published', async () => {
    const { parts, today } = ground()
    const { rosters } = parts
    const roster = (version: number, json = `{"version":${version},"name":"Škoda"}`) => ({
      version,
      json,
      day: today(),
    })
    const keep = (one: ReturnType<typeof roster>) => insist(() => rosters.keep(one))
    const refused = (one: ReturnType<typeof roster>) =>
      expect(keep(one)).rejects.toMatchObject({ code: 'roster-rolled-back' })

    expect(await insist(() => rosters.newest())).toBeNull()
    expect(await insist(() => rosters.published())).toBeNull()
    await refused(roster(2))
    await keep(roster(1))
    await keep(roster(1))
    await refused(roster(1, '{"version":1,"other":true}'))
    await refused(roster(3))
    // Longer than an item of the database may be.
    const large = roster(2, `{"version":2,"long":"${'x'.repeat(900_000)}"}`)
    await keep(large)
    await keep(large)
    await refused(roster(1, '{"late":true}'))

    expect(await insist(() => rosters.newest())).toEqual(large)
    expect(await insist(() => rosters.find(1))).toEqual(roster(1))
    expect(await insist(() => rosters.find(2))).toEqual(large)
    expect(await insist(() => rosters.find(3))).toBeNull()

    expect(await insist(() => rosters.published())).toBeNull()
    await insist(() => rosters.markPublished(1))
    expect(await insist(() => rosters.published())).toEqual(roster(1))
    await insist(() => rosters.markPublished(2))
    await insist(() => rosters.markPublished(1))
    await insist(() => rosters.markPublished(3))
    expect(await insist(() => rosters.published())).toEqual(large)
  })

  it('lets exactly one of two different next versions at once win', async () => {
    const { parts, today } = ground()
    const { rosters } = parts
    const newest = (await insist(() => rosters.newest()))?.version ?? 0
    const rivals = ['one', 'two', 'three'].map((name) => ({ version: newest + 1, json: `"${name}"`, day: today() }))
    const results = await Promise.allSettled(rivals.map((one) => insist(() => rosters.keep(one))))
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    const winner = rivals[results.findIndex((one) => one.status === 'fulfilled')]
    expect(await insist(() => rosters.newest())).toEqual(winner)
  })
}
