import { toBase64Url } from './bytes.ts'

/** JSON with octets as base64url: the counterpart of the readers in `fields.ts`. Absent fields stay absent. */
export function printJson(value: unknown): string {
  return JSON.stringify(plain(value))
}

/** The same value with octets as base64url text, ready for `canonical` or to be put inside other JSON. */
export function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return toBase64Url(value)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name, plain(field)]))
}

/** Fill a JSON text up to a length with spaces, which JSON ignores. The text must be ASCII-escaped or counted in octets by the caller. */
export function padded(json: string, octets: number, wanted: number): string {
  return json + ' '.repeat(Math.max(0, wanted - octets))
}
