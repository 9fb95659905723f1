import { expect, it } from 'vitest'
import { setState } from '../../client/desk/acts.ts'
import { type OpenedTip, openTip } from '../../crypto/tip.ts'
import { type Act, type EntryStatement, foldCase } from '../../domain/clear/case.ts'
import { dayOf } from '../../domain/day.ts'
import type { SubmissionRecord } from '../../domain/record.ts'
import { seat } from '../support/clients.ts'
import { postOctets } from '../support/desk-caller.ts'
import { organise } from '../support/organisation.ts'
import { friday, instance, newSource } from '../support/people.ts'
import { openPortal } from '../support/portal.ts'
import { submission } from '../support/submissions.ts'
import { clearTip, sealedAs, tipTo } from '../support/tips.ts'

it('a tip that somebody seals a second time is shown as a copy and not as a second voice', async () => {
  const org = await organise()
  const { ada } = org.people
  const first = await tipTo(org)
  // Whoever may read a tip can seal the signed octets again, and the server cannot tell.
  const copy = await sealedAs(org, await clearTip(org, first))
  const entries: EntryStatement[] = [entry(0, { act: 'open', granted: [ada.id] })]
  for (const one of [first, copy]) {
    const opened = await openTip(one.envelope, one.record, ada.key, org.roster, friday)
    if (opened !== null) entries.push(entry(entries.length, attach(one.record, opened)))
  }
  expect(copy.record.id).not.toBe(first.record.id)
  expect(foldCase(entries)?.alarms).toEqual([{ code: 'copied-nonce', position: 2 }])

  function entry(position: number, act: Act): EntryStatement {
    return {
      context: 'entry',
      format: 'safehand-entry/1',
      instance,
      journal: '00'.repeat(16),
      position,
      previous: position === 0 ? null : '00'.repeat(32),
      member: ada.id,
      day: dayOf(friday),
      roster: org.trusted.hash,
      act,
    }
  }
})

it('two tips that really are two raise no alarm', async () => {
  const org = await organise()
  const words = newSource()
  const opened = await Promise.all(
    [await tipTo(org, { words }), await tipTo(org, { words })].map((one) =>
      openTip(one.envelope, one.record, org.people.ada.key, org.roster, friday),
    ),
  )
  const [one, other] = opened
  expect(one?.tip.statement.nonce).not.toBe(other?.tip.statement.nonce)
  expect(one?.tip.statement.sequence).not.toBe(other?.tip.statement.sequence)
})

it('and the desk shows it as a copy before anybody has written anything about the case', async () => {
  const portal = await openPortal()
  const { organisation } = portal
  const { file, roster, people } = organisation
  const first = await tipTo(organisation, { words: newSource() })
  const copy = await sealedAs(organisation, await clearTip(organisation, first))
  for (const { envelope } of [first, copy]) {
    const about = { envelope, channel: 'electronics', now: portal.clock() }
    const sent = await submission(roster, file.document, about)
    expect((await postOctets(portal, '/api/intake/submissions', sent.octets)).status).toBe(200)
  }
  await portal.publish()
  const { book } = await seat(portal, people.ada)
  await book.sync()
  const [shown] = book.cases
  expect(shown).toMatchObject({ untouched: true, folded: { history: [] } })
  expect(shown?.tips).toHaveLength(2)
  expect(shown?.folded.alarms).toEqual([{ code: 'copied-nonce', position: null }])

  await setState(book, shown?.journal ?? '', 'closed', 'sent twice by somebody')
  expect(book.cases[0]?.folded.alarms).toEqual([{ code: 'copied-nonce', position: 2 }])
  await portal.close()
})

function attach(record: SubmissionRecord, opened: OpenedTip): Act {
  const { sequence, nonce } = opened.tip.statement
  const source = opened.source.fingerprint
  return { act: 'attach', submission: record.id, source, sequence, nonce, tip: opened.statementHash }
}
