import { limits } from '../../domain/limits.ts'
import type { ChannelView, DraftView, FileView, Refused, WantedFile } from './protocol.ts'

/** What stands in the form while it is written. */
export interface Draft {
  readonly channel: string | null
  readonly narrative: string
  readonly answers: Readonly<Record<string, string>>
  readonly excluded: readonly string[]
  /** Whether anyone must be left out, as it was answered. Only a returning source is made to answer it. */
  readonly leavesOut: 'nobody' | 'somebody' | null
  readonly files: readonly ChosenFile[]
}

/** A file in the form. */
export interface ChosenFile extends Omit<WantedFile, 'versions'> {
  /** What was found in it, or why it could not be read; `null` while it is looked into. */
  readonly seen: FileView | Refused | null
  /** What is to be sent of it. `null`: it cannot be cleaned, and nobody has said yet that it may go as it is. */
  readonly versions: WantedFile['versions'] | null
}

export const emptyDraft: Draft = { channel: null, narrative: '', answers: {}, excluded: [], leavesOut: null, files: [] }

/** A field of the form that is not right yet. The sentence to show stands in the catalogue. */
export interface Wrong {
  readonly field: 'channel' | 'narrative' | 'exclusions' | 'asked' | 'files'
  readonly says: 'channel' | 'narrative' | 'tooLong' | 'exclusions' | 'asked' | 'files'
}

/** Fewer characters than this are not a few words in any script. */
const narrativeLengthMin = 3

/** Whether anything was written that would be lost. */
export function isWorthKeeping(draft: Draft): boolean {
  return (
    draft.files.length > 0 ||
    draft.narrative.trim() !== '' ||
    Object.values(draft.answers).some((answer) => answer.trim() !== '')
  )
}

/** What is wrong with a draft, in the order of the form. */
export function checkDraft(draft: Draft, channels: readonly ChannelView[], mustAsk: boolean): readonly Wrong[] {
  const wrong: Wrong[] = []
  const channel = channels.find((one) => one.id === draft.channel)
  const length = draft.narrative.trim().length
  if (channel === undefined) wrong.push({ field: 'channel', says: 'channel' })
  if (length < narrativeLengthMin) wrong.push({ field: 'narrative', says: 'narrative' })
  if (length > limits.narrativeLengthMax) wrong.push({ field: 'narrative', says: 'tooLong' })
  if (draft.files.some((one) => one.versions === null)) wrong.push({ field: 'files', says: 'files' })
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
    files: draft.files.map(({ id, file, versions, keepsName }) => ({
      id,
      file,
      versions: versions ?? 'original',
      keepsName,
    })),
  }
}
