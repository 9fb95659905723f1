import { expect, it } from 'vitest'
import { toHex } from '../../../domain/bytes.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { insist } from '../../support/ground.ts'
import { octets } from '../../support/kept.ts'
import type { Contract } from './contract.ts'

const now = Date.UTC(2026, 10, 20, 9, 15)
const minute = 60_000
const hour = 60 * minute

export const sessionsContract: Contract = (ground) => {
  it('lets a nonce be spent once, if it was offered and its hour has not passed', async () => {
    const { sessions } = ground().parts
    const [late, never] = [toHex(octets(32)), toHex(octets(32))]
    // Many of them: in bad weather the answer that is lost must some time be the one that said yes.
    for (let round = 0; round < 20; round++) {
      const nonce = toHex(octets(32))
      await insist(() => sessions.offer(nonce, now + 5 * minute))
      saysYesOnce(await Promise.all([1, 2, 3].map(() => answered(() => sessions.spend(nonce, now)))))
    }
    await insist(() => sessions.offer(late, now + 5 * minute))
    expect(await insist(() => sessions.spend(never, now))).toBe(false)
    expect(await insist(() => sessions.spend(late, now + hour))).toBe(false)
  })

  it('tells the first use of the name of a request from every other', async () => {
    const { sessions } = ground().parts
    for (let round = 0; round < 20; round++) {
      const name = toHex(octets(32))
      saysYesOnce(await Promise.all([1, 2, 3].map(() => answered(() => sessions.firstUse(name, now + minute)))))
    }
  })

  it('finds a session until its hour has passed or it was ended', async () => {
    const { sessions } = ground().parts
    const token = toHex(octets(32))
    const session = { member: 'ada0000000000001', thumbprint: 'x'.repeat(43) }
    await insist(() => sessions.open(token, session, now + 8 * hour))
    expect(await insist(() => sessions.find(token, now))).toEqual(session)
    expect(await insist(() => sessions.find(token, now + 9 * hour))).toBeNull()
    await insist(() => sessions.end(token))
    await insist(() => sessions.end(token))
    expect(await insist(() => sessions.find(token, now))).toBeNull()
  })
}

/** Who is told to try again comes with a new name, so here nobody insists. */
async function answered(act: () => Promise<boolean>): Promise<boolean | 'try-again'> {
  try {
    return await act()
  } catch (problem) {
    if (problem instanceof Refusal && problem.code === 'try-again') return 'try-again'
    throw problem
  }
}

/** One yes; or none, when the one that it was for was told to try again. Never two. */
function saysYesOnce(answers: readonly (boolean | 'try-again')[]): void {
  const yes = answers.filter((one) => one === true).length
  expect(yes).toBeLessThanOrEqual(1)
  if (!answers.includes('try-again')) expect(yes).toBe(1)
}
