import { expect, it } from 'vitest'
import { verifySuccessor } from '../../crypto/verify/roster.ts'
import { parseRosterFile } from '../../domain/roster.ts'
import { judge, organise, rosterJson, successorJson } from '../support/organisation.ts'
import { friday, instance, newPerson } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

it('a roster cannot lower its own threshold', async () => {
  const five = await Promise.all(['olga', 'piet'].map((one) => newPerson(one, 'steward', instance)))
  const strict = (threshold: number) => ({
    change: (roster: Awaited<ReturnType<typeof organise>>['roster']) => ({
      ...roster,
      threshold,
      stewards: [...roster.stewards.slice(0, 3), ...five.map(({ handle, certificate }) => ({ handle, certificate }))],
    }),
  })
  const all = {
    signers: (people: Awaited<ReturnType<typeof organise>>['people']) => [people.ida, people.noor, people.tomas],
  }
  const org = await organise({ ...strict(3), ...all })
  const two = { signers: (people: typeof org.people) => [people.ida, people.noor] }
  const lowered = await successorJson(org.file, { ...strict(2), ...two })
  expect(await codeOf(() => judge([org.json, lowered], { pin: org.pin }))).toBe('roster-untrusted')
  expect(await codeOf(() => judge([lowered], { pin: org.pin }))).toBe('roster-untrusted')
  expect(await codeOf(() => verifySuccessor(org.trusted, parseRosterFile(lowered), friday))).toBe('roster-untrusted')
  // A first version with another threshold is another portal's.
  const first = await rosterJson({ ...strict(2), ...two })
  expect(await codeOf(() => judge([first], { pin: org.pin }))).toBe('roster-foreign')
  // Signed by as many as the old threshold asks for, it may be lowered.
  await judge([org.json, await successorJson(org.file, { ...strict(2), ...all })], { pin: org.pin })
})
