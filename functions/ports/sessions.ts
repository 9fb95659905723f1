import type { Instant } from '../../domain/day.ts'
import type { MemberId } from '../../domain/roster.ts'

export interface Session {
  readonly member: MemberId
  /** Hash of the key that every request must be signed with and of the certificate that the member signed in with. */
  readonly thumbprint: string
}

/** Names that are good once, and sessions. Times are kept rounded up to the hour; reads treat expired as gone. */
export interface Sessions {
  /** Remember a nonce that was handed out. */
  offer(nonce: string, expires: Instant): Promise<void>
  /** Spend a nonce. @returns whether it was offered, not expired and not spent before. */
  spend(nonce: string, now: Instant): Promise<boolean>
  /** Note the id of a signed request. @returns whether it is new. */
  firstUse(proofId: string, expires: Instant): Promise<boolean>
  /** `tokenHash` is SHA-256 of the token: the store never holds what would open a session. */
  open(tokenHash: string, session: Session, expires: Instant): Promise<void>
  find(tokenHash: string, now: Instant): Promise<Session | null>
  end(tokenHash: string): Promise<void>
}
