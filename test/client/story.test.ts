import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reply, setState } from '../../client/desk/acts.ts'
import { submit } from '../../client/submit.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { clientOf, draft, repliesTo, seat } from '../support/clients.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'

let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})

afterAll(async () => {
  expect(portal.alarms).toEqual([])
  await portal.close()
})

describe('a tip and its answer', async () => {
  const words = await makePassphrase()

  it('travels from a source to a reviewer and back, and a follow-up joins the same case', async () => {
    const source = await clientOf(portal)
    const first = await submit(source, draft('Maraging steel for a shoe importer.'), words)
    await portal.publish()

    const ada = await seat(portal, portal.organisation.people.ada)
    expect(await ada.book.sync()).toEqual({ rows: 1, newTips: 1 })
    const [opened, ...others] = ada.book.cases
    expect(others).toEqual([])
    expect(opened?.tips.map((one) => one.tip.content.narrative)).toEqual(['Maraging steel for a shoe importer.'])
    expect(opened?.tips[0]?.submission).toBe(first.submission)
    expect(opened?.folded.state).toBe('received')
    const journal = opened?.journal ?? ''

    await setState(ada.book, journal, 'acknowledged', 'It names a real order.')
    await reply(ada.book, journal, { text: 'Which port did it leave from?', showState: true })
    await portal.publish()

    const conversation = await repliesTo(portal, words)
    expect(conversation.replies.map((one) => one.text)).toEqual(['Which port did it leave from?'])
    expect(conversation.replies[0]?.state).toBe('acknowledged')
    expect(conversation.missing).toEqual([])
    expect(conversation.known?.previous).toEqual({ sequence: first.sequence, hash: first.statementHash })
    expect(conversation.known?.channels).toContain('electronics')

    const followUp = await submit(source, draft('From the small one, by night.'), words, {
      previous: conversation.known?.previous ?? null,
    })
    expect(followUp.sequence).toBeGreaterThan(first.sequence)
    await portal.publish()

    const grace = await seat(portal, portal.organisation.people.grace)
    await grace.book.sync()
    const joined = grace.book.find(journal)
    expect(joined?.tips.map((one) => one.tip.content.narrative)).toEqual([
      'Maraging steel for a shoe importer.',
      'From the small one, by night.',
    ])
    expect(joined?.folded.alarms).toEqual([])
    expect(joined?.folded.replies.map((one) => one.text)).toEqual(['Which port did it leave from?'])
    expect(joined?.tips[0]?.seenBy).toEqual(expect.arrayContaining([ada.book.me, grace.book.me]))

    await ada.book.sync()
    expect(ada.book.find(journal)?.folded).toEqual(grace.book.find(journal)?.folded)
  })
})
