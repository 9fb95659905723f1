import type { AttributeValue } from '@aws-sdk/client-dynamodb'
import type { Bytes } from '../../../domain/bytes.ts'
import type { Key } from './table.ts'

/** A row as the database speaks of it. */
export type Row = Record<string, AttributeValue>

/** What we write into attributes. `undefined` leaves an attribute out. */
export type Value = string | number | Uint8Array | readonly string[] | Readonly<Record<string, number>> | undefined

/** A row of plain values. */
export function rowOf(key: Key, values: Readonly<Record<string, Value>> = {}): Row {
  const row: Row = { pk: { S: key.pk }, sk: { S: key.sk } }
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) row[name] = attributeOf(value)
  }
  return row
}

export function keyRow(key: Key): Row {
  return { pk: { S: key.pk }, sk: { S: key.sk } }
}

export function attributeOf(value: Exclude<Value, undefined>): AttributeValue {
  if (typeof value === 'string') return { S: value }
  if (typeof value === 'number') return { N: String(value) }
  if (value instanceof Uint8Array) return { B: value }
  if (isList(value)) return { L: value.map((one) => ({ S: one })) }
  return { M: Object.fromEntries(Object.entries(value).map(([name, one]) => [name, { N: String(one) }])) }
}

/** Readers of our own rows. A missing attribute is damage, not a refusal: it stops the act as a bug would. */
export function textIn(row: Row, name: string): string {
  return row[name]?.S ?? missing(name)
}

export function numberIn(row: Row, name: string): number {
  const text = row[name]?.N
  return text === undefined ? missing(name) : Number(text)
}

export function bytesIn(row: Row, name: string): Bytes {
  const value = row[name]?.B
  // A copy over memory of its own: what the SDK returns may be a view into a larger buffer.
  return value === undefined ? missing(name) : new Uint8Array(value)
}

export function textsIn(row: Row, name: string): string[] {
  return (row[name]?.L ?? []).map((one) => one.S ?? missing(name))
}

export function countsIn(row: Row, name: string): Record<string, number> {
  return Object.fromEntries(Object.entries(row[name]?.M ?? {}).map(([key, one]) => [key, Number(one.N)]))
}

function isList(value: readonly string[] | Readonly<Record<string, number>>): value is readonly string[] {
  return Array.isArray(value)
}

function missing(name: string): never {
  throw new Error(`a row lacks its attribute ${name}`)
}
