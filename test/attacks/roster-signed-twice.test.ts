import { expect, it } from 'vitest'
import { signRoster } from '../../crypto/member.ts'
import { plain } from '../../domain/print.ts'
import { judge, organise, rosterJson } from '../support/organisation.ts'
import { friday } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

it('one steward who signs a roster twice counts once', async () => {
  const org = await organise()
  const { ida } = org.people
  const twice = await rosterJson({ signers: () => [ida, ida] })
  expect(await codeOf(() => judge([twice], { pin: org.pin }))).toBe('roster-untrusted')
  // On two days, so that the signatures differ.
  const signatures = [
    await signRoster(org.file.document, ida.key, friday),
    await signRoster(org.file.document, ida.key, friday - 86_400_000),
  ]
  const onTwoDays = JSON.stringify(plain({ roster: org.file.document, signatures }))
  expect(await codeOf(() => judge([onTwoDays], { pin: org.pin }))).toBe('roster-untrusted')
})
