import { Hono } from 'hono'
import { readMemberCertificate } from '../../crypto/verify/certificate.ts'
import { verifyStatement } from '../../crypto/verify/statement.ts'
import { type Bytes, concat, toBase64Url, toHex, toUtf8 } from '../../domain/bytes.ts'
import type { Instant } from '../../domain/day.ts'
import * as f from '../../domain/fields.ts'
import { limits } from '../../domain/limits.ts'
import { type LoginStatement, readLoginStatement } from '../../domain/login.ts'
import { answerOf, Refusal } from '../../domain/refusal.ts'
import type { Member } from '../../domain/roster.ts'
import type { RosterInForce } from '../ports/in-force.ts'
import type { DeskParts } from './parts.ts'
import { checkProof, type Proof } from './proof.ts'
import { readRequest } from './request.ts'
import { publishedFile } from './rosters.ts'

/** A member who is signed in, and the roster that says what they may do. */
export interface SignedIn {
  readonly member: Member
  readonly inForce: RosterInForce
}

/**
 * The member behind a request: the session exists, the request is signed with the session's own key, and the member is
 * still on the roster.
 *
 * @throws Refusal `not-signed-in`
 */
export async function signedIn(request: Request, parts: DeskParts): Promise<SignedIn> {
  const token = tokenOf(request)
  const session = await parts.sessions.find(await nameOf(token, parts), parts.clock())
  const inForce = await parts.rosters.newest()
  if (session === null || inForce === null) throw new Refusal('not-signed-in')
  const { thumbprint } = await checkProof(request, token, inForce.file.roster.origins, parts)
  const member = inForce.file.roster.members.find((one) => one.id === session.member)
  if (member === undefined || (await boundTo(thumbprint, member, parts)) !== session.thumbprint) {
    throw new Refusal('not-signed-in')
  }
  return { member, inForce }
}

export function sessionRoutes(parts: DeskParts) {
  return new Hono()
    .post('/api/desk/session/nonce', async (c) => {
      await readRequest(c.req.raw, f.object({}))
      const nonce = toHex(parts.dice(32))
      await parts.sessions.offer(nonce, parts.clock() + minutes(limits.loginMinutes))
      return c.json({ nonce })
    })
    .post('/api/desk/session', async (c) => {
      const login = await readRequest(c.req.raw, readLogin)
      const inForce = await parts.rosters.newest()
      if (inForce === null) throw new Refusal('login-refused')
      if (login.statement.roster !== inForce.hash) {
        return c.json(answerOf(new Refusal('roster-changed'), { roster: publishedFile(inForce) }), 409)
      }
      const proof = await checkProof(c.req.raw, null, inForce.file.roster.origins, parts)
      const member = await identified(login, proof, inForce, parts)
      const token = toBase64Url(parts.dice(32))
      const expires = parts.clock() + minutes(limits.sessionHours * 60)
      const session = { member: member.id, thumbprint: await boundTo(proof.thumbprint, member, parts) }
      await parts.sessions.open(await nameOf(token, parts), session, expires)
      return c.json({ token, expires: Math.floor(expires / 1000) })
    })
    .post('/api/desk/session/end', async (c) => {
      await readRequest(c.req.raw, f.object({}))
      await signedIn(c.req.raw, parts)
      await parts.sessions.end(await nameOf(tokenOf(c.req.raw), parts))
      return c.json({ ended: true as const })
    })
}

interface Login {
  readonly statement: LoginStatement
  readonly signature: Bytes
}

const readLogin: f.Read<Login> = f.object<Login>({
  statement: readLoginStatement,
  signature: f.octets({ max: 1024 }),
})

/**
 * The member who signed a login: for this portal, at the origin it spoke with, for the key that signed the request,
 * with a nonce of ours that was not used before. A statement made for any other place or key is worth nothing here.
 */
async function identified(login: Login, proof: Proof, inForce: RosterInForce, parts: DeskParts): Promise<Member> {
  const { statement, signature } = login
  const { roster } = inForce.file
  const now = parts.clock()
  const left = statement.expires * 1000 - now
  const member = roster.members.find((one) => one.id === statement.member)
  const fits =
    statement.instance === roster.instance &&
    statement.origin === proof.origin &&
    statement.thumbprint === proof.thumbprint &&
    left > 0 &&
    left <= minutes(limits.loginMinutes) + limits.proofSkewSeconds * 1000
  if (!fits || member === undefined) throw new Refusal('login-refused')
  if (!(await parts.sessions.spend(statement.nonce, now))) throw new Refusal('login-refused')
  await checkSignature(login, signature, member, roster.instance, now)
  return member
}

async function checkSignature(
  login: Login,
  signature: Bytes,
  member: Member,
  instance: string,
  now: Instant,
): Promise<void> {
  try {
    const { key } = await readMemberCertificate(member.certificate, { handle: member.handle, instance }, now)
    await verifyStatement(login.statement, signature, key, now)
  } catch (trouble) {
    if (trouble instanceof Refusal) throw new Refusal('login-refused')
    throw trouble
  }
}

/**
 * What a session hangs on: the key that signs its requests, and the certificate that its member signed in with. When
 * stewards change a stolen key, the thief's session ends with it.
 */
async function boundTo(
  thumbprint: string,
  { certificate }: Pick<Member, 'certificate'>,
  { sha256 }: Pick<DeskParts, 'sha256'>,
): Promise<string> {
  return toBase64Url(await sha256(concat(toUtf8(`${thumbprint}\n`), certificate)))
}

function tokenOf(request: Request): string {
  const token = request.headers.get('safehand-session') ?? ''
  if (!/^[A-Za-z0-9_-]{43}$/.test(token)) throw new Refusal('not-signed-in')
  return token
}

/** What a session is kept under: never the token itself. */
async function nameOf(token: string, { sha256 }: Pick<DeskParts, 'sha256'>): Promise<string> {
  return toHex(await sha256(toUtf8(token)))
}

function minutes(count: number): number {
  return count * 60_000
}
