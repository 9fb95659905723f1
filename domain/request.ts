import { type Bytes, concat, fromUtf8 } from './bytes.ts'
import { parseJson } from './fields.ts'
import { Refusal } from './refusal.ts'

/** Octets as they arrive. */
type Arriving = AsyncIterable<Uint8Array> | null

/**
 * Read a request that must have one of a few exact lengths. No octet beyond the largest is held, so a stranger cannot
 * fill the memory by sending on.
 *
 * @throws Refusal `too-large` beyond the largest length, `wrong-size` for any other length, `malformed` when it broke off
 */
export async function readExactly(body: Arriving, sizes: readonly number[]): Promise<Bytes> {
  const largest = Math.max(...sizes)
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of body ?? []) {
      length += piece.length
      if (length > largest) throw new Refusal('too-large')
      pieces.push(piece)
    }
  } catch (trouble) {
    // A circuit that broke in the middle is nobody's bug.
    throw trouble instanceof Refusal ? trouble : new Refusal('malformed', 'the request ended early')
  }
  if (!sizes.includes(length)) throw new Refusal('wrong-size')
  return concat(...pieces)
}

/**
 * The JSON of a request. It is filled up with spaces, which JSON ignores.
 *
 * @throws Refusal `malformed`
 */
export function jsonOf(request: Bytes): unknown {
  let end = request.length
  while (end > 0 && request[end - 1] === 0x20) end--
  const text = fromUtf8(request.subarray(0, end))
  if (text === null) throw new Refusal('malformed', 'expected UTF-8')
  return parseJson(text, request.length)
}
