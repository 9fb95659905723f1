import { type Bytes, concat, fromBase64Url, toBase64Url } from './bytes.ts'

/** ASCII armor (RFC 9580, section 6.2): how OpenPGP looks where only text can be pasted. */

/** What can stand inside armor here. */
type Armored = 'MESSAGE' | 'PUBLIC KEY BLOCK'

/** Octets as armored text, without any header that says with what it was made. */
export function armored(kind: Armored, octets: Uint8Array): string {
  const lines = toBase64(octets).match(/.{1,64}/g) ?? []
  const sum = `=${toBase64(checksum(octets))}`
  return [`-----BEGIN PGP ${kind}-----`, '', ...lines, sum, `-----END PGP ${kind}-----`, ''].join('\n')
}

/**
 * The octets inside one armored text, whatever stands around it: people paste what their program printed.
 *
 * @returns `null` when there is none of this kind, more than one, or it was damaged on its way
 */
export function unarmored(kind: Armored, text: string): Bytes | null {
  const [, inside, ...more] = text.split(`-----BEGIN PGP ${kind}-----`)
  if (inside === undefined || more.length > 0) return null
  const end = inside.indexOf(`-----END PGP ${kind}-----`)
  if (end === -1) return null
  const lines = inside
    .slice(0, end)
    .split('\n')
    .map((line) => line.trim())
  // The line after the first marker is empty, or headers stand there and then an empty one.
  const blank = lines.indexOf('', 1)
  if (lines[0] !== '' || blank === -1) return null
  const headers = lines.slice(1, blank)
  const hasHeaders = headers.every((line) => /^[A-Za-z][A-Za-z-]*: /.test(line))
  const content = (hasHeaders ? lines.slice(blank) : lines).filter((line) => line !== '')
  const last = content.at(-1) ?? ''
  const sum = /^=[A-Za-z0-9+/]{4}$/.test(last) ? last.slice(1) : null
  const octets = fromBase64((sum === null ? content : content.slice(0, -1)).join(''))
  if (octets === null || (sum !== null && sum !== toBase64(checksum(octets)))) return null
  return octets
}

function toBase64(octets: Uint8Array): string {
  const text = toBase64Url(octets).replaceAll('-', '+').replaceAll('_', '/')
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=')
}

function fromBase64(text: string): Bytes | null {
  if (text === '' || text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null
  return fromBase64Url(text.replace(/=+$/, '').replaceAll('+', '-').replaceAll('/', '_'))
}

/** CRC-24 (RFC 9580, section 6.1). It finds a slip of the hand, not a forger. */
function checksum(octets: Uint8Array): Bytes {
  let sum = 0xb704ce
  for (const octet of octets) {
    sum ^= octet << 16
    for (let bit = 0; bit < 8; bit++) {
      sum <<= 1
      if ((sum & 0x1000000) !== 0) sum ^= 0x1864cfb
    }
  }
  return concat(Uint8Array.of((sum >> 16) & 0xff, (sum >> 8) & 0xff, sum & 0xff))
}
