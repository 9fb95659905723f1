import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { measureReply, reply, setState } from '../../../client/desk/acts.ts'
import type { CaseBook } from '../../../client/desk/case-book.ts'
import { type Draft, type Sent, submit } from '../../../client/submit.ts'
import { sha256 } from '../../../crypto/digest.ts'
import { makePassphrase } from '../../../crypto/passphrase.ts'
import { notMine } from '../../../domain/clear/case.ts'
import { channelJournalOf } from '../../../domain/journal.ts'
import { limits } from '../../../domain/limits.ts'
import { clientOf, draft, repliesTo, seat } from '../../support/clients.ts'
import { type OpenPortal, openPortal } from '../../support/portal.ts'

const dayMs = 86_400_000
let portal: OpenPortal

beforeEach(async () => {
  portal = await openPortal()
})

afterEach(async () => {
  expect(portal.alarms).toEqual([])
  await portal.close()
})

async function tip(narrative: string, words: string, more: Partial<Draft> = {}): Promise<Sent> {
  const sent = await submit(await clientOf(portal), draft(narrative, more), words)
  await portal.publish()
  return sent
}

type Handle = 'ada' | 'grace' | 'lise'

async function bookOf(handle: Handle, fetch?: OpenPortal['fetch']): Promise<CaseBook> {
  return (await seat(portal, portal.organisation.people[handle], fetch)).book
}

function only(book: CaseBook) {
  const [one, ...others] = book.cases
  if (one === undefined || others.length > 0) throw new Error(`${book.cases.length} cases instead of one`)
  return one
}

describe('who opens a tip', () => {
  it('is everybody on the panel, into one and the same case, even at the same time', async () => {
    await tip('all at once', await makePassphrase())
    const books = await Promise.all([bookOf('ada'), bookOf('grace'), bookOf('lise')])
    await Promise.all(books.map((one) => one.sync()))
    await portal.publish()
    await Promise.all(books.map((one) => one.sync()))
    for (const book of books) expect(only(book)).toMatchObject({ joined: true, untouched: true })
    const { journal } = only(books[0] as CaseBook)
    await Promise.all(books.map((one) => one.append(journal, () => null)))
    await portal.publish()
    await Promise.all(books.map((one) => one.sync()))
    const [first, ...others] = books.map((one) => only(one))
    expect(first?.joined).toBe(true)
    expect(first?.folded.submissions).toHaveLength(1)
    expect(first?.folded.alarms).toEqual([])
    for (const other of others) expect(other.folded).toEqual(first?.folded)
    expect(new Set(first?.tips[0]?.seenBy).size).toBe(3)
    expect(first?.tips[0]?.conflict).toBe(false)
  })

  it('is never somebody whom the source excluded, who also gets no key of the case', async () => {
    const { lise } = portal.organisation.people
    await tip('not for lise', await makePassphrase(), { excluded: [lise.id] })
    const ada = await bookOf('ada')
    await ada.sync()
    await portal.publish()
    const her = await bookOf('lise')
    await her.sync()
    expect(her.cases).toEqual([])
    expect(her.unopened).toMatchObject([{ trouble: null, overdue: false }])
    await setState(ada, only(ada).journal, 'assessing', 'lise must not know')
    expect(only(ada).folded.members).not.toContain(lise.id)
    expect(only(ada).folded.members).toContain(ada.me)
  })

  it('cannot be told from who writes to the journal of the channel: everybody writes one entry for each tip', async () => {
    const { lise } = portal.organisation.people
    await tip('not for lise', await makePassphrase(), { excluded: [lise.id] })
    const { instance } = portal.organisation.roster
    const log = await channelJournalOf(instance, 'electronics', sha256)
    const sizes: Record<string, number[]> = {}
    for (const handle of ['grace', 'ada', 'lise'] as const) {
      const written: number[] = []
      const book = await bookOf(handle, async (url, init) => {
        const body = new TextDecoder().decode(init?.body as Uint8Array)
        if (url.endsWith('/append') && body.includes(log)) written.push(body.length)
        return await portal.fetch(url, init)
      })
      await book.sync()
      await portal.publish()
      sizes[handle] = written
    }
    expect(sizes.lise).toEqual(sizes.ada)
    expect(sizes.lise).toHaveLength(1)
    const ada = await bookOf('ada')
    await ada.sync()
    expect(only(ada).tips[0]?.seenBy).not.toContain(lise.id)
  })
})

describe('a follow-up', () => {
  it('that strikes somebody out takes the case from them: what comes later they cannot read', async () => {
    const { lise } = portal.organisation.people
    const words = await makePassphrase()
    await tip('first', words)
    const ada = await bookOf('ada')
    await ada.sync()
    await setState(ada, only(ada).journal, 'acknowledged', 'read')
    await portal.publish()
    const her = await bookOf('lise')
    await her.sync()
    expect(only(her).joined).toBe(true)

    await tip('second, and not for lise any more', words, { excluded: [lise.id] })
    await ada.sync()
    await setState(ada, only(ada).journal, 'assessing', 'lise is named in it')
    await portal.publish()
    await her.sync()
    expect(only(her).tips.map((one) => one.tip.content.narrative)).toEqual(['first'])
    expect(only(her).folded.state).toBe('acknowledged')
    expect(only(her).folded.history.map((one) => one.act.act)).toEqual(['open', 'attach', 'state'])
    expect(only(ada).folded.members).not.toContain(lise.id)
    expect(only(ada).folded.state).toBe('assessing')

    const grace = await bookOf('grace')
    await grace.sync()
    expect(only(grace).folded).toEqual(only(ada).folded)
  })

  it('to another channel joins the case for who is in both', async () => {
    const words = await makePassphrase()
    await tip('to electronics', words)
    const ada = await bookOf('ada')
    await ada.sync()
    await setState(ada, only(ada).journal, 'assessing', 'begun')
    await tip('to nuclear', words, { channel: 'nuclear' })
    await ada.sync()
    const lise = await bookOf('lise')
    await lise.sync()
    // Ada is not in the other channel and cannot see what went there.
    expect(
      only(lise)
        .tips.map((one) => one.tip.content.narrative)
        .sort(),
    ).toEqual(['to electronics', 'to nuclear'])
    expect(only(ada).tips.map((one) => one.tip.content.narrative)).toEqual(['to electronics'])
    expect(only(lise).journal).toBe(only(ada).journal)
  })

  it('to another channel is shown with the first one before anybody has begun a case', async () => {
    const words = await makePassphrase()
    await tip('to electronics', words)
    const lise = await bookOf('lise')
    await lise.sync()
    const { journal } = only(lise)
    await tip('to nuclear', words, { channel: 'nuclear' })
    await lise.sync()
    expect(only(lise)).toMatchObject({ journal, channel: 'electronics', untouched: true, joined: true })
    expect(only(lise).tips).toHaveLength(2)
  })

  it('to another channel is a case of its own for who is in that one only, and the others see both', async () => {
    const words = await makePassphrase()
    await tip('to shipping', words, { channel: 'shipping' })
    const ada = await bookOf('ada')
    await ada.sync()
    await tip('to electronics', words)
    await ada.sync()
    await setState(ada, only(ada).journal, 'acknowledged', 'both of them')
    const lise = await bookOf('lise')
    await lise.sync()
    expect(only(lise).tips.map((one) => one.tip.content.narrative)).toEqual(['to electronics'])
    await setState(lise, only(lise).journal, 'assessing', 'mine to look at')
    await portal.publish()
    await ada.sync()
    const both = ada.cases.map((one) => [one.channel, one.folded.state, one.tips.length]).sort()
    expect(both).toEqual([
      ['electronics', 'assessing', 1],
      ['shipping', 'acknowledged', 2],
    ])
    expect(new Set(ada.cases.map((one) => one.alias)).size).toBe(1)
  })
})

describe('a reply', () => {
  it('of many parts comes back whole, with the state only when the member shows it', async () => {
    const words = await makePassphrase()
    await tip('long', words)
    const ada = await bookOf('ada')
    await ada.sync()
    const { journal } = only(ada)
    const text = 'Ein längerer Text — mit „Zeichen“, die mehr als ein Oktett brauchen. 🧪\n'.repeat(80)
    const parts = await measureReply(ada, journal, { text, showState: false })
    expect(await reply(ada, journal, { text, showState: false })).toEqual({ parts })
    await reply(ada, journal, { text: 'And one more.', showState: true })
    await portal.publish()
    const { replies, missing } = await repliesTo(portal, words)
    expect(replies.map((one) => [one.sequence, one.text, one.state])).toEqual([
      [1, text, null],
      [2, 'And one more.', 'received'],
    ])
    expect(missing).toEqual([])
  })

  it('that was written and not posted is posted later, once', async () => {
    const words = await makePassphrase()
    await tip('cut off', words)
    const cut = { on: true }
    const ada = await bookOf('ada', async (url, init) => {
      if (cut.on && url.endsWith('/slots')) throw new TypeError('network error')
      return await portal.fetch(url, init)
    })
    await ada.sync()
    const { journal } = only(ada)
    await expect(reply(ada, journal, { text: 'Hello', showState: false })).rejects.toMatchObject({ code: 'try-again' })
    expect(only(ada).undelivered).toBe(1)
    expect(only(ada).folded.replies).toHaveLength(1)
    cut.on = false
    await ada.deliver()
    await ada.deliver()
    expect(only(ada).undelivered).toBe(0)
    await portal.publish()
    expect((await repliesTo(portal, words)).replies.map((one) => one.text)).toEqual(['Hello'])
  })

  it('of one member knows nothing of the numbers of another', async () => {
    const words = await makePassphrase()
    await tip('two answer', words)
    const [ada, grace] = await Promise.all([bookOf('ada'), bookOf('grace')])
    await ada.sync()
    await portal.publish()
    await grace.sync()
    const { journal } = only(ada)
    await Promise.all([
      reply(ada, journal, { text: 'from ada', showState: false }),
      reply(grace, journal, { text: 'from grace', showState: false }),
    ])
    await portal.publish()
    const { replies, missing } = await repliesTo(portal, words)
    expect(replies.map((one) => one.sequence)).toEqual([1, 1])
    expect(replies.map((one) => one.text).sort()).toEqual(['from ada', 'from grace'])
    expect(missing).toEqual([])
  })

  it('longer than the limit is refused before anything is written', async () => {
    await tip('short', await makePassphrase())
    const ada = await bookOf('ada')
    await ada.sync()
    const { journal } = only(ada)
    const text = 'x'.repeat(limits.replyLengthMax + 1)
    await expect(reply(ada, journal, { text, showState: false })).rejects.toMatchObject({ code: 'too-large' })
    expect(only(ada).folded.replies).toEqual([])
  })
})

describe('the state of a case', () => {
  it('is changed by the first of two, and the second is told that it does not follow any more', async () => {
    await tip('raced', await makePassphrase())
    const [ada, grace] = await Promise.all([bookOf('ada'), bookOf('grace')])
    await ada.sync()
    await portal.publish()
    await grace.sync()
    const { journal } = only(ada)
    await setState(ada, journal, 'closed', 'nothing in it')
    await expect(setState(grace, journal, 'acknowledged', 'I like it')).rejects.toMatchObject({
      code: 'illegal-transition',
    })
    expect(only(grace).folded.state).toBe('closed')
  })
})

describe('what does not add up', () => {
  it('is shown when two who opened a tip say that they were given different texts', async () => {
    const sent = await tip('two texts', await makePassphrase())
    const [ada, grace] = await Promise.all([bookOf('ada'), bookOf('grace')])
    await ada.sync()
    await portal.publish()
    // Grace's copy commits to other octets, as it would if the portal had given her another envelope.
    const log = await channelJournalOf(portal.organisation.roster.instance, 'electronics', sha256)
    await grace.sync()
    await grace.append(log, () => ({
      act: 'seen',
      submission: sent.submission,
      commitment: '0f'.repeat(32),
      clear: 'f0'.repeat(32),
    }))
    await portal.publish()
    await ada.sync()
    expect(only(ada).tips[0]?.conflict).toBe(true)
  })

  it('does not count a member who only says that a tip was not theirs to open', async () => {
    const sent = await tip('said so', await makePassphrase())
    const ada = await bookOf('ada')
    await ada.sync()
    const log = await channelJournalOf(portal.organisation.roster.instance, 'electronics', sha256)
    await ada.append(log, () => ({ act: 'seen', submission: sent.submission, commitment: notMine, clear: notMine }))
    expect(only(ada).tips[0]?.conflict).toBe(false)
  })

  it('is shown to everybody when nobody has opened a submission in time', async () => {
    const { ada, grace } = portal.organisation.people
    const sent = await tip('for lise alone', await makePassphrase(), { excluded: [ada.id, grace.id] })
    portal.advance(2 * dayMs)
    await portal.takeCare()
    const hers = await bookOf('ada')
    await hers.sync()
    expect(hers.unopened).toMatchObject([{ submission: sent.submission, overdue: false }])
    portal.advance(3 * dayMs)
    await portal.takeCare()
    const later = await bookOf('ada')
    await later.sync()
    expect(later.unopened).toMatchObject([{ submission: sent.submission, overdue: true, seenBy: [] }])
  })

  it('is a feed from which a row was held back: it is refused', async () => {
    await tip('one', await makePassphrase())
    await tip('two', await makePassphrase())
    const ada = await bookOf('ada', async (url, init) => {
      const response = await portal.fetch(url, init)
      if (!url.endsWith('/sync')) return response
      const answer = (await response.json()) as { feeds: Record<string, { rows: unknown[] }> }
      answer.feeds.electronics?.rows.shift()
      return new Response(JSON.stringify(answer))
    })
    await expect(ada.sync()).rejects.toMatchObject({ code: 'malformed' })
  })

  it('is an entry that the portal shows to one member and not to another: it is counted', async () => {
    await tip('forked', await makePassphrase())
    const ada = await bookOf('ada')
    await ada.sync()
    const { journal } = only(ada)
    await setState(ada, journal, 'acknowledged', 'seen by ada')
    const shown: { entry?: { journal: string; position: number; body: string } } = {}
    const forking: OpenPortal['fetch'] = async (url, init) => {
      const response = await portal.fetch(url, init)
      if (!url.endsWith('/sync')) return response
      const answer = (await response.json()) as { feeds: Record<string, { rows: { entry?: typeof shown.entry }[] }> }
      for (const { entry } of answer.feeds.electronics?.rows ?? []) {
        if (entry?.journal !== journal) continue
        if (entry.position === 1) shown.entry = entry
        if (entry.position === 2 && shown.entry !== undefined) entry.body = shown.entry.body
      }
      return new Response(JSON.stringify(answer))
    }
    await portal.publish()
    const grace = await bookOf('grace', forking)
    await grace.sync()
    expect(only(grace).folded.state).toBe('received')
    expect(only(grace).unsoundEntries).toBe(1)
  })
})
