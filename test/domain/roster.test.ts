import { beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../crypto/digest.ts'
import { addDays } from '../../domain/day.ts'
import { limits } from '../../domain/limits.ts'
import { plain } from '../../domain/print.ts'
import { believedUntil, type Member, parseRosterFile, pinOf, type Roster, reviewersOf } from '../../domain/roster.ts'
import { member, usualRoster } from '../support/organisation.ts'
import { everybody, instance, type People } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

let people: People
let usual: Roster
beforeAll(async () => {
  people = await everybody()
  usual = usualRoster(people)
})

function parsed(roster: object): Roster {
  return parseRosterFile(JSON.stringify(plain({ roster, signatures: [] }))).roster
}

describe('a roster', () => {
  it('is read as it was written', () => {
    expect(parsed(usual)).toEqual(usual)
  })

  it('is refused when it breaks one of its own rules', async () => {
    const [ada, grace, lise] = usual.members
    if (ada === undefined || grace === undefined || lise === undefined) throw new Error('three reviewers')
    const crowd = (count: number): Member[] =>
      Array.from({ length: count }, (_, at) => ({
        ...ada,
        id: (at + 16).toString(16).padStart(16, '0'),
        handle: `reviewer-${at}`,
      }))
    const breaches: Readonly<Record<string, Partial<Roster>>> = {
      'two stewards': { stewards: usual.stewards.slice(0, 2), threshold: 1 },
      'one steward decides': { threshold: 1 },
      'every steward is needed': { threshold: 3 },
      'no address': { origins: [] },
      'it expires before it was issued': { expires: addDays(usual.issued, -1) },
      'a handle twice': { members: [...usual.members, { ...ada, id: '00'.repeat(8) }] },
      'a steward’s handle on a member': { members: [...usual.members, member(people.ida, 'auditor', [])] },
      'an id twice': { members: [...usual.members, { ...ada, handle: 'ada-again' }] },
      'a channel twice': { channels: [...usual.channels, ...usual.channels.slice(0, 1)] },
      'a channel without a reviewer': { channels: [...usual.channels, { id: 'finance', names: { en: 'Finance' } }] },
      'a channel without an English name': { channels: usual.channels.map((one) => ({ ...one, names: { fr: 'X' } })) },
      'a member of a channel that does not exist': { channels: usual.channels.slice(0, 2) },
      'a member twice in a channel': {
        members: [{ ...ada, channels: ['electronics', 'electronics'] }, grace, lise],
      },
      'more reviewers than a journal has grants': { members: [...crowd(limits.channelReviewersMax + 1), lise] },
      'a panel that does not fit': { policy: { ...usual.policy, panel: 7 } },
      'no room for the recovery key': {
        policy: { ...usual.policy, panel: 6 },
        keys: { ...usual.keys, recovery: ada.certificate },
      },
      'work that asks for more than its ceiling': { policy: { ...usual.policy, workBits: { floor: 9, ceiling: 8 } } },
      'a second version without a first': { version: 2 },
      'a first version with one before it': { previous: '00'.repeat(32) },
    }
    for (const [breach, fields] of Object.entries(breaches)) {
      expect([breach, await codeOf(() => parsed({ ...usual, ...fields }))]).toEqual([breach, 'roster-unsound'])
    }
  })

  it('is refused when a field has the wrong form', async () => {
    const wrong: Partial<Record<keyof Roster, unknown>>[] = [
      { context: 'tip' },
      { format: 'safehand-roster/2' },
      { instance: 'abc' },
      { version: 0 },
      { origins: ['http://portal.example'] },
      { origins: ['https://portal.example/'] },
      { origins: ['http://aaaa.onion'] },
      { issued: 'yesterday' },
      { policy: { ...usual.policy, slotsPerDrop: 5 } },
      { policy: { ...usual.policy, grants: 17 } },
      { policy: { ...usual.policy, workBits: { floor: 0, ceiling: 99 } } },
      { members: [{ ...usual.members[0], handle: 'Ada Lovelace' }] },
      { members: [{ ...usual.members[0], role: 'steward' }] },
    ]
    for (const fields of wrong) expect(await codeOf(() => parsed({ ...usual, ...fields }))).toBe('malformed')
    expect(await codeOf(() => parsed({ ...usual, more: 1 }))).toBe('malformed')
    expect(await codeOf(() => parseRosterFile('x'))).toBe('malformed')
    expect(await codeOf(() => parseRosterFile(' '.repeat(limits.rosterTextMax + 1)))).toBe('too-large')
  })

  it('takes the addresses that a portal may have', () => {
    const origins = ['https://portal.example', 'https://portal.example:8443', `http://${'a'.repeat(56)}.onion`]
    expect(parsed({ ...usual, origins }).origins).toEqual(origins)
  })

  it('is believed as long as it says, and never longer than a hundred days', () => {
    expect(believedUntil({ ...usual, expires: addDays(usual.issued, 30) })).toBe(addDays(usual.issued, 30))
    expect(believedUntil({ ...usual, expires: addDays(usual.issued, 500) })).toBe(addDays(usual.issued, 100))
  })

  it('lists the reviewers of a channel and nobody else', () => {
    expect(reviewersOf(usual, 'electronics').map((one) => one.handle)).toEqual(['ada', 'grace', 'lise'])
    expect(reviewersOf(usual, 'nuclear').map((one) => one.handle)).toEqual(['lise'])
    expect(reviewersOf(usual, 'gardening')).toEqual([])
  })
})

describe('a pin', () => {
  it('names instance, threshold and stewards, in whatever order they stand', async () => {
    const trust = { instance, threshold: 2, fingerprints: ['aa', 'bb', 'cc'] }
    const pin = await pinOf(trust, sha256)
    expect(await pinOf({ ...trust, fingerprints: ['cc', 'aa', 'bb'] }, sha256)).toBe(pin)
    for (const other of [
      { instance: '00'.repeat(16) },
      { threshold: 3 },
      { fingerprints: ['aa', 'bb'] },
      { fingerprints: ['aa', 'bb', 'cd'] },
    ]) {
      expect(await pinOf({ ...trust, ...other }, sha256)).not.toBe(pin)
    }
  })
})
