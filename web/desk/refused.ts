import { Said } from './line.ts'
import type { Refused } from './protocol.ts'
import type { Words } from './words/en.ts'

/** What is shown for anything that a question to the worker threw. */
export function refusedOf(thrown: unknown, words: Words): Refused {
  return thrown instanceof Said ? thrown.refused : { code: 'bug', says: words.trouble.bug }
}
