import { expect, it } from 'vitest'
import { openTip } from '../../crypto/tip.ts'
import { organise } from '../support/organisation.ts'
import { friday } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'
import { clearTip, sealedAs, tipTo } from '../support/tips.ts'

it('a tip without a signature of its source is refused', async () => {
  const org = await organise()
  const tip = await clearTip(org, await tipTo(org))
  const { signature, ...without } = tip
  for (const [unsigned, code] of [
    [without, 'bad-tip'],
    [{ ...tip, signature: null }, 'bad-tip'],
    [{ ...tip, signature: new Uint8Array(0) }, 'bad-signature'],
    [{ ...tip, signature: signature.slice(0, 20) }, 'bad-signature'],
  ] as const) {
    const { envelope, record } = await sealedAs(org, unsigned)
    expect(await codeOf(() => openTip(envelope, record, org.people.grace.key, org.roster, friday))).toBe(code)
  }
  // The same tip with its signature, sealed again by a stranger, still opens: what protects it is signed.
  const { envelope, record } = await sealedAs(org, tip)
  expect((await openTip(envelope, record, org.people.grace.key, org.roster, friday))?.tip).toEqual(tip)
})
