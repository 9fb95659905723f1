import { type CaseBook, openCaseBook } from '../../client/desk/case-book.ts'
import { type DeskSession, signIn } from '../../client/desk/session.ts'
import { LiveDrops } from '../../client/drops.ts'
import { connect, type Portal } from '../../client/portal.ts'
import { type Conversation, readReplies } from '../../client/replies.ts'
import type { Draft } from '../../client/submit.ts'
import type { Person } from './people.ts'
import type { OpenPortal } from './portal.ts'

/** A client of this portal, as a fresh page or a fresh command line would be. */
export async function clientOf(portal: OpenPortal, fetch: OpenPortal['fetch'] = portal.fetch): Promise<Portal> {
  const trust = { origin: portal.origin, pin: portal.organisation.pin, minimumVersion: 1, site: null }
  return await connect(trust, { fetch, clock: portal.clock, pause: async () => {} })
}

export interface Seated {
  readonly session: DeskSession
  readonly book: CaseBook
}

/** A member at the desk, signed in, with an empty book. */
export async function seat(portal: OpenPortal, person: Person, fetch?: OpenPortal['fetch']): Promise<Seated> {
  const client = await clientOf(portal, fetch)
  const session = await signIn(client, person.key)
  return { session, book: await openCaseBook(client, person.key, session) }
}

/** What somebody who returns with the words reads. */
export async function repliesTo(portal: OpenPortal, words: string): Promise<Conversation> {
  const client = await clientOf(portal)
  return await readReplies(client, words, new LiveDrops(client))
}

/** A draft with nothing but a few words. */
export function draft(narrative: string, more: Partial<Draft> = {}): Draft {
  return { channel: 'electronics', narrative, answers: {}, language: null, excluded: [], ...more }
}
