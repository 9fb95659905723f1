import { expect, it } from 'vitest'
import { minimise } from '../../crypto/member.ts'
import { judge, organise, rosterJson } from '../support/organisation.ts'
import { instance } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

it('nobody stands twice on a roster: not by id, not by handle, not by key', async () => {
  const { pin, people } = await organise()
  const again = (fields: object) =>
    rosterJson({
      change: (one) => ({
        ...one,
        members: one.members.flatMap((it) => (it.handle === 'ada' ? [it, { ...it, ...fields }] : [it])),
      }),
    })
  for (const fields of [
    {},
    { handle: 'ada-again' },
    { id: 'ada0000000000099' },
    { id: '115e000000000099', handle: 'ada-again' },
  ]) {
    const code = await codeOf(async () => judge([await again(fields)], { pin }))
    // A second handle does not even fit the certificate.
    expect(code).toBe('id' in fields && 'handle' in fields ? 'fat-certificate' : 'roster-unsound')
  }
  // The same key under a certificate made for the other handle.
  const certificate = await minimise(people.ada.key, 'ada-again', instance, Date.UTC(2026, 5, 1))
  const doubled = await again({ id: '115e000000000099', handle: 'ada-again', certificate })
  expect(await codeOf(() => judge([doubled], { pin }))).toBe('roster-unsound')
})
