import { expect, it } from 'vitest'
import { judge, organise, rosterJson, successorJson, type usualRoster } from '../support/organisation.ts'
import { newPerson } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

it('the roster of another portal is refused, and so is one that changes its instance on the way', async () => {
  const org = await organise()
  const other = '00'.repeat(16)
  const stewards = await Promise.all(['ida', 'noor', 'tomas'].map((one) => newPerson(one, 'steward', other)))
  const members = await Promise.all(['ada', 'grace', 'lise'].map((one) => newPerson(one, 'reviewer', other)))
  const foreign = (roster: ReturnType<typeof usualRoster>) => ({
    ...roster,
    instance: other,
    stewards: stewards.map(({ handle, certificate }) => ({ handle, certificate })),
    members: roster.members
      .filter((one) => one.role === 'reviewer')
      .map((one, at) => ({ ...one, certificate: members[at]?.certificate ?? one.certificate })),
  })
  const theirs = await rosterJson({ change: foreign, signers: () => stewards })
  expect(await codeOf(() => judge([theirs], { pin: org.pin }))).toBe('roster-foreign')
  const changed = await successorJson(org.file, { change: foreign })
  expect(await codeOf(() => judge([org.json, changed], { pin: org.pin }))).toBe('roster-foreign')
})
