import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setState } from '../../../client/desk/acts.ts'
import type { CaseBook } from '../../../client/desk/case-book.ts'
import { submit } from '../../../client/submit.ts'
import { sha256 } from '../../../crypto/digest.ts'
import { makePassphrase } from '../../../crypto/passphrase.ts'
import { panelOf } from '../../../crypto/source.ts'
import { limits } from '../../../domain/limits.ts'
import { hashOf } from '../../../domain/record.ts'
import { type Member, parseRosterFile, type Roster } from '../../../domain/roster.ts'
import { clientOf, draft, seat } from '../../support/clients.ts'
import { member, rosterJson } from '../../support/organisation.ts'
import { type OpenPortal, openPortal } from '../../support/portal.ts'

let portal: OpenPortal

beforeEach(async () => {
  portal = await openPortal()
})

afterEach(async () => {
  expect(portal.alarms).toEqual([])
  await portal.close()
})

/** Publish the next version of the first roster, changed. */
async function publishNext(change: (roster: Roster) => Partial<Roster>): Promise<void> {
  const { roster, document } = parseRosterFile(portal.organisation.json)
  const previous = await hashOf(document, sha256)
  const next = () => ({ ...roster, version: 2, previous, ...change(roster) })
  await portal.keepRoster(await rosterJson({ now: portal.clock(), change: next }))
}

async function tip(narrative: string, words: string, excluded: readonly string[] = []): Promise<void> {
  await submit(await clientOf(portal), draft(narrative, { excluded }), words)
  await portal.publish()
}

async function bookOf(handle: 'ada' | 'grace' | 'lise' | 'mallory'): Promise<CaseBook> {
  return (await seat(portal, portal.organisation.people[handle])).book
}

describe('when somebody leaves', () => {
  it('what they wrote stays readable and counts, and the next act takes the key of the case from them', async () => {
    const words = await makePassphrase()
    await tip('first', words)
    const ada = await bookOf('ada')
    await ada.sync()
    await setState(ada, ada.cases[0]?.journal ?? '', 'acknowledged', 'by ada')
    await portal.publish()
    await publishNext((roster) => ({ members: roster.members.filter((one) => one.handle !== 'ada') }))

    const grace = await bookOf('grace')
    await grace.sync()
    expect(grace.cases[0]?.folded.state).toBe('acknowledged')
    expect(grace.cases[0]?.unsoundEntries).toBe(0)
    await setState(grace, grace.cases[0]?.journal ?? '', 'assessing', 'without ada')
    expect(grace.cases[0]?.folded.members).toEqual(expect.not.arrayContaining([ada.me]))
    expect(grace.cases[0]?.folded.members).toContain(grace.me)

    await tip('second', words)
    await grace.sync()
    expect(grace.cases[0]?.tips).toHaveLength(2)
    expect(grace.cases[0]?.folded.alarms).toEqual([])
  })
})

describe('when somebody joins', () => {
  it('a colleague lets them into the journal of the channel, and they can say what they have seen', async () => {
    await tip('before', await makePassphrase())
    const ada = await bookOf('ada')
    await ada.sync()
    const { mallory } = portal.organisation.people
    await publishNext((roster) => ({
      members: [...roster.members, member({ ...mallory, handle: 'mallory' }, 'reviewer', ['electronics'])],
    }))
    const newcomer = await bookOf('mallory')
    await newcomer.sync()
    expect(newcomer.unopened.map((one) => one.seenBy)).toEqual([[]])

    // The open desk of a colleague learns of the change by itself.
    portal.advance(limits.rosterLookMs)
    await tip('after', await makePassphrase(), [portal.organisation.people.lise.id])
    await ada.sync()
    await portal.publish()
    await newcomer.sync()
    await portal.publish()
    expect(newcomer.cases.flatMap((one) => one.tips.map((two) => two.tip.content.narrative))).toEqual(['after'])
    const grace = await bookOf('grace')
    await grace.sync()
    const tips = grace.cases.flatMap((one) => one.tips)
    const seenBy = (narrative: string) => tips.find((one) => one.tip.content.narrative === narrative)?.seenBy
    expect(seenBy('after')).toContain(newcomer.me)
    expect(seenBy('before')).not.toContain(newcomer.me)
  })

  it('a follow-up that is sealed to them too brings them the whole case, with what was written before', async () => {
    const { people, roster } = portal.organisation
    const newcomer = member(people.mallory, 'reviewer', ['electronics'])
    const words = await wordsWhosePanelHas(newcomer, { ...roster, members: [...roster.members, newcomer] })
    await tip('first', words)
    const ada = await bookOf('ada')
    await ada.sync()
    const journal = ada.cases[0]?.journal ?? ''
    await setState(ada, journal, 'assessing', 'before anybody joined')
    await publishNext(({ members }) => ({ members: [...members, newcomer] }))
    portal.advance(limits.rosterLookMs)
    await tip('second', words)
    const colleagues = [ada, await bookOf('grace'), await bookOf('lise')]
    await Promise.all(colleagues.map((one) => one.sync()))
    const able = colleagues.find((one) => one.find(journal)?.tips.length === 2) ?? ada
    await setState(able, journal, 'in-progress', 'with the newcomer')
    await portal.publish()
    await ada.sync()
    const hers = await bookOf('mallory')
    await hers.sync()
    expect(hers.cases).toMatchObject([{ journal, joined: true }])
    expect(hers.cases[0]?.folded).toEqual(ada.cases[0]?.folded)
    expect(hers.cases[0]?.folded.state).toBe('in-progress')
    expect(hers.cases[0]?.tips.map((one) => one.tip.content.narrative)).toEqual(['second'])
  })

  it('and others are struck out by it, they know the state of the case and nothing of what came before', async () => {
    const { people } = portal.organisation
    const words = await makePassphrase()
    await tip('first', words)
    const ada = await bookOf('ada')
    await ada.sync()
    const journal = ada.cases[0]?.journal ?? ''
    await setState(ada, journal, 'assessing', 'before anybody joined')
    await setState(ada, journal, 'in-progress', 'going well')
    await publishNext(({ members }) => ({ members: [...members, member(people.mallory, 'reviewer', ['electronics'])] }))
    portal.advance(limits.rosterLookMs)
    await tip('second', words, [people.grace.id, people.lise.id])
    await ada.sync()
    await setState(ada, journal, 'referred', 'to a newcomer')
    await portal.publish()
    const hers = await bookOf('mallory')
    await hers.sync()
    expect(hers.cases[0]?.folded.members).toEqual([people.ada.id, people.mallory.id])
    expect(hers.cases[0]?.folded.state).toBe('referred')
    expect(hers.cases[0]?.folded.history.map((one) => one.act.act)).toEqual(['open', 'attach', 'state'])
    await setState(hers, journal, 'closed', 'by the newcomer')
    await portal.publish()
    await ada.sync()
    expect(ada.cases[0]?.folded).toMatchObject({ state: 'closed', alarms: [] })
  })
})

/** Somebody whose client would seal to this member. */
async function wordsWhosePanelHas(wanted: Member, roster: Roster): Promise<string> {
  for (;;) {
    const words = await makePassphrase()
    const panel = await panelOf(words, roster, 'electronics', [])
    if (panel.some((one) => one.id === wanted.id)) return words
  }
}
