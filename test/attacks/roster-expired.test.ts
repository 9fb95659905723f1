import { expect, it } from 'vitest'
import { verifyRoster } from '../../crypto/verify/roster.ts'
import { addDays, dayOf, startOf } from '../../domain/day.ts'
import { judge, organise } from '../support/organisation.ts'
import { friday } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

it('a roster is believed until its last day, and never longer than a hundred days whatever it says', async () => {
  const org = await organise()
  const onDay = (days: number) => startOf(addDays(dayOf(friday), days))
  await judge([org.json], { pin: org.pin }, onDay(90))
  expect(await codeOf(() => judge([org.json], { pin: org.pin }, onDay(91)))).toBe('roster-expired')
  const boastful = await organise({ change: (roster) => ({ ...roster, expires: addDays(roster.issued, 3000) }) })
  await judge([boastful.json], { pin: boastful.pin }, onDay(100))
  expect(await codeOf(() => judge([boastful.json], { pin: boastful.pin }, onDay(101)))).toBe('roster-expired')
  // For reading what it once said, an expired roster still serves.
  const trust = { pin: org.pin, origin: null, minimumVersion: 1 }
  const late = await verifyRoster([org.file], trust, onDay(200), { allowExpired: true })
  expect(late.hash).toBe(org.trusted.hash)
})
