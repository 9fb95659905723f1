import { expect, it } from 'vitest'
import { parseRosterFile } from '../../domain/roster.ts'
import { judge, organise, successorJson } from '../support/organisation.ts'
import { codeOf } from '../support/refused.ts'

it('a roster that does not follow the one before it is refused', async () => {
  const org = await organise()
  const second = await successorJson(org.file)
  const third = await successorJson(parseRosterFile(second))
  await judge([org.json, second, third], { pin: org.pin })
  expect(await codeOf(() => judge([org.json, third], { pin: org.pin }))).toBe('roster-untrusted')
  const otherPast = await successorJson(org.file, { change: (roster) => ({ ...roster, previous: '00'.repeat(32) }) })
  expect(await codeOf(() => judge([org.json, otherPast], { pin: org.pin }))).toBe('roster-untrusted')
  expect(await codeOf(() => judge([], { pin: org.pin }))).toBe('roster-untrusted')
})
