import { type Bytes, fromUtf8 } from '../../domain/bytes.ts'
import { type Canonical, canonicalBytes } from '../../domain/canonical.ts'
import { type Context, contextNotation } from '../../domain/context.ts'
import type { Instant } from '../../domain/day.ts'
import { plain } from '../../domain/print.ts'
import { Refusal } from '../../domain/refusal.ts'
import { createMessage, enums, type PublicKey, readSignature, type SignaturePacket, verify } from '../openpgp.ts'

/** The octets that are signed for a statement: its canonical JSON, octet fields as base64url. */
export function statementBytes(statement: object): Bytes {
  return canonicalBytes(plain(statement) as Canonical)
}

/**
 * Check a detached signature over a statement. It must be one signature, made for this context and by this key, which
 * was good when it signed; one dated more than a day ahead is refused, since clocks differ by less.
 *
 * @throws Refusal `bad-signature`
 */
export async function verifyStatement(
  statement: { readonly context: Context },
  signature: Bytes,
  key: PublicKey,
  at: Instant,
): Promise<void> {
  if (!(await isSignedBy(statement, signature, key, at))) throw new Refusal('bad-signature')
}

/** The same as a question. */
export async function isSignedBy(
  statement: { readonly context: Context },
  signature: Bytes,
  key: PublicKey,
  at: Instant,
): Promise<boolean> {
  try {
    const read = await readSignature({ binarySignature: signature })
    const [packet, ...more] = read.packets
    if (packet === undefined || more.length > 0 || !isFor(packet, statement.context)) return false
    // Before anything is hashed: a roster is long, and anybody may send one with thirty signatures of nobody.
    if (key.getKeys(packet.issuerKeyID).length === 0) return false
    const result = await verify({
      message: await createMessage({ binary: statementBytes(statement) }),
      signature: read,
      verificationKeys: key,
      date: new Date(at + aheadMs),
      format: 'binary',
    } as Parameters<typeof verify>[0])
    const [only, ...others] = result.signatures
    return only !== undefined && others.length === 0 && (await only.verified)
  } catch {
    return false
  }
}

const aheadMs = 86_400_000

/** A binary signature with exactly one context notation in its hashed area, and the right one. */
function isFor(packet: SignaturePacket, context: Context): boolean {
  // The library puts notations of the hashed area here, and only those.
  const notations = packet.rawNotations.filter((one) => one.name === contextNotation)
  const [notation] = notations
  return (
    packet.signatureType === enums.signature.binary &&
    notations.length === 1 &&
    notation !== undefined &&
    fromUtf8(notation.value) === context
  )
}
