import { expect, it } from 'vitest'
import { verifySuccessor } from '../../crypto/verify/roster.ts'
import { parseRosterFile } from '../../domain/roster.ts'
import { judge, organise, rosterJson, successorJson } from '../support/organisation.ts'
import { friday } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

it('a roster with fewer stewards’ signatures than the threshold is refused', async () => {
  const org = await organise()
  for (const signers of [
    [],
    [org.people.ida],
    [org.people.ida, org.people.mallory],
    [org.people.ada, org.people.ida],
  ]) {
    const first = await rosterJson({ signers: () => signers })
    expect(await codeOf(() => judge([first], { pin: org.pin }))).toBe('roster-untrusted')
    expect(await codeOf(() => verifySuccessor(null, parseRosterFile(first), friday))).toBe('roster-untrusted')
    const second = await successorJson(org.file, { signers: () => signers })
    expect(await codeOf(() => judge([org.json, second], { pin: org.pin }))).toBe('roster-untrusted')
    expect(await codeOf(() => verifySuccessor(org.trusted, parseRosterFile(second), friday))).toBe('roster-untrusted')
  }
  for (const pair of [
    [org.people.noor, org.people.tomas],
    [org.people.mallory, org.people.tomas, org.people.ida],
  ]) {
    await judge([await rosterJson({ signers: () => pair })], { pin: org.pin })
  }
})
