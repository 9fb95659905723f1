import { expect, it } from 'vitest'
import { addDays } from '../../domain/day.ts'
import { judge, organise, rosterJson } from '../support/organisation.ts'
import { codeOf } from '../support/refused.ts'

it('a roster of the day after tomorrow is refused, one of tomorrow is taken by a slow clock', async () => {
  const { pin } = await organise()
  const ahead = (days: number) => rosterJson({ change: (one) => ({ ...one, issued: addDays(one.issued, days) }) })
  await judge([await ahead(1)], { pin })
  expect(await codeOf(async () => judge([await ahead(2)], { pin }))).toBe('roster-unsound')
})
