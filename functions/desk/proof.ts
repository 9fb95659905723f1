import { calculateJwkThumbprint, EmbeddedJWK, errors, type JWK, jwtVerify } from 'jose'
import { toBase64Url, toHex, toUtf8 } from '../../domain/bytes.ts'
import { limits } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { DeskParts } from './parts.ts'

/** A proof that whoever sent a request holds a key (DPoP, RFC 9449). */
export interface Proof {
  /** RFC 7638 thumbprint of that key. */
  readonly thumbprint: string
  /** The web origin that the client believes to speak with. */
  readonly origin: string
}

/** A proof takes about 600 characters. */
const proofLengthMax = 2048

/**
 * Check the proof of a request: its form, its signature, that it is for this call at one of our origins, fresh, and
 * was never seen before.
 *
 * @param token the session token that it must be bound to; `null` when there is none yet
 * @throws Refusal `not-signed-in`
 */
export async function checkProof(
  request: Request,
  token: string | null,
  origins: readonly string[],
  parts: Pick<DeskParts, 'sessions' | 'clock' | 'sha256'>,
): Promise<Proof> {
  const claims = await verified(request.headers.get('dpop') ?? '')
  const now = parts.clock()
  const origin = origins.find((one) => claims.htu === one + new URL(request.url).pathname)
  if (origin === undefined || claims.htm !== request.method) throw new Refusal('not-signed-in')
  if (Math.abs(now / 1000 - claims.iat) > limits.proofSkewSeconds) throw new Refusal('not-signed-in')
  const bound = token === null ? undefined : toBase64Url(await parts.sha256(toUtf8(token)))
  if (claims.ath !== bound) throw new Refusal('not-signed-in')
  // The id is the client's own words, so what is kept is its hash.
  const id = toHex(await parts.sha256(toUtf8(`${claims.thumbprint}\n${claims.jti}`)))
  const expires = (claims.iat + 2 * limits.proofSkewSeconds) * 1000
  if (!(await parts.sessions.firstUse(id, expires))) throw new Refusal('not-signed-in')
  return { thumbprint: claims.thumbprint, origin }
}

interface Claims {
  readonly thumbprint: string
  readonly htm: string
  readonly htu: string
  readonly iat: number
  readonly jti: string
  readonly ath: string | undefined
}

async function verified(proof: string): Promise<Claims> {
  if (proof === '' || proof.length > proofLengthMax) throw new Refusal('not-signed-in')
  try {
    // The clock of the library is not asked: `iat` is compared with ours, and `exp` and `nbf` have no place here.
    const options = { algorithms: ['ES256'], typ: 'dpop+jwt', clockTolerance: Number.MAX_SAFE_INTEGER }
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, options)
    const { htm, htu, iat, jti, ath } = payload
    const sound =
      typeof htm === 'string' &&
      typeof htu === 'string' &&
      Number.isSafeInteger(iat) &&
      typeof jti === 'string' &&
      jti.length >= 16 &&
      jti.length <= 128 &&
      (ath === undefined || typeof ath === 'string')
    if (!sound) throw new Refusal('not-signed-in')
    const thumbprint = await calculateJwkThumbprint(protectedHeader.jwk as JWK)
    return { thumbprint, htm, htu, iat: iat as number, jti, ath: ath as string | undefined }
  } catch (trouble) {
    if (trouble instanceof errors.JOSEError || trouble instanceof TypeError || isDomException(trouble)) {
      throw new Refusal('not-signed-in')
    }
    throw trouble
  }
}

/** Web Crypto refuses a key that is no point of the curve with a DOMException. */
function isDomException(trouble: unknown): boolean {
  return trouble instanceof DOMException
}
