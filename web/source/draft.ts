import { limits } from '../../domain/limits.ts'
import type { ChannelView, DraftView } from './protocol.ts'

/** What stands in the form while it is written. */
export interface Draft {
  readonly channel: string | null
  readonly narrative: string
  readonly answers: Readonly<Record<string, string>>
  readonly excluded: readonly string[]
  /** Whether anyone must be left out, as it was answered. Only a returning source is made to answer it. */
  readonly leavesOut: 'nobody' | 'somebody' | null
}

export const emptyDraft: Draft = { channel: null, narrative: '', answers: {}, excluded: [], leavesOut: null }

/** A field of the form that is not right yet. The sentence to show stands in the catalogue. */
export interface Wrong {
  readonly field: 'channel' | 'narrative' | 'exclusions' | 'asked'
  readonly says: 'channel' | 'narrative' | 'tooLong' | 'exclusions' | 'asked'
}

/** Fewer characters than this are not a few words in any script. */
const narrativeLengthMin = 3

/** Whether anything was written that would be lost. */
export function isWorthKeeping(draft: Draft): boolean {
  return draft.narrative.trim() !== '' || Object.values(draft.answers).some((answer) => answer.trim() !== '')
}

/** What is wrong with a draft, in the order of the form. */
export function checkDraft(draft: Draft, channels: readonly ChannelView[], mustAsk: boolean): readonly Wrong[] {
  const wrong: Wrong[] = []
  const channel = channels.find((one) => one.id === draft.channel)
  const length = draft.narrative.trim().length
  if (channel === undefined) wrong.push({ field: 'channel', says: 'channel' })
  if (length < narrativeLengthMin) wrong.push({ field: 'narrative', says: 'narrative' })
  if (length > limits.narrativeLengthMax) wrong.push({ field: 'narrative', says: 'tooLong' })
  if (mustAsk && draft.leavesOut === null) wrong.push({ field: 'asked', says: 'asked' })
  if (channel?.reviewers.every((one) => draft.excluded.includes(one.id)))
    wrong.push({ field: 'exclusions', says: 'exclusions' })
  return wrong
}

/** A draft that was checked, as it is sealed: empty answers are left out, exclusions are in a fixed order. */
export function finished(draft: Draft): DraftView {
  const answers = Object.entries(draft.answers).filter(([, answer]) => answer.trim() !== '')
  return {
    channel: draft.channel ?? '',
    narrative: draft.narrative.trim(),
    answers: Object.fromEntries(answers),
    excluded: [...new Set(draft.excluded)].sort(),
  }
}
