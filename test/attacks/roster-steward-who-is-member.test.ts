import { expect, it } from 'vitest'
import { minimise } from '../../crypto/member.ts'
import { pinOfRoster } from '../../crypto/verify/roster.ts'
import { parseRosterFile } from '../../domain/roster.ts'
import { judge, organise, rosterJson } from '../support/organisation.ts'
import { instance } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

it('a steward who is a member is refused, under the same handle and under another', async () => {
  const { people } = await organise()
  const asSteward = await minimise(people.lise.key, 'lise-steward', instance, Date.UTC(2026, 5, 1))
  for (const steward of [
    { handle: 'lise', certificate: people.lise.certificate },
    { handle: 'lise-steward', certificate: asSteward },
  ]) {
    const json = await rosterJson({ change: (one) => ({ ...one, stewards: [...one.stewards.slice(0, 2), steward] }) })
    expect(await codeOf(async () => judge([json], { pin: await pinFor(json) }))).toBe('roster-unsound')
  }
})

/** The pin that would name this roster, so that nothing but its content can be refused. */
async function pinFor(json: string): Promise<string> {
  return await pinOfRoster(parseRosterFile(json))
}
