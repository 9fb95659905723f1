import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Ground, openGround } from '../support/ground.ts'
import { letWeather, type Weather } from '../support/weather.ts'
import type { Contract } from './contracts/contract.ts'
import { dropsContract } from './contracts/drops.contract.ts'
import { expiryContract } from './contracts/expiry.contract.ts'
import { feedsContract } from './contracts/feeds.contract.ts'
import { foreignNumbersContract } from './contracts/foreign-numbers.contract.ts'
import { journalsContract } from './contracts/journals.contract.ts'
import { rostersContract } from './contracts/rosters.contract.ts'
import { sessionsContract } from './contracts/sessions.contract.ts'
import { submissionsContract } from './contracts/submissions.contract.ts'
import { uploadsContract } from './contracts/uploads.contract.ts'

const contracts: Readonly<Record<string, Contract>> = {
  'the store of submissions': submissionsContract,
  'the store of uploads': uploadsContract,
  'the store of journals': journalsContract,
  'the sequencer, with its feeds,': feedsContract,
  'the store of slots and drops': dropsContract,
  'the store of rosters': rostersContract,
  'the store of sessions': sessionsContract,
  'the store of numbers for what was sealed elsewhere': foreignNumbersContract,
  "the caretaker's store": expiryContract,
}

for (const [name, contract] of Object.entries(contracts)) {
  describe(`In calm weather ${name}`, () => {
    let ground: Ground
    beforeAll(async () => {
      ground = await openGround()
    })
    afterAll(() => ground.close())
    contract(() => ground)
  })

  describe(`In bad weather ${name}`, () => {
    let ground: Ground
    let weather: Weather
    beforeAll(async () => {
      // Three attempts only, so that acts do end in "try again" and the next one finds what they left.
      ground = await openGround({ attempts: 3 })
      weather = letWeather(ground.engine.client, seedOf(name), 0.35)
    })
    afterAll(() => ground.close())
    contract(() => ground)
    it('has met every kind of weather on the way', () => {
      for (const [kind, count] of Object.entries(weather.seen)) expect(count, kind).toBeGreaterThan(0)
    })
  })
}

/** One seed for each contract, the same in every run; another one can be tried. */
function seedOf(name: string): number {
  const chosen = Number(process.env.SAFEHAND_TEST_SEED ?? '1')
  return [...name].reduce((sum, letter) => sum * 31 + letter.charCodeAt(0), chosen) | 0
}
