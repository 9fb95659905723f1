import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Act,
  type CaseState,
  caseStates,
  checkTransition,
  type EntryStatement,
  foldCase,
  nextStates,
  readEntryStatement,
} from '../../domain/clear/case.ts'
import { dayOf } from '../../domain/day.ts'
import { friday, instance } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

const ada = 'ada0000000000001'
const grace = '9face00000000002'
const lise = '115e000000000003'

function entry(position: number, act: Act, member = ada): EntryStatement {
  return {
    context: 'entry',
    format: 'safehand-entry/1',
    instance,
    journal: '01'.repeat(16),
    position,
    previous: position === 0 ? null : 'ab'.repeat(32),
    member,
    day: dayOf(friday),
    roster: 'cd'.repeat(32),
    act,
  }
}

const opening: Act = { act: 'open', granted: [ada, grace] }

function told(...acts: (Act | [Act, string])[]): EntryStatement[] {
  return [opening, ...acts].map((one, at) => (Array.isArray(one) ? entry(at, one[0], one[1]) : entry(at, one)))
}

function attach(fields: Partial<Extract<Act, { act: 'attach' }>> = {}): Act {
  return {
    act: 'attach',
    submission: '11'.repeat(32),
    source: '22'.repeat(20),
    sequence: 5,
    nonce: '33'.repeat(16),
    tip: '44'.repeat(32),
    ...fields,
  }
}

const state = (to: CaseState): Act => ({ act: 'state', to, reason: 'because' })

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom(...caseStates).map(state),
  fc.record({ at: fc.nat(3), by: fc.nat(1) }).map(({ at, by }) =>
    attach({
      submission: `0${at}`.repeat(32),
      sequence: at % 2,
      nonce: `0${at}`.repeat(16),
      source: `0${by}`.repeat(20),
    }),
  ),
  fc.subarray([ada, grace, lise]).map((granted) => ({ act: 'open' as const, granted })),
  fc.constant<Act>({ act: 'reply', sequence: 1, hash: '55'.repeat(32), parts: 1, text: 'hello' }),
)
const anyEntries = fc
  .array(fc.tuple(anyAct, fc.constantFrom(ada, grace, lise)), { maxLength: 20 })
  .map((acts) => told(...acts))

describe('a case', () => {
  it('does not exist before its journal is opened', () => {
    expect(foldCase([])).toBeNull()
    expect(foldCase([entry(0, state('closed'))])).toBeNull()
  })

  it('keeps every entry in its history, whatever happens', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        expect(foldCase(entries)?.history).toEqual(entries)
      }),
    )
  })

  it('moves only along the table, and says so when somebody tries otherwise', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...caseStates), { maxLength: 12 }), (wishes) => {
        let now: CaseState = 'received'
        let illegal = 0
        for (const wish of wishes) {
          if (nextStates[now].includes(wish)) now = wish
          else illegal++
        }
        const folded = foldCase(told(...wishes.map(state)))
        expect(folded?.state).toBe(now)
        expect(folded?.alarms.filter((one) => one.code === 'illegal-transition')).toHaveLength(illegal)
      }),
    )
  })

  it('can always be closed, and a closed one taken up again', () => {
    for (const from of caseStates) if (from !== 'closed') checkTransition(from, 'closed')
    checkTransition('closed', 'assessing')
  })

  it('refuses a step that the table does not have', async () => {
    for (const from of caseStates) {
      for (const to of caseStates) {
        if (!nextStates[from].includes(to)) {
          expect(await codeOf(() => checkTransition(from, to))).toBe('illegal-transition')
        }
      }
    }
  })

  it('holds each submission once and at most one source', () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        const folded = foldCase(entries)
        const ids = folded?.submissions.map((one) => one.submission) ?? []
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
    const two = foldCase(told(attach(), attach({ submission: '12'.repeat(32), source: '99'.repeat(20) })))
    expect(two?.submissions).toHaveLength(1)
    expect(two?.source).toBe('22'.repeat(20))
    expect(two?.alarms).toEqual([{ code: 'changed-source-key', position: 2 }])
  })

  it('does not mind that two reviewers attach the same submission', () => {
    const folded = foldCase(told(attach(), [attach(), grace]))
    expect([folded?.submissions.length, folded?.alarms.length]).toEqual([1, 0])
  })

  it('shows a copied nonce and a copied sequence, and keeps the tip', () => {
    const nonce = foldCase(told(attach(), attach({ submission: '12'.repeat(32), sequence: 6 })))
    expect(nonce?.alarms).toEqual([{ code: 'copied-nonce', position: 2 }])
    expect(nonce?.submissions).toHaveLength(2)
    const sequence = foldCase(told(attach(), attach({ submission: '12'.repeat(32), nonce: '34'.repeat(16) })))
    expect(sequence?.alarms).toEqual([{ code: 'copied-sequence', position: 2 }])
  })

  it('believes nobody who was not granted its key before', () => {
    const folded = foldCase(
      told([state('closed'), lise], [{ act: 'open', granted: [ada, lise] }, ada], [state('closed'), lise]),
    )
    expect(folded?.alarms).toEqual([{ code: 'not-a-member', position: 1 }])
    expect(folded?.state).toBe('closed')
    const withdrawn = foldCase(told({ act: 'open', granted: [ada] }, [state('closed'), grace]))
    expect(withdrawn?.alarms).toEqual([{ code: 'not-a-member', position: 2 }])
  })

  it('is told the same by its beginning and its rest as by the whole', () => {
    fc.assert(
      fc.property(anyEntries, fc.nat(20), (entries, cut) => {
        const before = foldCase(entries.slice(0, 1 + (cut % entries.length)))
        const after = foldCase(entries)
        expect(after?.alarms.slice(0, before?.alarms.length)).toEqual(before?.alarms)
        expect(after?.history.slice(0, before?.history.length)).toEqual(before?.history)
      }),
    )
  })

  it('has entries that are read as they were written, and no others', async () => {
    fc.assert(
      fc.property(anyEntries, (entries) => {
        for (const one of entries) expect(readEntryStatement(JSON.parse(JSON.stringify(one)), 'entry')).toEqual(one)
      }),
    )
    const good = entry(0, opening)
    for (const wrong of [
      { ...good, context: 'tip' },
      { ...good, position: -1 },
      { ...good, act: { act: 'erase' } },
      { ...good, act: null },
      { ...good, act: { ...opening, more: 1 } },
      { ...good, member: 'ADA0000000000001' },
    ]) {
      expect(await codeOf(() => readEntryStatement(wrong, 'entry'))).toBe('malformed')
    }
  })
})
