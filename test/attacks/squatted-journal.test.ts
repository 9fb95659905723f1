import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setState } from '../../client/desk/acts.ts'
import { caseJournalIn } from '../../client/desk/placing.ts'
import { submit } from '../../client/submit.ts'
import { sha256 } from '../../crypto/digest.ts'
import { openJournal } from '../../crypto/journal.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { identityOf } from '../../crypto/source.ts'
import { channelJournalOf, type JournalId } from '../../domain/journal.ts'
import { clientOf, draft, seat } from '../support/clients.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'

let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})

afterAll(async () => {
  await portal.close()
})

/** Lise works at the desks for electronics and nuclear, not at the one for shipping. */
async function squat(journal: JournalId): Promise<void> {
  const { people, trusted } = portal.organisation
  const lise = await seat(portal, people.lise)
  const place = { journal, member: people.lise.id, granted: [people.lise.id], excluded: [] }
  const { entry } = await openJournal({ ...place, roster: trusted, now: portal.clock() }, people.lise.key)
  await lise.session.post('/api/desk/journals/append', { channel: 'nuclear', entry })
  await portal.publish()
}

describe('a reviewer of another desk who knows which journals a desk will open', () => {
  it('cannot take their places from there: the desk opens them, and its cases go on', async () => {
    const { people, roster } = portal.organisation
    const words = await makePassphrase()
    const source = await identityOf(words, roster.instance)
    await squat(await channelJournalOf(roster.instance, 'shipping', sha256))
    await squat(await caseJournalIn('shipping', source))

    await submit(await clientOf(portal), draft('a ship without a name', { channel: 'shipping' }), words)
    await portal.publish()
    const ada = await seat(portal, people.ada)
    await ada.book.sync()
    expect(ada.book.cases).toMatchObject([{ joined: true, unsoundEntries: 0 }])
    expect(ada.book.cases[0]?.tips[0]?.seenBy).toEqual([people.ada.id])
    await setState(ada.book, ada.book.cases[0]?.journal ?? '', 'assessing', 'a ship')
    expect(ada.book.cases[0]?.folded.submissions).toHaveLength(1)
  })
})
