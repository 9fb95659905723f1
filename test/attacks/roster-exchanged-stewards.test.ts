import { expect, it } from 'vitest'
import { parseRosterFile } from '../../domain/roster.ts'
import { judge, organise, successorJson } from '../support/organisation.ts'
import { instance, newPerson } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

it('stewards who put themselves onto a roster cannot sign it', async () => {
  const org = await organise()
  const theirs = await Promise.all(['xeno', 'yara', 'zeno'].map((one) => newPerson(one, 'steward', instance)))
  const stewards = theirs.map(({ handle, certificate }) => ({ handle, certificate }))
  const usurped = await successorJson(org.file, { change: (one) => ({ ...one, stewards }), signers: () => theirs })
  expect(await codeOf(() => judge([org.json, usurped], { pin: org.pin }))).toBe('roster-untrusted')
  expect(await codeOf(() => judge([usurped], { pin: org.pin }))).toBe('roster-untrusted')
  // The ones before may hand over to them; from then on they decide, and the old ones do not.
  const handed = await successorJson(org.file, { change: (one) => ({ ...one, stewards }) })
  const next = await successorJson(parseRosterFile(handed), { signers: () => theirs })
  await judge([org.json, handed, next], { pin: org.pin })
  const back = await successorJson(parseRosterFile(handed))
  expect(await codeOf(() => judge([org.json, handed, back], { pin: org.pin }))).toBe('roster-untrusted')
})
