import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reply, setState } from '../../client/desk/acts.ts'
import { submit } from '../../client/submit.ts'
import { sha256 } from '../../crypto/digest.ts'
import { JournalKey, sealEntry } from '../../crypto/journal.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { readFeedPages } from '../../domain/feed.ts'
import { hashOfSealedEntry, type SealedEntry } from '../../domain/journal.ts'
import { clientOf, draft, seat } from '../support/clients.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'

let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})

afterAll(async () => {
  await portal.close()
})

describe('a reviewer whom a source excluded', () => {
  it('cannot take over the case by writing a new key into its journal', async () => {
    const { people, trusted } = portal.organisation
    await submit(await clientOf(portal), draft('about lise', { excluded: [people.lise.id] }), await makePassphrase())
    await portal.publish()
    const ada = await seat(portal, people.ada)
    await ada.book.sync()
    const journal = ada.book.cases[0]?.journal ?? ''
    await setState(ada.book, journal, 'acknowledged', 'read')
    await portal.publish()

    // Lise sees the sealed journal in the feed of the channel, so she knows where its next entry belongs.
    const lise = await seat(portal, people.lise)
    await lise.book.sync()
    const before = await lastSealed(lise.session, journal)
    const hers = JournalKey.make()
    const granted = [people.ada.id, people.grace.id, people.lise.id]
    const place = {
      journal,
      position: before.position + 1,
      previous: await hashOfSealedEntry(before, sha256),
      member: people.lise.id,
      roster: trusted,
      now: portal.clock(),
    }
    const entry = await sealEntry({ act: 'open', granted }, place, hers, people.lise.key)
    const usurping = { ...entry, grants: await hers.grant(granted, trusted) }
    await lise.session.post('/api/desk/journals/append', { channel: 'electronics', entry: usurping })
    await portal.publish()

    await ada.book.sync()
    const shown = ada.book.cases[0]
    expect(shown?.folded.alarms).toEqual([{ code: 'not-a-member', position: place.position }])
    expect(shown?.folded.members).not.toContain(people.lise.id)
    await reply(ada.book, journal, { text: 'Lise must not read this.', showState: false })
    await portal.publish()
    const answer = await lastSealed(lise.session, journal)
    expect(answer.position).toBe(place.position + 1)
    await expect(hers.open(answer.body)).rejects.toMatchObject({ code: 'cannot-open' })
  })
})

/** The newest entry of a journal as the channel's feed shows it to every reviewer. */
async function lastSealed(
  session: { post(path: '/api/desk/sync', request: object): Promise<unknown> },
  journal: string,
): Promise<SealedEntry> {
  const answer = await session.post('/api/desk/sync', { cursor: {} })
  const pages = readFeedPages((answer as { feeds: unknown }).feeds, 'feeds')
  const entries = Object.values(pages).flatMap(({ rows }) =>
    rows.flatMap((row) => (row.kind === 'entry' ? [row.entry] : [])),
  )
  const newest = entries.filter((one) => one.journal === journal).sort((a, b) => b.position - a.position)[0]
  if (newest === undefined) throw new Error('the journal is not in the feed')
  return newest
}
