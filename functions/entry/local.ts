import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Alarm } from './answer.ts'
import { startLoops } from './loops.ts'
import { type PortalParts, partsOfFunctions, type Settings } from './parts.ts'
import { portalOf } from './portal.ts'
import { serverOf } from './server.ts'
import { Site } from './site.ts'

/** A portal that runs whole on one machine. */
export interface Local extends Settings {
  readonly parts: PortalParts
  /** Folder of the built site. */
  readonly siteDir: string
  /** 0 for any free port. */
  readonly port: number
  /** Left out, only this machine can reach it. */
  readonly host?: string
  /** Told of bugs; left out, one line of log each. */
  readonly alarm?: Alarm
}

export interface Served {
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly url: string
  readonly port: number
  /** Stop taking requests, and wait for what is under way. */
  close(): Promise<void>
}

/** Start the functions of a portal, its site and its loops on one machine. Nothing is logged when all goes well. */
export async function serveLocal(local: Local): Promise<Served> {
  const site = await Site.read(local.siteDir)
  const functions = partsOfFunctions(local.parts, { ...local, site })
  const loops = await startLoops(functions, local.clock, local.alarm)
  const server = serverOf({ api: portalOf(functions, local.alarm), site, published: local.parts.published })
  const host = local.host ?? '127.0.0.1'
  try {
    await listen(server, local.port, host)
  } catch (trouble) {
    await loops.stop()
    throw trouble
  }
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host}:${port}`,
    port,
    async close() {
      await loops.stop()
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
      })
    },
  }
}

/** @throws the platform's error when the port is taken */
async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.removeListener('error', reject)
      resolve()
    })
  })
}
