import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reply } from '../../client/desk/acts.ts'
import { type CaseBook, openCaseBook } from '../../client/desk/case-book.ts'
import { signIn } from '../../client/desk/session.ts'
import { connect } from '../../client/portal.ts'
import { buildSite } from '../../web/build.ts'
import { type Organisation, organise } from '../support/organisation.ts'
import type { Person } from '../support/people.ts'
import { type OpenPortal, openPortal, type PortalOptions } from '../support/portal.ts'

export interface ServedPortal extends OpenPortal {
  /** The desk of a reviewer, without a browser. */
  readonly deskOf: (person: Person) => Promise<CaseBook>
}

/** A portal on a port of this machine, with the built site of its organisation. */
export async function servePortal(options: Omit<PortalOptions, 'http' | 'siteDir'> = {}): Promise<ServedPortal> {
  const folder = await mkdtemp(join(tmpdir(), 'site-'))
  const { pin }: Organisation = await organise()
  await buildSite({ pin, minimumVersion: 1, out: join(folder, 'site') })
  const portal = await openPortal({ ...options, http: true, siteDir: join(folder, 'site') })
  return {
    ...portal,
    async deskOf(person) {
      const trust = { origin: portal.origin, pin, minimumVersion: 1, site: null }
      const client = await connect(trust, { fetch, clock: portal.clock })
      return await openCaseBook(client, person.key, await signIn(client, person.key))
    },
    async close() {
      await portal.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Answer the case whose tips say this, as whoever of these can open it. @returns the case's journal */
export async function answerCase(
  desks: readonly CaseBook[],
  says: string,
  text: string,
): Promise<{ readonly desk: CaseBook; readonly journal: string }> {
  for (const desk of desks) {
    await desk.sync()
    const found = desk.cases.find((one) => one.tips.some((tip) => tip.tip.content.narrative.includes(says)))
    if (found === undefined) continue
    await reply(desk, found.journal, { text, showState: true })
    return { desk, journal: found.journal }
  }
  throw new Error('none of these reviewers can open that tip')
}
