import { type Bytes, fromBase64Url, fromHex } from './bytes.ts'
import { asDay, type Day } from './day.ts'
import { Refusal } from './refusal.ts'

/**
 * Readers for untrusted JSON. Each names the first wrong field by its path and throws Refusal `malformed`.
 * Nothing is guessed and nothing is ignored: an unknown field is an error, because a field that one side checks and
 * the other does not is a place to hide things.
 */
export type Read<T> = (value: unknown, path: string) => T

/** JSON text to a value, bounded. `textMax` is in UTF-16 units. */
export function parseJson(text: string, textMax: number): unknown {
  if (text.length > textMax) throw new Refusal('too-large')
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal('malformed', 'expected JSON')
  }
}

/** An object with exactly these fields. */
export function object<T extends object>(fields: { readonly [K in keyof T]-?: Read<T[K]> }): Read<T> {
  const names = Object.keys(fields)
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw expected(path, 'an object')
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(fields, name)) throw new Refusal('malformed', `${path}.${name.slice(0, 40)}: unknown field`)
    }
    const read: Record<string, unknown> = {}
    for (const name of names) {
      const field = (value as Record<string, unknown>)[name]
      const parsed = (fields as unknown as Record<string, Read<unknown>>)[name]?.(field, `${path}.${name}`)
      if (parsed !== undefined) read[name] = parsed
    }
    return read as T
  }
}

export function list<T>(item: Read<T>, countMax: number): Read<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw expected(path, 'a list')
    if (value.length > countMax) throw expected(path, `at most ${countMax} items`)
    return value.map((one, at) => item(one, `${path}[${at}]`))
  }
}

/** A map from names of a given form. */
export function dictionary<T>(name: RegExp, item: Read<T>, countMax: number): Read<Readonly<Record<string, T>>> {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw expected(path, 'an object')
    const entries = Object.entries(value)
    if (entries.length > countMax) throw expected(path, `at most ${countMax} fields`)
    return Object.fromEntries(
      entries.map(([key, one]) => {
        if (!name.test(key)) throw new Refusal('malformed', `${path}: a field name of the wrong form`)
        return [key, item(one, `${path}.${key}`)]
      }),
    )
  }
}

export function nullable<T>(read: Read<T>): Read<T | null> {
  return (value, path) => (value === null ? null : read(value, path))
}

/** A field that may be absent. */
export function optional<T>(read: Read<T>): Read<T | undefined> {
  return (value, path) => (value === undefined ? undefined : read(value, path))
}

/** Text of bounded length in UTF-16 units. */
export function text(lengthMax: number, lengthMin = 0): Read<string> {
  return (value, path) => {
    if (typeof value !== 'string') throw expected(path, 'text')
    if (value.length > lengthMax) throw expected(path, `at most ${lengthMax} characters`)
    if (value.length < lengthMin) throw expected(path, `at least ${lengthMin} characters`)
    return value
  }
}

/** Text of a given form. `what` says the form in words. */
export function form<T extends string>(pattern: RegExp, what: string): Read<T> {
  return (value, path) => {
    if (typeof value !== 'string' || !pattern.test(value)) throw expected(path, what)
    return value as T
  }
}

export function oneOf<const T extends string>(values: readonly T[]): Read<T> {
  return (value, path) => {
    const found = values.find((one) => one === value)
    if (found === undefined) throw expected(path, `one of ${values.join(', ')}`)
    return found
  }
}

export function exactly<const T extends string | number | boolean>(constant: T): Read<T> {
  return (value, path) => {
    if (value !== constant) throw expected(path, JSON.stringify(constant))
    return constant
  }
}

export function integer(min: number, max: number): Read<number> {
  return (value, path) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < min || value > max) {
      throw expected(path, `a whole number from ${min} to ${max}`)
    }
    return value
  }
}

export const truth: Read<boolean> = (value, path) => {
  if (typeof value !== 'boolean') throw expected(path, 'true or false')
  return value
}

export const day: Read<Day> = (value, path) => {
  const read = typeof value === 'string' ? asDay(value) : null
  if (read === null) throw expected(path, 'a day as YYYY-MM-DD')
  return read
}

/** Lower-case hexadecimal of so many octets, kept as text. */
export function hex(octets: number): Read<string> {
  return form(new RegExp(`^[0-9a-f]{${octets * 2}}$`), `${octets} octets in lower-case hexadecimal`)
}

/** Octets written in base64url. Give `exact` or a maximum. */
export function octets(limit: { readonly exact: number } | { readonly max: number }): Read<Bytes> {
  return (value, path) => {
    const most = 'exact' in limit ? limit.exact : limit.max
    if (typeof value !== 'string') throw expected(path, 'base64url')
    if (value.length > Math.ceil((most * 4) / 3)) throw new Refusal('too-large', `${path}: at most ${most} octets`)
    const bytes = fromBase64Url(value)
    if (bytes === null) throw expected(path, 'base64url')
    if ('exact' in limit && bytes.length !== limit.exact)
      throw new Refusal('wrong-size', `${path}: expected ${most} octets`)
    return bytes
  }
}

/** Octets of hexadecimal that was already checked by `hex`. */
export function fromCheckedHex(checked: string): Bytes {
  const bytes = fromHex(checked)
  if (bytes === null) throw new Refusal('malformed', 'expected hexadecimal')
  return bytes
}

function expected(path: string, what: string): Refusal {
  return new Refusal('malformed', `${path}: expected ${what}`)
}
