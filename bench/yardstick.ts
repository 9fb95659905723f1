import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { dayOf } from '../domain/day.ts'
import { startEngine } from '../functions/adapters/engine.ts'
import { openLocal } from '../functions/adapters/local.ts'
import { systemClock, systemDice } from '../functions/entry/platform.ts'
import type { Submission } from '../functions/ports/submissions.ts'
import { type Loaded, load } from './load.ts'

/** The database engine alone, asked for the transaction that keeping a tip is. */
export interface Yardstick {
  /** Run so many transactions, each of new rows, so many at once. */
  measure(count: number, atOnce: number): Promise<Loaded>
  close(): Promise<void>
}

const headers = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-target': 'DynamoDB_20120810.TransactWriteItems',
  'x-amz-date': '20260101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0',
}

/**
 * Start an engine of its own on a database file of its own. One submission is kept in it for real, and the request
 * that did it is the pattern for all that follow: the same rows, conditions and sizes under other names, written out
 * before the clock starts and sent over plain HTTP. What is measured is the engine and nothing of ours.
 */
export async function yardstick(folder: string, sample: Submission): Promise<Yardstick> {
  const engine = await startEngine(join(folder, 'yardstick', 'engine.db'), undefined)
  const pattern = await recordKeeping(folder, sample, engine.endpoint)
  return {
    measure: (count, atOnce) =>
      load({
        url: engine.endpoint,
        headers,
        atOnce,
        bodies: Array.from({ length: count }, () => renamed(pattern, sample)),
      }),
    close: () => engine.stop(),
  }
}

/** Keep the sample by way of a proxy that remembers the transaction. */
async function recordKeeping(folder: string, sample: Submission, endpoint: string): Promise<string> {
  let recorded = ''
  const proxy = createServer((incoming, outgoing) => {
    const pieces: Buffer[] = []
    incoming.on('data', (piece: Buffer) => pieces.push(piece))
    incoming.on('end', () => {
      const body = Buffer.concat(pieces)
      const target = String(incoming.headers['x-amz-target'])
      if (target === headers['x-amz-target']) recorded = body.toString('utf8')
      void fetch(endpoint, { method: 'POST', headers: { ...headers, 'x-amz-target': target }, body }).then(
        async (answer) => {
          outgoing.writeHead(answer.status, { 'content-type': headers['content-type'] })
          outgoing.end(Buffer.from(await answer.arrayBuffer()))
        },
      )
    })
  })
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
  const { port } = proxy.address() as AddressInfo
  const parts = await openLocal({
    dataDir: join(folder, 'yardstick'),
    keyFile: join(folder, 'yardstick.keys'),
    clock: systemClock,
    dice: systemDice,
    endpoint: `http://127.0.0.1:${port}`,
  })
  await parts.epochs.keep(await parts.maker.make(dayOf(systemClock()), sample.record.instance))
  await parts.submissions.keep(sample)
  await parts.close()
  proxy.close()
  return recorded
}

/** The same transaction about another submission. */
function renamed(pattern: string, { record }: Submission): Uint8Array {
  const other = pattern.replaceAll(record.id, randomBytes(32).toString('hex'))
  return Buffer.from(JSON.stringify({ ...(JSON.parse(other) as object), ClientRequestToken: randomUUID() }))
}
