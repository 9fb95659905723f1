import type { Bytes } from '../domain/bytes.ts'
import type { Instant } from '../domain/day.ts'
import type { LoginStatement } from '../domain/login.ts'
import type { UnlockedMember } from './member.ts'

/** Sign what a member signs in with. Whoever composes the statement must name the origin it really talks to. */
export async function signLogin(statement: LoginStatement, by: UnlockedMember, now: Instant): Promise<Bytes> {
  return await by.sign(statement, now)
}
