/** Octets over memory of their own, as Web Crypto wants them. */
export type Bytes = Uint8Array<ArrayBuffer>

/** SHA-256 (FIPS 180-4). The domain has no library and no platform, so whoever calls it brings this along. */
export type Sha256 = (bytes: Bytes) => Promise<Bytes>

/** Join pieces into one run of octets. */
export function concat(...pieces: readonly Uint8Array[]): Bytes {
  const joined = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    joined.set(piece, at)
    at += piece.length
  }
  return joined
}

/** Whether two runs are the same octets. Its time depends on the content, so never use it to compare secrets. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, at) => octet === b[at])
}

/** Lower-case hexadecimal. */
export function toHex(bytes: Uint8Array): string {
  let text = ''
  for (const octet of bytes) text += octet.toString(16).padStart(2, '0')
  return text
}

/** Octets of lower-case hexadecimal, or `null` when it is not that. */
export function fromHex(text: string): Bytes | null {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/.test(text)) return null
  const bytes = new Uint8Array(text.length / 2)
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(text.slice(2 * at, 2 * at + 2), 16)
  return bytes
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** The value of each letter by its code; 64 for everything that is no letter of the alphabet. */
const sextets = Uint8Array.from({ length: 128 }, (_, code) => (alphabet.indexOf(String.fromCharCode(code)) + 65) % 65)

/** Base64url without padding (RFC 4648, section 5): the form of all octets in our JSON. */
export function toBase64Url(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const a = bytes[at] ?? 0
    const b = bytes[at + 1] ?? 0
    const c = bytes[at + 2] ?? 0
    const left = bytes.length - at
    parts.push(alphabet.charAt(a >> 2) + alphabet.charAt(((a & 3) << 4) | (b >> 4)))
    if (left > 1) parts.push(alphabet.charAt(((b & 15) << 2) | (c >> 6)))
    if (left > 2) parts.push(alphabet.charAt(c & 63))
  }
  return parts.join('')
}

/** Octets of base64url without padding, or `null` when it is not the one way to write them. */
export function fromBase64Url(text: string): Bytes | null {
  if (text.length % 4 === 1) return null
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let held = 0
  let bits = 0
  let at = 0
  for (let letter = 0; letter < text.length; letter++) {
    const value = sextets[text.charCodeAt(letter)] ?? 64
    if (value === 64) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 0xff
    }
  }
  return (held & ((1 << bits) - 1)) === 0 ? bytes : null
}

/** UTF-8 (RFC 3629). A lone surrogate has no UTF-8 form and becomes U+FFFD, as in every browser. */
export function toUtf8(text: string): Bytes {
  const octets = new Uint8Array(text.length * 3)
  let at = 0
  for (let index = 0; index < text.length; index++) {
    let point = text.codePointAt(index) ?? 0
    if (point > 0xffff) index++
    else if (point >= 0xd800 && point <= 0xdfff) point = 0xfffd
    if (point < 0x80) octets[at++] = point
    else if (point < 0x800) {
      octets[at++] = 0xc0 | (point >> 6)
      octets[at++] = 0x80 | (point & 63)
    } else if (point < 0x10000) {
      octets[at++] = 0xe0 | (point >> 12)
      octets[at++] = 0x80 | ((point >> 6) & 63)
      octets[at++] = 0x80 | (point & 63)
    } else {
      octets[at++] = 0xf0 | (point >> 18)
      octets[at++] = 0x80 | ((point >> 12) & 63)
      octets[at++] = 0x80 | ((point >> 6) & 63)
      octets[at++] = 0x80 | (point & 63)
    }
  }
  return octets.slice(0, at)
}

/** Text of UTF-8 octets, or `null` when they are not well formed. */
export function fromUtf8(bytes: Uint8Array): string | null {
  if (isAscii(bytes)) return fromAscii(bytes)
  try {
    let escaped = ''
    const parts: string[] = []
    for (const octet of bytes) {
      escaped += octet < 0x80 && octet !== 0x25 ? String.fromCharCode(octet) : `%${octet.toString(16).padStart(2, '0')}`
      if (escaped.length > 8192 && octet < 0x80) {
        parts.push(decodeURIComponent(escaped))
        escaped = ''
      }
    }
    return parts.join('') + decodeURIComponent(escaped)
  } catch {
    return null
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (const octet of bytes) if (octet > 0x7f) return false
  return true
}

/** Almost all of our JSON: worth its own short way, in browsers without a compiler above all. */
function fromAscii(bytes: Uint8Array): string {
  const parts: string[] = []
  // Applied, not spread: spreading walks an iterator and takes ten times as long.
  for (let at = 0; at < bytes.length; at += 4096) {
    parts.push(Reflect.apply(String.fromCharCode, null, bytes.subarray(at, at + 4096)))
  }
  return parts.join('')
}
