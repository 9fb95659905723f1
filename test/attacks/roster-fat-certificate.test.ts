import { expect, it } from 'vitest'
import { type CertificateFault, faultyCertificate } from '../support/certificates.ts'
import { judge, organise, rosterJson } from '../support/organisation.ts'
import { instance } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

it('a roster is refused when a certificate on it carries more than it needs', async () => {
  const { pin } = await organise()
  const faults: CertificateFault[] = [
    'a second user id',
    'another user id',
    'a certification by somebody else',
    'two encryption subkeys',
    'octets behind its end',
    'a note that nobody signed',
  ]
  for (const fault of faults) {
    const certificate = await faultyCertificate(fault, { handle: 'ada', instance })
    const json = await rosterJson({
      change: (one) => ({
        ...one,
        members: one.members.map((it) => (it.handle === 'ada' ? { ...it, certificate } : it)),
      }),
    })
    expect([fault, await codeOf(() => judge([json], { pin }))]).toEqual([fault, 'fat-certificate'])
  }
})
