import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { reply, setState } from '../../client/desk/acts.ts'
import type { BookedCase } from '../../client/desk/case-book.ts'
import { caseJournalIn } from '../../client/desk/placing.ts'
import { submit } from '../../client/submit.ts'
import { sha256 } from '../../crypto/digest.ts'
import { JournalKey, openJournal, sealEntry } from '../../crypto/journal.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { identityOf } from '../../crypto/source.ts'
import { channelJournalOf, hashOfSealedEntry, type JournalId, type SealedEntry } from '../../domain/journal.ts'
import { clientOf, draft, repliesTo, type Seated, seat } from '../support/clients.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'

/**
 * Goal: have a source to oneself. Method: a reviewer of the panel is the first to open the journals, and grants their
 * keys to nobody else; or hands out a key with an entry that does not name who gets it.
 */
const daysMs = 86_400_000
const words = await makePassphrase()
let portal: OpenPortal

beforeEach(async () => {
  portal = await openPortal()
  await submit(await clientOf(portal), draft('for three people'), words)
  await portal.publish()
})
afterEach(async () => await portal.close())

async function synced(handle: 'ada' | 'grace'): Promise<Seated & { readonly shown: BookedCase | undefined }> {
  const seated = await seat(portal, portal.organisation.people[handle])
  await seated.book.sync()
  await portal.publish()
  return { ...seated, shown: seated.book.cases[0] }
}

async function append(entry: SealedEntry): Promise<void> {
  const lise = await seat(portal, portal.organisation.people.lise)
  await lise.session.post('/api/desk/journals/append', { channel: 'electronics', entry })
  await portal.publish()
}

async function keepToHerself(journal: JournalId): Promise<void> {
  const { people, trusted } = portal.organisation
  const place = { journal, member: people.lise.id, granted: [people.lise.id], excluded: [] }
  const { entry } = await openJournal({ ...place, roster: trusted, now: portal.clock() }, people.lise.key)
  await append(entry)
}

describe('a reviewer who opens a journal for nobody else', () => {
  it('keeps the others from it no longer than a tip may wait: then they open it anew, for all of them', async () => {
    const { roster, people } = portal.organisation
    await keepToHerself(await channelJournalOf(roster.instance, 'electronics', sha256))
    await keepToHerself(await caseJournalIn('electronics', await identityOf(words, roster.instance)))
    expect((await synced('ada')).shown).toMatchObject({ joined: false })

    portal.advance(5 * daysMs)
    const ada = await synced('ada')
    expect(ada.shown).toMatchObject({ joined: true })
    await setState(ada.book, ada.shown?.journal ?? '', 'acknowledged', 'opened anew')
    await portal.publish()
    const grace = await synced('grace')
    expect(grace.shown).toMatchObject({ joined: true, folded: { alarms: [] } })
    expect(grace.shown?.folded.submissions).toHaveLength(1)
    await grace.book.sync()
    expect(new Set(grace.book.cases[0]?.tips[0]?.seenBy)).toEqual(new Set([people.ada.id, people.grace.id]))
    await reply(grace.book, grace.shown?.journal ?? '', { text: 'we are here', showState: false })
    await portal.publish()
    expect((await repliesTo(portal, words)).replies).toMatchObject([{ text: 'we are here' }])
  })
})

describe('a reviewer who hands out a key and does not name who gets it', () => {
  it('shuts nobody out: the others count an unsound entry and go on', async () => {
    const { people, trusted } = portal.organisation
    const ada = await synced('ada')
    const journal = ada.shown?.journal ?? ''
    await setState(ada.book, journal, 'acknowledged', 'read')
    await portal.publish()
    const lise = await seat(portal, people.lise)
    await lise.book.sync()
    await portal.publish()

    const feed = await portal.functions.desk.feeds.list('electronics', 0, trusted.roster.issued, 1 << 20)
    const sealed = feed.rows.flatMap((row) =>
      row.kind === 'entry' && row.entry.journal === journal ? [row.entry] : [],
    )
    const last = sealed.at(-1)
    if (last === undefined) throw new Error('the case has entries')
    const place = { journal, position: last.position + 1, previous: await hashOfSealedEntry(last, sha256) }
    const key = JournalKey.make()
    const about = { ...place, member: people.lise.id, roster: trusted, now: portal.clock() }
    const entry = await sealEntry({ act: 'open', granted: [people.lise.id] }, about, key, people.lise.key)
    await append({ ...entry, grants: await key.grant([people.ada.id, people.grace.id, people.lise.id], trusted) })

    await ada.book.sync()
    expect(ada.book.find(journal)).toMatchObject({ joined: true, unsoundEntries: 1 })
    await reply(ada.book, journal, { text: 'still here', showState: false })
    await portal.publish()
    expect((await repliesTo(portal, words)).replies).toMatchObject([{ text: 'still here' }])
  })
})
