import { expect, it } from 'vitest'
import { sha256 } from '../../crypto/digest.ts'
import { openTip } from '../../crypto/tip.ts'
import { hashOf } from '../../domain/record.ts'
import { organise } from '../support/organisation.ts'
import { friday } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'
import { clearTip, sealedAs, tipTo } from '../support/tips.ts'

it('a tip that is not what its source signed is refused', async () => {
  const org = await organise()
  const genuine = await clearTip(org, await tipTo(org))
  const content = { ...genuine.content, narrative: 'I made it all up.' }
  const restated = { ...genuine.statement, content: await hashOf(content, sha256) }
  const open = async (tip: object) => {
    const { envelope, record } = await sealedAs(org, tip)
    return await openTip(envelope, record, org.people.ada.key, org.roster, friday)
  }
  // Other words under the old statement; other words under a new statement and the old signature.
  expect(await codeOf(() => open({ ...genuine, content }))).toBe('bad-tip')
  expect(await codeOf(() => open({ ...genuine, content, statement: restated }))).toBe('bad-signature')
  for (const field of [
    { nonce: '00'.repeat(16) },
    { thread: '00'.repeat(32) },
    { sequence: genuine.statement.sequence + 1 },
    { previous: '00'.repeat(32) },
    { roster: '00'.repeat(32) },
    { site: '00'.repeat(32) },
  ]) {
    const forged = { ...genuine, statement: { ...genuine.statement, ...field } }
    expect(await codeOf(() => open(forged))).toBe('bad-signature')
  }
})

it('a partner’s name cannot be put onto a tip, nor taken off it', async () => {
  const org = await organise()
  const { harbourWatch } = org.people
  const open = async (tip: object) => {
    const { envelope, record } = await sealedAs(org, tip)
    return await openTip(envelope, record, org.people.ada.key, org.roster, friday)
  }
  const alone = await clearTip(org, await tipTo(org))
  const together = await clearTip(org, await tipTo(org, { cosign: harbourWatch.key }))
  const named = { ...alone.statement, cosigner: harbourWatch.key.fingerprint }
  for (const forged of [
    { ...alone, statement: named },
    { ...alone, statement: named, cosignature: together.cosignature },
    { ...alone, cosignature: together.cosignature },
    { ...together, cosignature: null },
    { ...together, cosignature: together.signature },
    { ...together, statement: { ...together.statement, cosigner: null }, cosignature: null },
  ]) {
    expect(await codeOf(() => open(forged))).toBe('bad-signature')
  }
  expect((await open(together))?.tip.statement.cosigner).toBe(harbourWatch.key.fingerprint)
})

it('a tip is not shown to a member whom its source excluded, even if somebody hands it over', async () => {
  const org = await organise()
  const { ada } = org.people
  const tip = await tipTo(org, {
    content: { narrative: 'x', answers: {}, language: null, excluded: [ada.id], files: [] },
  })
  const clear = await openTip(tip.envelope, tip.record, org.people.grace.key, org.roster, friday)
  const { envelope, record } = await sealedAs(org, clear?.tip ?? {})
  expect(await codeOf(() => openTip(envelope, record, ada.key, org.roster, friday))).toBe('excluded')
})
