import { type Bytes, toUtf8 } from '../domain/bytes.ts'
import { type Context, contextNotation } from '../domain/context.ts'
import type { Instant } from '../domain/day.ts'
import { createMessage, type PrivateKey, sign } from './openpgp.ts'
import { statementBytes } from './verify/statement.ts'

/** A detached signature with the context in its hashed area. Not critical: other programs would call it bad. */
export async function signStatement(
  key: PrivateKey,
  statement: { readonly context: Context },
  at: Instant,
): Promise<Bytes> {
  const signed = await sign({
    message: await createMessage({ binary: statementBytes(statement) }),
    signingKeys: key,
    detached: true,
    date: new Date(at),
    signatureNotations: [
      { name: contextNotation, value: toUtf8(statement.context), humanReadable: true, critical: false },
    ],
    format: 'binary',
  })
  return new Uint8Array(signed)
}
