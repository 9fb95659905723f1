import { expect, it } from 'vitest'
import { type OpenedTip, openTip } from '../../crypto/tip.ts'
import { type Act, type EntryStatement, foldCase } from '../../domain/clear/case.ts'
import { dayOf } from '../../domain/day.ts'
import type { SubmissionRecord } from '../../domain/record.ts'
import { organise } from '../support/organisation.ts'
import { friday, instance, newSource } from '../support/people.ts'
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

function attach(record: SubmissionRecord, opened: OpenedTip): Act {
  const { sequence, nonce } = opened.tip.statement
  const source = opened.source.fingerprint
  return { act: 'attach', submission: record.id, source, sequence, nonce, tip: opened.statementHash }
}
