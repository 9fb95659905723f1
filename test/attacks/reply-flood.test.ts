import { afterEach, expect, it } from 'vitest'
import { reply } from '../../client/desk/acts.ts'
import { submit } from '../../client/submit.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { toBase64Url } from '../../domain/bytes.ts'
import { memberBatchesMax } from '../../domain/drop.ts'
import { clientOf, draft, repliesTo, seat } from '../support/clients.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { shapedBatch } from '../support/shapes.ts'

/**
 * Goal: let no reply of a colleague reach its source. Method: a reviewer posts batches of throw-away slots without end,
 * so that drops, which are few, are full of them.
 */
const hour = 3_600_000
let portal: OpenPortal
afterEach(async () => await portal.close())

it('a reviewer who floods the drops is stopped for the day, and the reply of a colleague gets through', async () => {
  portal = await openPortal({ organisation: { policy: { publishAt: [0, 6, 12, 18] } } })
  const { ada, lise } = portal.organisation.people
  const most = memberBatchesMax(portal.organisation.roster.policy)
  const flooding = await seat(portal, lise)
  const post = async () => await flooding.session.post('/api/desk/slots', { slots: toBase64Url(shapedBatch()) })
  for (let batch = 0; batch < most; batch++) expect(await post()).toEqual({ kept: true })
  await expect(post()).rejects.toMatchObject({ code: 'enough-today' })
  // Another session is the same member.
  const again = await seat(portal, lise)
  await expect(again.session.post('/api/desk/slots', { slots: toBase64Url(shapedBatch()) })).rejects.toMatchObject({
    code: 'enough-today',
  })

  const words = await makePassphrase()
  await submit(await clientOf(portal), draft('who answers me'), words)
  await portal.publish()
  const { book } = await seat(portal, ada)
  await book.sync()
  await reply(book, book.cases[0]?.journal ?? '', { text: 'I do', showState: false })
  // What the flood and the reply take, at four drops a day.
  for (let drop = 0; drop <= most; drop++) {
    await portal.publish()
    portal.advance(6 * hour)
    if (drop % 4 === 0) await portal.takeCare()
  }
  expect((await repliesTo(portal, words)).replies.map((one) => one.text)).toEqual(['I do'])
})

it('a reply that goes over the allowance goes out after midnight, from a desk that stays signed in', async () => {
  portal = await openPortal({ now: Date.parse('2026-03-06T22:00:00Z') })
  const most = memberBatchesMax(portal.organisation.roster.policy)
  const words = await makePassphrase()
  await submit(await clientOf(portal), draft('a long story'), words)
  await portal.publish()
  const { book, session } = await seat(portal, portal.organisation.people.ada)
  await book.sync()
  const journal = book.cases[0]?.journal ?? ''
  for (let batch = 0; batch < most; batch++)
    await session.post('/api/desk/slots', { slots: toBase64Url(shapedBatch()) })
  await expect(reply(book, journal, { text: 'one too many', showState: false })).rejects.toMatchObject({
    code: 'enough-today',
  })
  expect(book.find(journal)?.undelivered).toBe(1)
  await expect(book.deliver()).rejects.toMatchObject({ code: 'enough-today' })

  portal.advance(3 * hour)
  await portal.takeCare()
  await book.deliver()
  expect(book.find(journal)?.undelivered).toBe(0)
  await portal.publish()
  expect((await repliesTo(portal, words)).replies.map((one) => one.text)).toEqual(['one too many'])
})
