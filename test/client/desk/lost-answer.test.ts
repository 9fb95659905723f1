import { afterAll, beforeAll, expect, it } from 'vitest'
import { reply, setState } from '../../../client/desk/acts.ts'
import { submit } from '../../../client/submit.ts'
import { makePassphrase } from '../../../crypto/passphrase.ts'
import { clientOf, draft, repliesTo, seat } from '../../support/clients.ts'
import { type OpenPortal, openPortal } from '../../support/portal.ts'

let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

it.each([true, false])(
  'a reply whose answer was lost on every try reaches the source once, if it was written: %s',
  async (arrives) => {
    const words = await makePassphrase()
    await submit(await clientOf(portal), draft('who answers me'), words)
    await portal.publish()
    let lost = false
    const { book } = await seat(portal, portal.organisation.people.ada, async (url, init) => {
      if (!lost || !url.endsWith('/append')) return await portal.fetch(url, init)
      if (arrives) await portal.fetch(url, init)
      return new Response('gone', { status: 502 })
    })
    await book.sync()
    const journal = book.cases.find((one) => one.folded.replies.length === 0)?.journal ?? ''
    await setState(book, journal, 'acknowledged', 'begun')
    lost = true
    const said = reply(book, journal, { text: 'I do', showState: false })
    await expect(said).rejects.toMatchObject({ code: 'try-again' })
    lost = false

    for (let look = 0; look < 2; look++) {
      await portal.publish()
      await book.sync()
      await book.deliver()
    }
    await portal.publish()
    const { replies, missing } = await repliesTo(portal, words)
    expect(replies.map((one) => one.text)).toEqual(arrives ? ['I do'] : [])
    expect(missing).toEqual([])
    expect(book.find(journal)?.undelivered).toBe(0)
  },
)

it('a reply whose case was opened while the answer was lost is not written, and is simply sent again', async () => {
  const words = await makePassphrase()
  await submit(await clientOf(portal), draft('who opens my case'), words)
  await portal.publish()
  let lost = false
  const { book } = await seat(portal, portal.organisation.people.ada, async (url, init) => {
    const answer = await portal.fetch(url, init)
    return lost && url.endsWith('/append') ? new Response('gone', { status: 502 }) : answer
  })
  await book.sync()
  const journal = book.cases.find((one) => one.untouched)?.journal ?? ''
  lost = true
  const draftOfReply = { text: 'I do', showState: false }
  await expect(reply(book, journal, draftOfReply)).rejects.toMatchObject({ code: 'try-again' })
  expect(book.find(journal)).toMatchObject({ undelivered: 0, folded: { replies: [] } })
  lost = false
  await reply(book, journal, draftOfReply)
  await portal.publish()
  expect((await repliesTo(portal, words)).replies.map((one) => one.text)).toEqual(['I do'])
})
