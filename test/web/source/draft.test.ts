import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '../../../domain/limits.ts'
import { checkDraft, type Draft, emptyDraft, finished, isWorthKeeping } from '../../../web/source/draft.ts'
import type { ChannelView } from '../../../web/source/protocol.ts'

const channels: readonly ChannelView[] = [
  {
    id: 'electronics',
    names: { en: 'Electronics' },
    reviewers: [
      { id: 'a', handle: 'ada' },
      { id: 'g', handle: 'grace' },
    ],
  },
]

const written: Draft = { ...emptyDraft, channel: 'electronics', narrative: 'A crate without a sender.' }

describe('a draft', () => {
  it('needs a subject and a few words, and nothing else', () => {
    expect(checkDraft(written, channels, false)).toEqual([])
    expect(checkDraft(emptyDraft, channels, false).map((one) => one.field)).toEqual(['channel', 'narrative'])
  })

  it('is not sound when it is written in blanks only', () => {
    expect(checkDraft({ ...written, narrative: ' \n\t  ' }, channels, false)).toEqual([
      { field: 'narrative', says: 'narrative' },
    ])
  })

  it('says so when it is longer than one tip can be', () => {
    const narrative = 'x'.repeat(limits.narrativeLengthMax + 1)
    expect(checkDraft({ ...written, narrative }, channels, false)).toEqual([{ field: 'narrative', says: 'tooLong' }])
  })

  it('leaves at least one reviewer to open it', () => {
    expect(checkDraft({ ...written, excluded: ['a'] }, channels, false)).toEqual([])
    expect(checkDraft({ ...written, excluded: ['a', 'g'] }, channels, false)).toEqual([
      { field: 'exclusions', says: 'exclusions' },
    ])
  })

  it('cannot go out while it is open whom to leave out, where that has to be asked', () => {
    expect(checkDraft(written, channels, true)).toEqual([{ field: 'asked', says: 'asked' }])
    expect(checkDraft({ ...written, leavesOut: 'nobody' }, channels, true)).toEqual([])
  })

  it('is not sent to a subject that the roster does not have', () => {
    expect(checkDraft({ ...written, channel: 'gone' }, channels, false)).toEqual([
      { field: 'channel', says: 'channel' },
    ])
  })

  it('is worth a warning before the page goes as soon as anything was written', () => {
    expect(isWorthKeeping(emptyDraft)).toBe(false)
    expect(isWorthKeeping({ ...emptyDraft, channel: 'electronics' })).toBe(false)
    expect(isWorthKeeping({ ...emptyDraft, answers: { where: 'The port' } })).toBe(true)
    expect(isWorthKeeping(written)).toBe(true)
  })

  it('is sealed the same way however its answers and exclusions were entered', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), fc.string(), (ids, blank) => {
        const there = finished({
          ...written,
          excluded: ids,
          answers: { where: 'Here', when: blank.replace(/\S/g, ' ') },
        })
        const back = finished({ ...written, excluded: [...ids].reverse(), answers: { where: 'Here' } })
        expect(there).toEqual(back)
      }),
    )
  })
})
