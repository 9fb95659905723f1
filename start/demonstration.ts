import { patiently } from '../client/patience.ts'
import { connect, type Portal } from '../client/portal.ts'
import { wireTo } from '../client/wire.ts'
import { plain } from '../domain/print.ts'
import { Refusal } from '../domain/refusal.ts'
import type { RosterFile } from '../domain/roster.ts'
import { keepOrganisation, keepRoster, readOrganisation } from './folder.ts'
import { type DemoOrganisation, makeOrganisation, type Premises } from './organisation.ts'
import { renewed } from './renewal.ts'

/** The demonstration organisation: the one of earlier starts, or a new one. Its roster fits today and this address. */
export async function demonstrationIn(dataDir: string, premises: Premises): Promise<DemoOrganisation> {
  const earlier = await readOrganisation(dataDir)
  if (earlier === null) {
    const made = await makeOrganisation(premises)
    await keepOrganisation(dataDir, made)
    return made
  }
  const next = await renewed(earlier.file, earlier.people, premises)
  if (next === null) return earlier
  await keepRoster(dataDir, next)
  return { ...earlier, file: next }
}

/** Publish the roster through the portal's own door, and wait until a client can verify it. */
export async function publishRoster(origin: string, { file, pin }: DemoOrganisation): Promise<Portal> {
  const wire = wireTo(origin, { fetch })
  const request = { file: plain({ roster: file.document, signatures: file.signatures }) }
  await patiently(async () => await wire.post('/api/desk/roster', request), { pause })
  for (let look = 0; look < looksMax; look++) {
    const portal = await asClient(origin, pin, file)
    if (portal !== null) return portal
    await pause(lookEveryMs)
  }
  throw new Error('The roster was accepted and does not appear among the published files.')
}

const looksMax = 120
const lookEveryMs = 250

async function asClient(origin: string, pin: string, { roster }: RosterFile): Promise<Portal | null> {
  try {
    return await connect({ origin, pin, minimumVersion: roster.version, site: null }, { fetch, clock: Date.now })
  } catch (trouble) {
    const early = trouble instanceof Refusal && (trouble.code === 'try-again' || trouble.code === 'roster-rolled-back')
    if (early) return null
    throw trouble
  }
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
}
