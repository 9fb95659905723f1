import { expect, it } from 'vitest'
import { verifyRoster, verifySuccessor } from '../../crypto/verify/roster.ts'
import { parseRosterFile } from '../../domain/roster.ts'
import { judge, organise, successorJson } from '../support/organisation.ts'
import { friday } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

it('an older roster is refused where a newer one is known, in a chain, and as a successor', async () => {
  const org = await organise()
  const second = await successorJson(org.file)
  expect(await codeOf(() => judge([org.json], { pin: org.pin, minimumVersion: 2 }))).toBe('roster-rolled-back')
  await judge([org.json, second], { pin: org.pin, minimumVersion: 2 })
  expect(await codeOf(() => judge([org.json, second, org.json], { pin: org.pin }))).toBe('roster-rolled-back')
  const file = parseRosterFile(second)
  const trusted = await verifyRoster([org.file, file], { pin: org.pin, origin: null, minimumVersion: 1 }, friday)
  for (const old of [org.file, file]) {
    expect(await codeOf(() => verifySuccessor(trusted, old, friday))).toBe('roster-rolled-back')
  }
})
