import * as f from './fields.ts'
import type { MemberId } from './roster.ts'

/**
 * What a member signs to sign in. The client composes it and names its own origin and session key, so that a server
 * cannot use the member's key to sign something else, and a statement relayed to another portal is worth nothing.
 */
export interface LoginStatement {
  readonly context: 'login'
  readonly format: 'safehand-login/1'
  readonly instance: string
  readonly origin: string
  readonly member: MemberId
  /** 32 octets in hexadecimal, from the portal, good once. */
  readonly nonce: string
  /** RFC 7638 thumbprint of the session's DPoP key, base64url. */
  readonly thumbprint: string
  /** Hash of the roster that the client saw. */
  readonly roster: string
  /** Seconds since 1970. Never stored. */
  readonly expires: number
}

export const readLoginStatement: f.Read<LoginStatement> = f.object<LoginStatement>({
  context: f.exactly('login'),
  format: f.exactly('safehand-login/1'),
  instance: f.hex(16),
  origin: f.text(300, 8),
  member: f.hex(8),
  nonce: f.hex(32),
  thumbprint: f.form(/^[A-Za-z0-9_-]{43}$/, 'a thumbprint'),
  roster: f.hex(32),
  expires: f.integer(0, 2 ** 40),
})
