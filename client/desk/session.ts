import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { sha256 } from '../../crypto/digest.ts'
import { signLogin } from '../../crypto/login.ts'
import { memberOf, type UnlockedMember } from '../../crypto/member.ts'
import { type Bytes, toBase64Url, toHex, toUtf8 } from '../../domain/bytes.ts'
import * as f from '../../domain/fields.ts'
import { limits } from '../../domain/limits.ts'
import type { LoginStatement } from '../../domain/login.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Member } from '../../domain/roster.ts'
import { patiently } from '../patience.ts'
import type { Portal } from '../portal.ts'
import { Answered } from '../wire.ts'

/** A member who is signed in. The session's own key never leaves the place where it was made. */
export interface DeskSession {
  readonly member: Member
  /**
   * Post to a path of the desk, signed with the session's key. Only for acts of which two are one: it is tried again
   * while the portal is silent.
   *
   * @throws Answered with the desk's own code; Refusal `not-signed-in`, `try-again`
   */
  post(path: `/api/desk/${string}`, request: object): Promise<unknown>
  /** The same for an answer of octets of a known length. @throws as `post` */
  octets(path: `/api/desk/${string}`, request: object, exactly: number): Promise<Bytes>
  /** Sign out. Never refuses: what cannot be reached ends by itself. */
  end(): Promise<void>
}

/**
 * Sign in with an unlocked key.
 *
 * @throws Refusal `login-refused` when the key is not on the roster; `try-again`
 */
export async function signIn(portal: Portal, key: UnlockedMember): Promise<DeskSession> {
  const { wire, pause } = portal
  const prover = await makeProver(portal)
  const enter = async (): Promise<Opened> =>
    await patiently(async () => await openSession(portal, key, prover), { pause })
  const { token, member } = await enter().catch(async (trouble) => {
    if (!(trouble instanceof Answered) || trouble.roster === null) throw trouble
    await portal.adopt(trouble.roster)
    return await enter()
  })
  const proven = async (path: string) => ({
    headers: { 'safehand-session': token, dpop: await prover.prove(path, token) },
  })
  const post = async (path: string, request: object): Promise<unknown> =>
    await wire.post(path, request, await proven(path))
  const octets = async (path: string, request: object, exactly: number): Promise<Bytes> =>
    await wire.postForOctets(path, request, exactly, await proven(path))
  return {
    member,
    post: async (path, request) => await patiently(async () => await post(path, request), { pause }),
    octets: async (path, request, exactly) =>
      await patiently(async () => await octets(path, request, exactly), { pause }),
    async end() {
      await post('/api/desk/session/end', {}).catch(() => {})
    },
  }
}

interface Opened {
  readonly token: string
  readonly member: Member
}

/** One login, with a nonce of its own: a spent one is never tried again. */
async function openSession(portal: Portal, key: UnlockedMember, prover: Prover): Promise<Opened> {
  const { wire, clock, origin, roster } = portal
  const member = memberOf(roster.roster, key)
  if (member === null) throw new Refusal('login-refused')
  const { nonce } = readNonce(await wire.post('/api/desk/session/nonce', {}), 'nonce')
  const statement: LoginStatement = {
    context: 'login',
    format: 'safehand-login/1',
    instance: roster.roster.instance,
    origin,
    member: member.id,
    nonce,
    thumbprint: prover.thumbprint,
    roster: roster.hash,
    expires: Math.floor(clock() / 1000) + limits.loginMinutes * 60,
  }
  const signature = await signLogin(statement, key, clock())
  const headers = { dpop: await prover.prove(sessionPath, null) }
  const { token } = readOpened(await wire.post(sessionPath, { statement, signature }, { headers }), 'session')
  return { token, member }
}

const sessionPath = '/api/desk/session'

const readNonce = f.object<{ nonce: string }>({ nonce: f.hex(32) })
const readOpened = f.object<{ token: string; expires: number }>({
  token: f.form(/^[A-Za-z0-9_-]{16,200}$/, 'a session token'),
  expires: f.integer(0, Number.MAX_SAFE_INTEGER),
})

interface Prover {
  readonly thumbprint: string
  /** A proof of possession (RFC 9449) for one request. */
  prove(path: string, token: string | null): Promise<string>
}

async function makeProver({ origin, clock }: Portal): Promise<Prover> {
  const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: false })
  const { kty, crv, x, y } = await exportJWK(publicKey)
  const jwk = { kty, crv, x, y } as JWK
  return {
    thumbprint: await calculateJwkThumbprint(jwk, 'sha256'),
    async prove(path, token) {
      const about = { htm: 'POST', htu: origin + path, jti: toHex(crypto.getRandomValues(new Uint8Array(16))) }
      const ath = token === null ? {} : { ath: toBase64Url(await sha256(toUtf8(token))) }
      return await new SignJWT({ ...about, ...ath })
        .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk })
        .setIssuedAt(Math.floor(clock() / 1000))
        .sign(privateKey)
    },
  }
}
