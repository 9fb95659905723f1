import { expect, it } from 'vitest'
import { judge, organise, origin } from '../support/organisation.ts'
import { codeOf } from '../support/refused.ts'

it('a roster that does not name the address it was fetched from is refused', async () => {
  const org = await organise({ origins: [origin, 'https://desk.example.org'] })
  await judge([org.json], { pin: org.pin, origin: 'https://desk.example.org' })
  for (const elsewhere of ['https://desk.example.com', 'http://desk.example.org', 'https://desk.example.org:8443']) {
    expect(await codeOf(() => judge([org.json], { pin: org.pin, origin: elsewhere }))).toBe('roster-foreign')
  }
})
