import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { pinOfRoster, verifyRoster, verifySuccessor } from '../../crypto/verify/roster.ts'
import { parseRosterFile, type Roster, type RosterFile } from '../../domain/roster.ts'
import { judge, type Organisation, organise, origin, successorJson } from '../support/organisation.ts'
import { friday, instance, newPerson, type Person } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

let org: Organisation
let stewards: Person[]
beforeAll(async () => {
  org = await organise()
  const more = await Promise.all(['olga', 'piet', 'rosa'].map((one) => newPerson(one, 'steward', instance)))
  stewards = [org.people.ida, org.people.noor, org.people.tomas, ...more]
})

describe('a chain of rosters', () => {
  it('leads from the pin to the newest version exactly when each was signed by enough stewards of the one before', async () => {
    const step = fc.record({
      // Who decides from this version on, how many of them are needed, and who of all stewards signs it.
      quorum: fc.subarray([0, 1, 2, 3, 4, 5], { minLength: 3 }),
      signers: fc.subarray([0, 1, 2, 3, 4, 5]),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async (steps) => {
        const chain: RosterFile[] = [org.file]
        let judges = { quorum: [0, 1, 2], threshold: 2 }
        let enough = true
        for (const { quorum, signers } of steps) {
          const before = chain[chain.length - 1]
          if (before === undefined) return
          enough &&= signers.filter((one) => judges.quorum.includes(one)).length >= judges.threshold
          judges = { quorum, threshold: quorum.length - 1 }
          const json = await successorJson(before, {
            change: (roster) => withStewards(roster, quorum.map(steward), judges.threshold),
            signers: () => signers.map(steward),
          })
          chain.push(parseRosterFile(json))
        }
        const judged = verifyRoster(chain, { pin: org.pin, origin, minimumVersion: 1 }, friday)
        if (enough) expect((await judged).roster.version).toBe(chain.length)
        else expect(await codeOf(() => judged)).toBe('roster-untrusted')
      }),
      { numRuns: 30 },
    )
  })

  it('may be left out while the pinned stewards and threshold still stand', async () => {
    const second = await successorJson(org.file)
    const third = await successorJson(parseRosterFile(second))
    expect((await judge([third], { pin: org.pin })).roster.version).toBe(3)
    const handed = await successorJson(org.file, { change: (one) => withStewards(one, stewards.slice(1, 4), 2) })
    expect(await codeOf(() => judge([handed], { pin: org.pin }))).toBe('roster-untrusted')
    expect((await judge([org.json, handed], { pin: org.pin })).roster.version).toBe(2)
  })

  it('gives the portal the same answer version by version', async () => {
    const second = parseRosterFile(await successorJson(org.file))
    const first = await verifySuccessor(null, org.file, friday)
    expect(first.hash).toBe(org.trusted.hash)
    expect((await verifySuccessor(first, second, friday)).roster.version).toBe(2)
    expect(await codeOf(() => verifySuccessor(null, second, friday))).toBe('roster-untrusted')
  })
})

describe('a verified roster', () => {
  it('hands out the certificates of its members and of nobody else', async () => {
    const ada = await org.trusted.certificateOf(org.people.ada.id)
    expect(ada.fingerprint).toBe(org.people.ada.key.fingerprint)
    expect(await org.trusted.recovery()).toBeNull()
    expect(await codeOf(() => org.trusted.certificateOf('00'.repeat(8)))).toBe('roster-unsound')
  })

  it('has the pin of its stewards, whoever else stands on it', async () => {
    const fewer = await organise({ change: (one) => ({ ...one, members: one.members.slice(0, 3) }) })
    expect(fewer.pin).toBe(org.pin)
    const other = await organise({ change: (one) => withStewards(one, stewards.slice(0, 4), 2) })
    expect(other.pin).not.toBe(org.pin)
    expect(await pinOfRoster(org.file)).toBe(org.pin)
  })
})

function steward(at: number): Person {
  const one = stewards[at]
  if (one === undefined) throw new Error('there are six')
  return one
}

function withStewards(roster: Roster, people: readonly Person[], threshold: number): Roster {
  return { ...roster, threshold, stewards: people.map(({ handle, certificate }) => ({ handle, certificate })) }
}
