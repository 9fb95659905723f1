import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { type DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { dynamoClient } from './dynamo/client.ts'

/**
 * [Note: embedded engine] What it does otherwise than DynamoDB in AWS, and what we do about it:
 * - It ends itself at an expression that is not ASCII: see [Note: ASCII guard].
 * - It never removes what has outlived its time: see [Note: time to live].
 * - It asks nobody who they are and answers pages of any web site: it listens on loopback only, on a port by chance,
 *   and holds nothing but ciphertext and what rows may say.
 * - It never reports a conflict between transactions: tests bring that weather by a middleware.
 * - It is lenient where AWS is strict, with list elements beyond the end, with parents that are missing and with
 *   operands that cannot be compared: no expression of ours writes into lists or nested parts, or compares anything
 *   but texts and numbers.
 * - Its answers to `ALL_OLD` and `UPDATED_NEW` of updates differ: we ask for neither, only for what stood in the way of
 *   a condition, in which all agree.
 */

/** A DynamoDB on this machine. */
export interface Engine {
  readonly client: DynamoDBClient
  readonly endpoint: string
  /** Process id of the child; `null` when the endpoint is somebody else's. */
  readonly pid: number | null
  stop(): Promise<void>
}

/** How often a start is tried: the port may be taken between choosing it and using it. */
const startsMax = 3
const startMsMax = 10_000
const answerMsMax = 1000
const answerPauseMs = 10

/**
 * Start the embedded DynamoDB engine over a database file, or use the endpoint given instead.
 *
 * @throws with a sentence for people when this platform has no engine
 */
export async function startEngine(file: string, endpoint: string | undefined): Promise<Engine> {
  if (endpoint !== undefined && endpoint !== '') {
    const client = dynamoClient({ endpoint })
    return { client, endpoint, pid: null, stop: async () => client.destroy() }
  }
  const binary = engineBinary()
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  for (let start = 0; start < startsMax; start++) {
    const engine = await tryStart(binary, file)
    if (engine !== null) return engine
  }
  throw new Error('The embedded database did not start. Is the disk full, or the data folder not writable?')
}

/**
 * The program of the engine for a platform.
 *
 * @throws with a sentence for people when there is none
 */
export function engineBinary(platform: string = process.platform, arch: string = process.arch): string {
  const name = `@dynoxide/${platform}-${arch}`
  try {
    return createRequire(import.meta.url).resolve(`${name}/dynoxide`)
  } catch {
    throw new Error(
      `There is no embedded database for this platform (${platform} ${arch}). ` +
        'Start any DynamoDB, for example Amazon DynamoDB Local, and set SAFEHAND_DYNAMODB_ENDPOINT to its address.',
    )
  }
}

async function tryStart(binary: string, file: string): Promise<Engine | null> {
  // Loopback and a port by chance for each run: the engine asks nobody who they are. What it holds is ciphertext.
  const port = await freePort()
  const serve = ['serve', '--host', '127.0.0.1', '--port', String(port), '--db-path', file]
  // The engine must not outlive us, not even when we are killed: the kernel ends it with its parent.
  const tied = existsSync('/usr/bin/setpriv')
  const [command, ...rest] = tied
    ? ['/usr/bin/setpriv', '--pdeathsig', 'TERM', '--', binary, ...serve]
    : [binary, ...serve]
  const child = spawn(command ?? binary, rest, { stdio: 'ignore', env: {} })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const endpoint = `http://127.0.0.1:${port}`
  const client = dynamoClient({ endpoint })
  if (await answers(client, child)) {
    return { client, endpoint, pid: child.pid ?? null, stop: () => stop(client, child, ended) }
  }
  child.kill('SIGKILL')
  client.destroy()
  return null
}

async function answers(client: DynamoDBClient, child: ChildProcess): Promise<boolean> {
  const until = performance.now() + startMsMax
  while (performance.now() < until && child.exitCode === null && child.pid !== undefined) {
    try {
      await client.send(new ListTablesCommand({ Limit: 1 }), { abortSignal: AbortSignal.timeout(answerMsMax) })
      return true
    } catch (problem) {
      // It is there and says that it cannot: waiting would not help.
      if ((problem as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode !== undefined) return false
      await new Promise((resolve) => setTimeout(resolve, answerPauseMs))
    }
  }
  return false
}

/** SIGTERM lets the engine fold its log into the file. */
async function stop(client: DynamoDBClient, child: ChildProcess, ended: Promise<void>): Promise<void> {
  client.destroy()
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 5000)
  await ended
  clearTimeout(late)
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
