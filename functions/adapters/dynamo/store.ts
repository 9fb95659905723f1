import {
  type AttributeValue,
  BatchGetItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  type DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactionCanceledException,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb'
import { attributeOf, keyRow, type Row, type Value } from './attributes.ts'
import { type Patience, persist } from './retry.ts'
import type { Key, Tables } from './table.ts'

/** A condition on the row that is to be written. Names go by `#name`, values by `:name`: see [Note: ASCII guard]. */
export interface Condition {
  readonly says: string
  readonly names: readonly string[]
  readonly values?: Readonly<Record<string, Exclude<Value, undefined>>>
}

/** One write of a transaction. */
export type Write =
  | { readonly table: keyof Tables; readonly put: Row; readonly when?: Condition }
  | { readonly table: keyof Tables; readonly erase: Key; readonly when?: Condition }
  | { readonly table: keyof Tables; readonly change: Key; readonly set: Condition; readonly when?: Condition }

/** Whether a conditional write was done; if not, which writes met another row than they wanted, and that row. */
export type Outcome = { readonly done: true } | { readonly done: false; readonly met: ReadonlyMap<number, Row | null> }

/** Items that one BatchGetItem takes. */
const batchGetMax = 100

/** The two tables behind bounded retries. All reads are strongly consistent. */
export class Store {
  readonly #client: DynamoDBClient
  readonly #tables: Tables
  readonly #patience: Patience

  constructor(client: DynamoDBClient, tables: Tables, patience: Patience) {
    this.#client = client
    this.#tables = tables
    this.#patience = patience
  }

  async get(table: keyof Tables, key: Key): Promise<Row | null> {
    const input = { TableName: this.#tables[table], Key: keyRow(key), ConsistentRead: true }
    const answer = await this.#persist(() => this.#client.send(new GetItemCommand(input)))
    return answer.Item ?? null
  }

  /** Rows by their keys, missing ones left out, as a map from `pk sk`. */
  async getAll(table: keyof Tables, keys: readonly Key[]): Promise<ReadonlyMap<string, Row>> {
    const found = new Map<string, Row>()
    // A batch must not name a row twice.
    const distinct = [...new Map(keys.map((one) => [nameOf(one), one])).values()]
    for (let at = 0; at < distinct.length; at += batchGetMax) {
      let wanted: Row[] = distinct.slice(at, at + batchGetMax).map(keyRow)
      while (wanted.length > 0) {
        const answer = await this.#persist(() => this.#getSome(table, wanted))
        for (const row of answer.rows) found.set(nameOf(row), row)
        wanted = answer.left
      }
    }
    return found
  }

  /** The first rows of a partition after a sort key. `more` when others follow. */
  async query(
    table: keyof Tables,
    pk: string,
    rowsMax: number,
    after: string | null = null,
  ): Promise<{ readonly rows: readonly Row[]; readonly more: boolean }> {
    const rows: Row[] = []
    let start: Record<string, AttributeValue> | undefined
    do {
      const input = {
        TableName: this.#tables[table],
        ConsistentRead: true,
        KeyConditionExpression: after === null ? '#pk = :pk' : '#pk = :pk AND #sk > :after',
        ExpressionAttributeNames: after === null ? { '#pk': 'pk' } : { '#pk': 'pk', '#sk': 'sk' },
        ExpressionAttributeValues: { ':pk': { S: pk }, ...(after === null ? {} : { ':after': { S: after } }) },
        // One more than wanted: it says whether others follow.
        Limit: rowsMax + 1 - rows.length,
        ExclusiveStartKey: start,
      }
      const answer = await this.#persist(() => this.#client.send(new QueryCommand(input)))
      rows.push(...(answer.Items ?? []))
      start = answer.LastEvaluatedKey
    } while (start !== undefined && rows.length <= rowsMax)
    return { rows: rows.slice(0, rowsMax), more: rows.length > rowsMax }
  }

  async count(table: keyof Tables, pk: string): Promise<number> {
    let count = 0
    let start: Record<string, AttributeValue> | undefined
    do {
      const input = {
        TableName: this.#tables[table],
        ConsistentRead: true,
        Select: 'COUNT' as const,
        KeyConditionExpression: '#pk = :pk',
        ExpressionAttributeNames: { '#pk': 'pk' },
        ExpressionAttributeValues: { ':pk': { S: pk } },
        ExclusiveStartKey: start,
      }
      const answer = await this.#persist(() => this.#client.send(new QueryCommand(input)))
      count += answer.Count ?? 0
      start = answer.LastEvaluatedKey
    } while (start !== undefined)
    return count
  }

  /** One write by itself. Doing it twice must be doing it once. */
  async write(one: Write): Promise<Outcome> {
    const { Put, Delete, Update } = this.#itemOf(one)
    try {
      await this.#persist(async () => {
        if (Put !== undefined) await this.#client.send(new PutItemCommand(Put))
        if (Delete !== undefined) await this.#client.send(new DeleteItemCommand(Delete))
        if (Update !== undefined) await this.#client.send(new UpdateItemCommand(Update))
      })
      return { done: true }
    } catch (problem) {
      if (!(problem instanceof ConditionalCheckFailedException)) throw problem
      return { done: false, met: new Map([[0, problem.Item ?? null]]) }
    }
  }

  /**
   * Many writes, all or none. A token makes a transaction that was repeated after a time-out count once even when its
   * own effect stands in the way of its conditions (the database remembers tokens for ten minutes).
   */
  async transact(writes: readonly Write[], token?: string): Promise<Outcome> {
    const input = { TransactItems: writes.map((one) => this.#itemOf(one)), ClientRequestToken: token }
    try {
      await this.#persist(() => this.#client.send(new TransactWriteItemsCommand(input)))
      return { done: true }
    } catch (problem) {
      if (!(problem instanceof TransactionCanceledException)) throw problem
      const met = new Map<number, Row | null>()
      for (const [at, reason] of (problem.CancellationReasons ?? []).entries()) {
        if (reason.Code === 'ConditionalCheckFailed') met.set(at, reason.Item ?? null)
      }
      if (met.size === 0) throw problem
      return { done: false, met }
    }
  }

  /** The database may answer only a part. A part that is empty is weather: without that rule it could go on for ever. */
  async #getSome(table: keyof Tables, wanted: readonly Row[]): Promise<{ rows: readonly Row[]; left: Row[] }> {
    const name = this.#tables[table]
    const asked = { [name]: { Keys: [...wanted], ConsistentRead: true } }
    const answer = await this.#client.send(new BatchGetItemCommand({ RequestItems: asked }))
    const left = answer.UnprocessedKeys?.[name]?.Keys ?? []
    if (left.length >= wanted.length) throw named('ThrottlingException', 'a batch of reads came back empty')
    return { rows: answer.Responses?.[name] ?? [], left }
  }

  #persist<T>(act: () => Promise<T>): Promise<T> {
    return persist(act, this.#patience)
  }

  #itemOf(one: Write): TransactWriteItem {
    const condition = {
      TableName: this.#tables[one.table],
      ...(one.when === undefined ? {} : { ConditionExpression: one.when.says }),
      ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const,
    }
    const conditionTerms = one.when === undefined ? {} : termsOf(one.when)
    if ('put' in one) return { Put: { ...condition, ...conditionTerms, Item: one.put } }
    if ('erase' in one) return { Delete: { ...condition, ...conditionTerms, Key: keyRow(one.erase) } }
    const terms = termsOf(one.set, one.when)
    return { Update: { ...condition, ...terms, Key: keyRow(one.change), UpdateExpression: one.set.says } }
  }
}

/** The key with this name. */
export function keyNamed(name: string): Key {
  const at = name.indexOf(' ')
  return { pk: name.slice(0, at), sk: name.slice(at + 1) }
}

/** The name of a row: `getAll` returns it under this, and notes for the caretaker call it so. */
export function nameOf(row: Row | Key): string {
  const text = (one: AttributeValue | string | undefined) => (typeof one === 'string' ? one : (one?.S ?? ''))
  return `${text(row.pk)} ${text(row.sk)}`
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name })
}

function termsOf(...conditions: readonly (Condition | undefined)[]) {
  const names: Record<string, string> = {}
  const values: Row = {}
  for (const one of conditions) {
    for (const name of one?.names ?? []) names[`#${name}`] = name
    for (const [name, value] of Object.entries(one?.values ?? {})) values[`:${name}`] = attributeOf(value)
  }
  return {
    ExpressionAttributeNames: names,
    ...(Object.keys(values).length === 0 ? {} : { ExpressionAttributeValues: values }),
  }
}
