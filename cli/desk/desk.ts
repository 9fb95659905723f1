import { type BookedCase, type CaseBook, openCaseBook } from '../../client/desk/case-book.ts'
import { type DeskSession, signIn } from '../../client/desk/session.ts'
import type { Portal } from '../../client/portal.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Given, Terminal } from '../command.ts'
import { keyOf, keyOptions } from '../keys.ts'
import { portalOf, portalOptions } from '../portal.ts'

/** Options of every command of the desk. */
export const deskOptions = { ...portalOptions, ...keyOptions } as const
export const deskUsage = '--url U --key KEY --key-passphrase-file F [--pin PIN]'

export interface AtDesk {
  readonly portal: Portal
  readonly session: DeskSession
  readonly book: CaseBook
}

/** Sign in, fetch and open everything, act, sign out again whatever happens. */
export async function atDesk<T>(given: Given, terminal: Terminal, act: (desk: AtDesk) => Promise<T>): Promise<T> {
  const key = await keyOf(given)
  const portal = await portalOf(given, terminal)
  const session = await signIn(portal, key)
  try {
    const book = await openCaseBook(portal, key, session)
    await book.sync()
    return await act({ portal, session, book })
  } finally {
    await session.end()
  }
}

/**
 * The case that a journal, a submission, or the first digits of either name.
 *
 * @throws Refusal `usage` when none or more than one is meant
 */
export function caseNamed(book: CaseBook, name: string): BookedCase {
  if (!/^[0-9a-f]{6,64}$/.test(name)) throw new Refusal('usage', 'name a case by at least six digits of its id')
  const meant = book.cases.filter(
    (one) =>
      one.journal.startsWith(name) || [...one.tips, ...one.foreign].some((text) => text.submission.startsWith(name)),
  )
  const [found, ...more] = meant
  if (found === undefined) throw new Refusal('usage', 'no case that you can open begins with these digits')
  if (more.length > 0) throw new Refusal('usage', 'more than one case begins with these digits; give more of them')
  return found
}
