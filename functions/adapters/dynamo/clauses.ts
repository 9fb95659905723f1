import type { Condition } from './store.ts'

/** The conditions of our writes, by what they mean. */

/** Nothing stands here yet. */
export const isNew: Condition = { says: 'attribute_not_exists(#pk)', names: ['pk'] }

/** Something stands here. */
export const stands: Condition = { says: 'attribute_exists(#pk)', names: ['pk'] }

/** Nobody has written since we looked; version 0 means that nothing stood here. */
export function unchangedSince(version: number): Condition {
  if (version === 0) return isNew
  return { says: '#version = :seen', names: ['version'], values: { seen: version } }
}

/** The keys still hang on this epoch. */
export function hangsOn(epoch: string): Condition {
  return { says: '#epoch = :from', names: ['epoch'], values: { from: epoch } }
}
