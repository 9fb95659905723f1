import { afterAll, beforeAll, expect, it } from 'vitest'
import { reply, setState } from '../../client/desk/acts.ts'
import { submit } from '../../client/submit.ts'
import { sha256 } from '../../crypto/digest.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { identityOf } from '../../crypto/source.ts'
import { hashOf } from '../../domain/record.ts'
import { clientOf, draft, repliesTo, seat } from '../support/clients.ts'
import { postOctets } from '../support/desk-caller.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { submission } from '../support/submissions.ts'
import { clearTip, content, sealedAs, tipTo } from '../support/tips.ts'

/**
 * Goal: change who belongs to a source's case. Method: Lise has opened a tip, so she knows its thread. She sends a tip
 * of her own with that thread, under another key, that excludes a colleague.
 */
let portal: OpenPortal

beforeAll(async () => {
  portal = await openPortal()
})
afterAll(async () => await portal.close())

it('a stranger’s tip with a victim’s thread is a case apart: it strikes nobody out of the victim’s', async () => {
  const { organisation } = portal
  const { people, roster, file } = organisation
  const words = await makePassphrase()
  await submit(await clientOf(portal), draft('the real one'), words)
  await portal.publish()
  const ada = await seat(portal, people.ada)
  await ada.book.sync()
  const [real] = ada.book.cases
  await setState(ada.book, real?.journal ?? '', 'acknowledged', 'read')

  const mallory = await makePassphrase()
  const struck = content({ narrative: 'the other one', excluded: [people.grace.id] })
  const own = await clearTip(organisation, await tipTo(organisation, { words: mallory, content: struck }))
  const { thread } = await identityOf(words, roster.instance)
  const me = await identityOf(mallory, roster.instance)
  const statement = { ...own.statement, thread, content: await hashOf(own.content, sha256) }
  const forged = { ...own, statement, signature: await me.sign(statement, portal.clock()) }
  const { envelope } = await sealedAs(organisation, forged)
  const sent = await submission(roster, file.document, { envelope, channel: 'electronics', now: portal.clock() })
  expect((await postOctets(portal, '/api/intake/submissions', sent.octets)).status).toBe(200)
  await portal.publish()
  await ada.book.sync()

  const still = ada.book.find(real?.journal ?? '')
  expect(still?.folded.members).toContain(people.grace.id)
  expect(still?.folded.alarms).toEqual([])
  expect(still?.tips).toHaveLength(1)
  expect(ada.book.cases).toHaveLength(2)
  await reply(ada.book, still?.journal ?? '', { text: 'to the real one', showState: false })
  await portal.publish()
  expect((await repliesTo(portal, words)).known?.excluded).toEqual([])
})
