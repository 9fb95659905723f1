import { expect, it } from 'vitest'
import { sha256 } from '../../crypto/digest.ts'
import { openTip } from '../../crypto/tip.ts'
import { recordOf } from '../../domain/record.ts'
import { organise } from '../support/organisation.ts'
import { friday } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'
import { sealedAs, tipTo } from '../support/tips.ts'

it('a body that was swapped after it was accepted comes to light, whether or not the record is swapped too', async () => {
  const org = await organise()
  const [one, other] = await Promise.all([tipTo(org), tipTo(org)])
  const mixed = { grants: one.envelope.grants, body: other.envelope.body }
  const open = (envelope: typeof mixed, record: typeof one.record) =>
    openTip(envelope, record, org.people.ada.key, org.roster, friday)

  expect(await codeOf(() => open(mixed, one.record))).toBe('bad-tip')
  const about = { instance: org.roster.instance, channel: 'electronics', uploads: [], roster: 1 }
  expect(await codeOf(async () => open(mixed, await recordOf(mixed, about, sha256)))).toBe('cannot-open')
  // Other grants for the same body are not the accepted ones either.
  const turned = { grants: [...one.envelope.grants].reverse(), body: one.envelope.body }
  expect(await codeOf(() => open(turned, one.record))).toBe('bad-tip')
})

it('a tip that was moved to another channel or portal is refused', async () => {
  const org = await organise()
  const tip = await tipTo(org)
  for (const moved of [
    { ...tip.record, channel: 'nuclear' },
    { ...tip.record, instance: '00'.repeat(16) },
  ]) {
    expect(await codeOf(() => openTip(tip.envelope, moved, org.people.ada.key, org.roster, friday))).toBe('bad-tip')
  }
})

it('what is sealed and is no tip is refused, however it is broken', async () => {
  const org = await organise()
  for (const clear of [
    new Uint8Array(0),
    new Uint8Array([0xff, 0xfe]),
    {},
    [],
    { statement: {}, content: {}, certificate: '', signature: '', cosignature: null },
  ]) {
    const { envelope, record } = await sealedAs(org, clear)
    expect(await codeOf(() => openTip(envelope, record, org.people.ada.key, org.roster, friday))).toBe('bad-tip')
  }
})
