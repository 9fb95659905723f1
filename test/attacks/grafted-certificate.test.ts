import { expect, it } from 'vitest'
import { sha256 } from '../../crypto/digest.ts'
import { identityOf } from '../../crypto/source.ts'
import { openTip } from '../../crypto/tip.ts'
import { readSourceCertificate } from '../../crypto/verify/certificate.ts'
import { concat } from '../../domain/bytes.ts'
import { hashOf } from '../../domain/record.ts'
import { readKey } from '../support/openpgp.ts'
import { organise } from '../support/organisation.ts'
import { friday, instance, newSource } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'
import { clearTip, sealedAs, tipTo } from '../support/tips.ts'

it('a victim’s certificate cannot be grafted onto somebody else’s tip', async () => {
  const org = await organise()
  const open = async (tip: object) => {
    const { envelope, record } = await sealedAs(org, tip)
    return await openTip(envelope, record, org.people.ada.key, org.roster, friday)
  }
  const victim = await clearTip(org, await tipTo(org))
  const forger = newSource()
  const own = await clearTip(org, await tipTo(org, { words: forger }))

  expect(await codeOf(() => open({ ...own, certificate: victim.certificate }))).toBe('bad-signature')
  // The victim's thread under the forger's own key opens, and the desk sees that the key is another.
  const me = await identityOf(forger, instance)
  const statement = { ...own.statement, thread: victim.statement.thread, content: await hashOf(own.content, sha256) }
  const threaded = { ...own, statement, signature: await me.sign(statement, friday) }
  expect((await open(threaded))?.source.fingerprint).toBe(me.fingerprint)
  // Half of one certificate and half of the other is none.
  for (const cut of [53, 60, 200, 300]) {
    const certificate = concat(me.certificate.slice(0, cut), victim.certificate.slice(cut))
    expect(['bad-tip', 'bad-signature']).toContain(await codeOf(() => open({ ...own, certificate })))
  }
  // Nor does a member's certificate make a source.
  const grafted = { ...own, certificate: org.people.grace.certificate }
  expect(await codeOf(() => open(grafted))).toBe('bad-tip')
})

it('replies go to the key that signed: nobody can put another encryption subkey under a victim’s name', async () => {
  const victim = await identityOf(newSource(), instance)
  const forger = await identityOf(newSource(), instance)
  const [theirs, mine] = await Promise.all([victim, forger].map((one) => readKey({ binaryKey: one.certificate })))
  if (theirs === undefined || mine === undefined) throw new Error('two certificates')
  theirs.subkeys = mine.subkeys
  expect(await codeOf(() => readSourceCertificate(new Uint8Array(theirs.write())))).toBe('unsuitable-key')
})
