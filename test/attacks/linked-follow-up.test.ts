import { afterEach, describe, expect, it } from 'vitest'
import { reply, setState } from '../../client/desk/acts.ts'
import { submit } from '../../client/submit.ts'
import { sha256 } from '../../crypto/digest.ts'
import { dayOf } from '../../domain/day.ts'
import type { FeedRow } from '../../domain/feed.ts'
import { channelJournalOf } from '../../domain/journal.ts'
import { limits } from '../../domain/limits.ts'
import { clientOf, draft, repliesTo, type Seated, seat } from '../support/clients.ts'
import { newSource } from '../support/people.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'

/**
 * Goal: find out which tips are of one source. Method: look at everything that the portal keeps, or a reviewer syncs
 * who may open none of it, after each tip has come and every reviewer has looked: entries in the journal of a case
 * would say which earlier tip a later one belongs to.
 */
let portal: OpenPortal | null = null
afterEach(async () => {
  expect(portal?.alarms).toEqual([])
  await portal?.close()
  portal = null
})

const handles = ['ada', 'grace', 'lise'] as const

async function feedOf(open: OpenPortal): Promise<readonly FeedRow[]> {
  const page = await open.functions.desk.feeds.list('electronics', 0, dayOf(open.clock()), limits.syncPageBytes)
  expect(page.more).toBe(false)
  return page.rows
}

/** What shows of a row of the feed, without what is chance in it. */
function shapeOf(row: FeedRow, log: string): string {
  if (row.kind === 'gone') return 'gone'
  if (row.kind === 'submission') return `submission of ${row.body.length} with ${row.grants.length}`
  const { journal, body, grants } = row.entry
  return `${journal === log ? 'log' : 'case'} entry of ${body.length} with ${grants.length}`
}

/** Send three tips by these sources, everybody looking after each, and say what came into the feed in each round. */
async function watched(open: OpenPortal, sources: readonly string[]) {
  const log = await channelJournalOf(open.organisation.roster.instance, 'electronics', sha256)
  const seats: Seated[] = []
  for (const handle of handles) seats.push(await seat(open, open.organisation.people[handle]))
  const rounds: string[][] = []
  for (const words of sources) {
    const before = (await feedOf(open)).length
    await submit(await clientOf(open), draft('a tip'), words)
    await open.publish()
    for (const { book } of seats) {
      await book.sync()
      await open.publish()
    }
    const rows = (await feedOf(open)).slice(before)
    rounds.push(rows.map((row) => shapeOf(row, log)).sort())
  }
  return { rounds, seats }
}

describe('a portal that looks at what it keeps', () => {
  it('cannot tell which tips are of one source: they come, and are looked at, all alike', async () => {
    const [one, other, third] = [newSource(), newSource(), newSource()]
    const seen: string[][][] = []
    for (const sources of [
      [one, one, other],
      [one, other, one],
      [other, one, one],
      [one, other, third],
    ]) {
      portal = await openPortal()
      const { rounds, seats } = await watched(portal, sources)
      seen.push(rounds)
      // The reviewers know at once.
      for (const { book } of seats) expect(book.cases).toHaveLength(new Set(sources).size)
      await portal.close()
    }
    expect(seen.flat(2).filter((shape) => shape.startsWith('case'))).toEqual([])
    for (const rounds of seen) expect(rounds).toEqual(seen[0])
  })

  it('sees a case when a reviewer works on it, not when a follow-up comes', async () => {
    portal = await openPortal()
    const words = newSource()
    const { seats } = await watched(portal, [words, newSource(), words])
    const [ada, grace] = seats
    const joined = ada?.book.cases.find((one) => one.tips.length === 2)
    const journal = joined?.journal ?? ''
    expect(joined).toMatchObject({ joined: true, untouched: true, folded: { state: 'received', alarms: [] } })
    if (ada === undefined || grace === undefined) throw new Error('two of three')

    await reply(ada.book, journal, { text: 'thank you for both', showState: true })
    await portal.publish()
    const acts = () => ada.book.find(journal)?.folded.history.map((one) => one.act.act)
    expect(acts()).toEqual(['open', 'attach', 'attach', 'reply'])
    const { replies } = await repliesTo(portal, words)
    expect(replies).toMatchObject([{ text: 'thank you for both', state: 'received' }])
    expect(replies[0]?.sealTo).toEqual(expect.arrayContaining([ada.book.me, grace.book.me]))

    const before = (await feedOf(portal)).length
    await submit(await clientOf(portal), draft('and a third'), words)
    await portal.publish()
    for (const { book } of [grace, ada]) {
      await book.sync()
      await portal.publish()
      expect(book.find(journal)?.tips).toHaveLength(3)
    }
    const log = await channelJournalOf(portal.organisation.roster.instance, 'electronics', sha256)
    const came = (await feedOf(portal)).slice(before).map((row) => shapeOf(row, log))
    expect(came.filter((shape) => shape.startsWith('case'))).toEqual([])
    await setState(grace.book, journal, 'assessing', 'three now')
    await portal.publish()
    await ada.book.sync()
    expect(acts()).toEqual(['open', 'attach', 'attach', 'reply', 'attach', 'state'])
  })
})

describe('an act that is refused', () => {
  it('opens no case: nothing shows that somebody wanted to work on it', async () => {
    portal = await openPortal()
    const { seats } = await watched(portal, [newSource()])
    const book = seats[0]?.book
    const journal = book?.cases[0]?.journal ?? ''
    if (book === undefined) throw new Error('one of three')
    const before = (await feedOf(portal)).length
    const text = 'x'.repeat(limits.replyLengthMax + 1)
    await expect(reply(book, journal, { text, showState: false })).rejects.toMatchObject({ code: 'too-large' })
    await expect(setState(book, journal, 'referred', 'too early')).rejects.toMatchObject({ code: 'illegal-transition' })
    await portal.publish()
    expect(await feedOf(portal)).toHaveLength(before)
  })
})
