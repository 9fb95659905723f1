import { randomUUID } from 'node:crypto'
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose'
import { signLogin } from '../../crypto/login.ts'
import type { UnlockedMember } from '../../crypto/member.ts'
import { type Bytes, toBase64Url, toUtf8 } from '../../domain/bytes.ts'
import type { LoginStatement } from '../../domain/login.ts'
import { jsonClassOf } from '../../domain/sizes.ts'
import { nodeSha256 } from '../../functions/entry/platform.ts'
import { spaced } from './submissions.ts'

/** Where a desk is called. */
export interface Called {
  readonly origin: string
  readonly clock: () => number
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

export interface Answer {
  readonly status: number
  /** Octets of the answer. */
  readonly length: number
  readonly json: Record<string, unknown>
}

/** Claims or header fields to put over the right ones of a proof. */
export interface ProofOptions {
  readonly htu?: string
  readonly htm?: string
  readonly iat?: number
  readonly jti?: string
  readonly ath?: string
  readonly typ?: string
}

/** Speaks with a desk octet by octet, so that every part of it can be bent. The product's own client cannot lie. */
export class DeskCaller {
  readonly #portal: Called
  readonly #key: CryptoKey
  readonly #jwk: JWK
  readonly thumbprint: string
  token: string | null = null

  private constructor(portal: Called, key: CryptoKey, jwk: JWK, thumbprint: string) {
    this.#portal = portal
    this.#key = key
    this.#jwk = jwk
    this.thumbprint = thumbprint
  }

  static async at(portal: Called): Promise<DeskCaller> {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: false })
    const jwk = await exportJWK(publicKey)
    return new DeskCaller(portal, privateKey, jwk, await calculateJwkThumbprint(jwk))
  }

  /** A DPoP proof for a call. */
  async proof(path: string, token: string | null, options: ProofOptions = {}): Promise<string> {
    const ath = options.ath ?? (token === null ? undefined : toBase64Url(await nodeSha256(toUtf8(token))))
    const claims = {
      htm: options.htm ?? 'POST',
      htu: options.htu ?? this.#portal.origin + path,
      iat: options.iat ?? Math.floor(this.#portal.clock() / 1000),
      jti: options.jti ?? randomUUID(),
      ...(ath === undefined ? {} : { ath }),
    }
    return await new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', typ: options.typ ?? 'dpop+jwt', jwk: this.#jwk })
      .sign(this.#key)
  }

  /** Post a request, filled up to its class, with a proof when there is a session. `headers` go over the right ones. */
  async post(path: string, request: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer> {
    const length = jsonClassOf(Buffer.byteLength(JSON.stringify(request))) ?? 0
    const right: Record<string, string> =
      this.token === null ? {} : { 'safehand-session': this.token, dpop: await this.proof(path, this.token) }
    return await postOctets(this.#portal, path, spaced(request, length), { ...right, ...headers })
  }

  /** Ask for octets: a chunk, or a refusal in JSON. */
  async fetchOctets(path: string, request: unknown): Promise<{ readonly status: number; readonly octets: Bytes }> {
    const length = jsonClassOf(Buffer.byteLength(JSON.stringify(request))) ?? 0
    const answer = await this.#portal.fetch(this.#portal.origin + path, {
      method: 'POST',
      headers: { 'safehand-session': this.token ?? '', dpop: await this.proof(path, this.token) },
      body: spaced(request, length),
    })
    return { status: answer.status, octets: new Uint8Array(await answer.arrayBuffer()) }
  }

  async nonce(): Promise<string> {
    return String((await this.post('/api/desk/session/nonce', {})).json.nonce)
  }

  /** A login statement; `fields` go over the right ones. */
  statement(
    about: Pick<LoginStatement, 'instance' | 'member' | 'nonce' | 'roster'>,
    fields: Partial<LoginStatement> = {},
  ) {
    const statement: LoginStatement = {
      context: 'login',
      format: 'safehand-login/1',
      origin: this.#portal.origin,
      thumbprint: this.thumbprint,
      expires: Math.floor(this.#portal.clock() / 1000) + 240,
      ...about,
      ...fields,
    }
    return statement
  }

  /** Send a signed login. */
  async login(statement: LoginStatement, by: UnlockedMember, proof?: string): Promise<Answer> {
    return await this.sendLogin(statement, await signLogin(statement, by, this.#portal.clock()), proof)
  }

  /** Send a login with a signature of any kind. */
  async sendLogin(statement: LoginStatement, signed: Bytes, proof?: string): Promise<Answer> {
    const signature = toBase64Url(signed)
    const dpop = proof ?? (await this.proof('/api/desk/session', null))
    return await this.post('/api/desk/session', { statement, signature }, { dpop })
  }

  /** Sign in the right way, and keep the session. */
  async signIn(about: Pick<LoginStatement, 'instance' | 'member' | 'roster'>, by: UnlockedMember): Promise<void> {
    const answer = await this.login(this.statement({ ...about, nonce: await this.nonce() }), by)
    if (answer.status !== 200) throw new Error(`not let in: ${JSON.stringify(answer.json)}`)
    this.token = String(answer.json.token)
  }
}

/** Post octets as they are. */
export async function postOctets(
  portal: Called,
  path: string,
  octets: Uint8Array<ArrayBuffer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const answer = await portal.fetch(portal.origin + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: octets,
  })
  const text = await answer.text()
  return { status: answer.status, length: Buffer.byteLength(text), json: JSON.parse(text) as Answer['json'] }
}
