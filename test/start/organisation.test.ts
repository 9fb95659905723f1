import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { makeOrganisation } from '../../start/organisation.ts'
import { en } from '../../web/source/words/en.ts'

describe('The demonstration organisation', { timeout: 30_000 }, () => {
  it('has no channel that the portal cannot describe', async () => {
    const { file } = await makeOrganisation({
      origins: ['http://localhost:8080'],
      keys: { receipt: 'ab'.repeat(32), ledger: 'cd'.repeat(32) },
      now: Date.UTC(2026, 10, 22),
      dice: (count) => new Uint8Array(randomBytes(count)),
    })
    expect(Object.keys(en.channels.about).sort()).toEqual(file.roster.channels.map((one) => one.id).sort())
  })
})
