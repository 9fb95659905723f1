import { inspect } from 'node:util'
import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '../../crypto/digest.ts'
import { caseJournalOf, JournalKey, openEntry, openJournal, sealEntry } from '../../crypto/journal.ts'
import { type Act, type EntryStatement, foldCase } from '../../domain/clear/case.ts'
import { checkSealedEntry, hashOfSealedEntry, type SealedEntry } from '../../domain/journal.ts'
import { limits } from '../../domain/limits.ts'
import { entryClasses } from '../../domain/sizes.ts'
import { type Organisation, organise } from '../support/organisation.ts'
import { friday, type Person } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

const thread = '7d'.repeat(32)

let org: Organisation
let journal: string
beforeAll(async () => {
  org = await organise()
  journal = await caseJournalOf(thread)
})

async function opened(granted: readonly Person[]): Promise<{ key: JournalKey; entry: SealedEntry }> {
  const about = { journal, member: org.people.ada.id, roster: org.trusted, now: friday, excluded: [] }
  return await openJournal({ ...about, granted: granted.map((one) => one.id) }, org.people.ada.key)
}

async function follow(
  before: SealedEntry,
  act: Act,
  key: JournalKey,
  by: Person = org.people.ada,
): Promise<SealedEntry> {
  const previous = await hashOfSealedEntry(before, sha256)
  const place = { journal, position: before.position + 1, previous, member: by.id, roster: org.trusted, now: friday }
  return await sealEntry(act, place, key, by.key)
}

describe('a journal', () => {
  it('of a case is found by everybody who opened a tip of its source', async () => {
    expect(await caseJournalOf(thread)).toBe(await caseJournalOf(thread))
    expect(journal).toMatch(/^[0-9a-f]{32}$/)
    expect(journal).toBe('0fa1831969917a07dd9d7fc5284d73d6')
    expect(await caseJournalOf('7e'.repeat(32))).not.toBe(journal)
  })

  it('brings its key to those it grants and to nobody else', async () => {
    const { entry } = await opened([org.people.ada, org.people.grace])
    checkSealedEntry(entry, 'compat')
    expect(entry.grants).toHaveLength(limits.journalGrants * 96)
    const second = await follow(
      entry,
      { act: 'state', to: 'acknowledged', reason: '' },
      await keyOf(entry, org.people.ada),
    )
    for (const reader of [org.people.ada, org.people.grace]) {
      expect((await openEntry(second, await keyOf(entry, reader), org.trusted, friday)).act.act).toBe('state')
    }
    for (const reader of [org.people.lise, org.people.vera, org.people.mallory, org.people.ida]) {
      expect(await JournalKey.granted(entry, reader.key)).toBeNull()
    }
  })

  it('is not opened to an excluded member', async () => {
    const about = { journal, member: org.people.ada.id, roster: org.trusted, now: friday }
    const granted = [org.people.ada.id, org.people.grace.id]
    const refused = openJournal({ ...about, granted, excluded: [org.people.grace.id] }, org.people.ada.key)
    expect(await codeOf(() => refused)).toBe('excluded')
  })

  it('folds to the same case, whatever acts are sealed, opened and folded', async () => {
    const acts: fc.Arbitrary<Act> = fc.oneof(
      fc
        .constantFrom('acknowledged' as const, 'assessing' as const, 'referred' as const, 'closed' as const)
        .map((to) => ({
          act: 'state' as const,
          to,
          reason: 'because',
        })),
      fc.integer({ min: 0, max: 3 }).map((at) => ({
        act: 'attach' as const,
        submission: `0${at}`.repeat(32),
        source: 'aa'.repeat(20),
        sequence: at,
        nonce: `0${at}`.repeat(16),
        tip: 'cd'.repeat(32),
      })),
      fc.string({ minLength: 1, maxLength: 900 }).map((text) => ({
        act: 'reply' as const,
        sequence: 1,
        hash: 'ef'.repeat(32),
        parts: 1,
        text: text.toWellFormed(),
      })),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { maxLength: 6 }), async (told) => {
        const { key, entry } = await opened([org.people.ada])
        const chain = [entry]
        for (const act of told) {
          const last = chain[chain.length - 1]
          if (last !== undefined) chain.push(await follow(last, act, key))
        }
        for (const one of chain) checkSealedEntry(one, 'compat')
        const statements: EntryStatement[] = []
        for (const one of chain) statements.push(await openEntry(one, key, org.trusted, friday))
        expect(statements.slice(1).map((one) => one.act)).toEqual(told)
        expect(foldCase(statements)).toEqual(foldCase(statements.map((one) => structuredClone(one))))
        expect(foldCase(statements)?.history).toEqual(statements)
      }),
      { numRuns: 15 },
    )
  })

  it('has entries of three lengths only', async () => {
    const { key, entry } = await opened([org.people.ada])
    const lengths = new Set<number>()
    for (const length of [1, 500, 2000, 4000, 6000, 12_000]) {
      const act = { act: 'reply', sequence: 1, hash: 'ef'.repeat(32), parts: 1, text: 'x'.repeat(length) } as const
      lengths.add((await follow(entry, act, key)).body.length)
    }
    expect([...lengths]).toEqual([...entryClasses])
    const bomb = { act: 'reply', sequence: 1, hash: 'ef'.repeat(32), parts: 1, text: '\u0001'.repeat(12_000) } as const
    expect(await codeOf(() => follow(entry, bomb, key))).toBe('too-large')
  })

  it('does not believe an entry that was moved, renumbered or hung on another one', async () => {
    const { key, entry } = await opened([org.people.ada])
    const second = await follow(entry, { act: 'state', to: 'closed', reason: '' }, key)
    for (const moved of [
      { ...second, position: 2 },
      { ...second, previous: '00'.repeat(32) },
      { ...second, journal: '00'.repeat(16) },
      { ...second, grants: entry.grants },
      { ...second, body: entry.body },
    ]) {
      expect(await codeOf(() => openEntry(moved, key, org.trusted, friday))).toBe('bad-entry')
    }
  })

  it('does not believe an entry in the name of another, by an outsider, or by somebody who is no reviewer', async () => {
    const { key, entry } = await opened([org.people.ada])
    const act = { act: 'state', to: 'closed', reason: '' } as const
    const inGracesName = { ...org.people.ada, id: org.people.grace.id }
    for (const by of [org.people.mallory, org.people.harbourWatch, inGracesName]) {
      const forged = await follow(entry, act, key, by)
      expect(await codeOf(() => openEntry(forged, key, org.trusted, friday))).toBe('bad-entry')
    }
  })

  it('does not open with another key', async () => {
    const { entry } = await opened([org.people.ada])
    expect(await codeOf(() => openEntry(entry, JournalKey.make(), org.trusted, friday))).toBe('bad-entry')
  })

  it('keeps its key to itself when it is printed', async () => {
    const key = JournalKey.make()
    expect(JSON.stringify(key)).toBe('{}')
    expect(inspect(key, { depth: 9, showHidden: true })).toBe('JournalKey {}')
  })
})

async function keyOf(entry: SealedEntry, reader: Person): Promise<JournalKey> {
  const key = await JournalKey.granted(entry, reader.key)
  if (key === null) throw new Error('no grant for this reader')
  return key
}
