import { type Bytes, toUtf8 } from './bytes.ts'
import { Refusal } from './refusal.ts'

/** What may be signed or hashed: JSON without fractions, so that every program prints the same octets. */
export type Canonical =
  | null
  | boolean
  | number
  | string
  | readonly Canonical[]
  | { readonly [name: string]: Canonical | undefined }

/**
 * Canonical JSON (RFC 8785, restricted to safe integers): names sorted by UTF-16 code unit, no white space.
 * Absent fields (`undefined`) are left out.
 *
 * @throws Refusal `malformed` for a number that is not a safe integer
 */
export function canonical(value: Canonical): string {
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new Refusal('malformed', 'canonical JSON holds whole numbers only')
    return String(value)
  }
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const fields: string[] = []
  for (const name of Object.keys(value).sort()) {
    const field = value[name]
    if (field !== undefined) fields.push(`${JSON.stringify(name)}:${canonical(field)}`)
  }
  return `{${fields.join(',')}}`
}

/** The octets that are signed or hashed. */
export function canonicalBytes(value: Canonical): Bytes {
  return toUtf8(canonical(value))
}

function isList(value: Canonical): value is readonly Canonical[] {
  return Array.isArray(value)
}
