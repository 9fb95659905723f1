import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Fields, KmsError, type LocalKms } from '../../functions/adapters/kms/local-kms.ts'

/** A service of a cloud on this machine, as far as we use it. */
export interface Service {
  readonly url: string
  stop(): Promise<void>
}

/** An answer of a service. `lost`: it was done, and nobody hears of it. */
interface Told {
  readonly status: number
  readonly octets?: Uint8Array
  readonly lost?: boolean
}

/** S3 in three verbs, with the weather that one gives it. */
export class StandInBuckets {
  /** What is kept, by `/bucket/key`. */
  readonly objects = new Map<string, Buffer>()
  /** What the next requests meet instead of an answer: a status, or `lost`. */
  readonly weather: (number | 'lost')[] = []
  /** Verbs and keys that were asked for. */
  readonly asked: string[] = []

  async serve(): Promise<Service> {
    return await serving((incoming, octets) => {
      const key = decodeURIComponent(incoming.url ?? '')
      this.asked.push(`${incoming.method} ${key}`)
      const next = this.weather.shift()
      if (typeof next === 'number') return { status: next }
      const once = incoming.headers['if-none-match'] === '*'
      return { ...this.#carryOut(incoming.method ?? '', key, octets, once), lost: next === 'lost' }
    })
  }

  #carryOut(method: string, key: string, octets: Buffer, once: boolean): Told {
    const there = this.objects.get(key)
    if (method === 'GET') return there === undefined ? { status: 404 } : { status: 200, octets: there }
    if (method === 'DELETE') {
      this.objects.delete(key)
      return { status: 204 }
    }
    if (once && there !== undefined) return { status: 412 }
    this.objects.set(key, octets)
    return { status: 200 }
  }
}

/** The product's own local key service behind HTTP, where a client of AWS looks for KMS. */
export async function serveKms(kms: LocalKms): Promise<Service> {
  return await serving((incoming, octets) => {
    const operation = String(incoming.headers['x-amz-target']).split('.')[1] ?? ''
    try {
      return { status: 200, octets: jsonOctets(kms.answer(operation, JSON.parse(octets.toString()) as Fields)) }
    } catch (trouble) {
      if (!(trouble instanceof KmsError)) throw trouble
      return { status: 400, octets: jsonOctets({ __type: trouble.type, message: trouble.message }) }
    }
  })
}

async function serving(answer: (incoming: IncomingMessage, octets: Buffer) => Told): Promise<Service> {
  const server: Server = createServer((incoming, outgoing) => {
    const pieces: Buffer[] = []
    incoming.on('data', (piece: Buffer) => pieces.push(piece))
    incoming.on('end', () => {
      const { status, octets, lost } = answer(incoming, Buffer.concat(pieces))
      if (lost === true) incoming.socket.destroy()
      else outgoing.writeHead(status).end(octets)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function jsonOctets(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value))
}
