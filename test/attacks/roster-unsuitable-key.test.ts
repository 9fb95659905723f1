import { expect, it } from 'vitest'
import { type CertificateFault, faultyCertificate } from '../support/certificates.ts'
import { judge, organise, rosterJson } from '../support/organisation.ts'
import { instance } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

it('a roster is refused when a key on it cannot be used', async () => {
  const { pin } = await organise()
  const faults: CertificateFault[] = [
    'a revocation',
    'an expiry in the past',
    'no encryption subkey',
    'an encryption subkey of another kind',
    'an RSA key that is too short',
  ]
  for (const fault of faults) {
    const certificate = await faultyCertificate(fault, { handle: 'ada', instance })
    const json = await rosterJson({
      change: (one) => ({
        ...one,
        members: one.members.map((it) => (it.handle === 'ada' ? { ...it, certificate } : it)),
      }),
    })
    expect([fault, await codeOf(() => judge([json], { pin }))]).toEqual([fault, 'unsuitable-key'])
  }
})
