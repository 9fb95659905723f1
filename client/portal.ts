import { pinOfRoster, type TrustedRoster, verifyRoster } from '../crypto/verify/roster.ts'
import { dayOf, type Instant } from '../domain/day.ts'
import * as f from '../domain/fields.ts'
import { limits } from '../domain/limits.ts'
import { Refusal } from '../domain/refusal.ts'
import { believedUntil, parseRosterFile, type RosterFile } from '../domain/roster.ts'
import { bitsWithin } from '../domain/work.ts'
import { type Surroundings, type Wire, wireTo } from './wire.ts'

/** What a client was given to trust: built into the site, or handed to the command line. */
export interface Trust {
  /** Web origin of the portal, without a path. */
  readonly origin: string
  /** Hash of who may sign the first roster, in hexadecimal. */
  readonly pin: string
  /** The oldest roster version to believe. */
  readonly minimumVersion: number
  /** Hash of the site's manifest, when the client was served with one. */
  readonly site: string | null
}

/** A portal that a client speaks with. */
export interface Portal {
  readonly origin: string
  readonly site: string | null
  readonly wire: Wire
  readonly clock: () => Instant
  readonly pause: (milliseconds: number) => Promise<void>
  /** The newest roster that was served and verified. */
  readonly roster: TrustedRoster
  /** Every verified version that this client holds at present, oldest first. */
  readonly rosters: readonly TrustedRoster[]
  /** The versions before, newest first, fetched once when asked for: what was signed long ago was signed under them. */
  earlierRosters(): Promise<readonly TrustedRoster[]>
  /** Ask for a newer roster. @throws Refusal as `connect` */
  refresh(): Promise<TrustedRoster>
  /** Verify a roster that an answer carried, and hold it. @throws Refusal as `connect` */
  adopt(file: RosterFile): Promise<TrustedRoster>
  /** The roster, if new tips may still be sealed under it today. @throws Refusal `roster-expired` */
  rosterForSealing(): TrustedRoster
  /** How many zero bits each puzzle of the proof of work needs at present. */
  workBits(): Promise<number>
}

/**
 * Fetch a portal's roster and verify it along the chain from the pin.
 * An expired roster still serves for reading; `rosterForSealing` refuses it.
 *
 * @throws Refusal `roster-untrusted`, `roster-rolled-back`, `roster-foreign`, `roster-unsound`, `fat-certificate`,
 *   `unsuitable-key` or `bad-signature`: do not use this portal
 * @throws Refusal `try-again` when it cannot be reached
 */
export async function connect(trust: Trust, surroundings: Surroundings): Promise<Portal> {
  const wire = wireTo(trust.origin, surroundings)
  const held: TrustedRoster[] = []

  const believe = async (chain: readonly RosterFile[]): Promise<TrustedRoster> => {
    const newest = held.at(-1)
    const minimumVersion = Math.max(trust.minimumVersion, newest?.roster.version ?? 1)
    const verified = await verifyRoster(
      chain,
      { pin: trust.pin, origin: trust.origin, minimumVersion },
      surroundings.clock(),
      { allowExpired: true },
    )
    if (newest === undefined || newest.hash !== verified.hash) held.push(verified)
    return held.at(-1) ?? verified
  }
  const adopt = async (file: RosterFile): Promise<TrustedRoster> => await believe(await chainTo(file, trust.pin, wire))
  const refresh = async (): Promise<TrustedRoster> =>
    await adopt(parseRosterFile(await wire.text('/roster.json', limits.rosterTextMax * 3)))

  await refresh()
  const roster = (): TrustedRoster => {
    const newest = held.at(-1)
    if (newest === undefined) throw new Refusal('roster-untrusted')
    return newest
  }
  return {
    origin: trust.origin,
    site: trust.site,
    wire,
    clock: surroundings.clock,
    pause: surroundings.pause ?? waited,
    get roster() {
      return roster()
    },
    get rosters() {
      return held
    },
    earlierRosters: earlierRosters({ trust, surroundings, wire }, roster),
    refresh,
    adopt,
    rosterForSealing() {
      const newest = roster()
      if (believedUntil(newest.roster) < dayOf(surroundings.clock())) throw new Refusal('roster-expired')
      return newest
    },
    async workBits() {
      const { bits } = readWorkFile(f.parseJson(await wire.text('/work.json', 2048), 2048), 'work.json')
      // A server may ask for more or less work, but only as much as the stewards allow.
      return bitsWithin(roster().roster.policy.workBits, bits)
    },
  }
}

const readWorkFile = f.object<{ bits: number }>({ bits: f.integer(0, 64) })

/** The newest alone when its own stewards are the pinned ones; otherwise every version from the first. */
async function chainTo(newest: RosterFile, pin: string, wire: Wire): Promise<readonly RosterFile[]> {
  if ((await pinOfRoster(newest)) === pin) return [newest]
  return [...(await versionsBefore(newest.roster.version, wire)), newest]
}

/** Verified one by one from the pin. What cannot be fetched is done without: then old entries stay unread. */
function earlierRosters(
  { trust, surroundings, wire }: { trust: Trust; surroundings: Surroundings; wire: Wire },
  newest: () => TrustedRoster,
): () => Promise<readonly TrustedRoster[]> {
  let found: { readonly before: number; readonly rosters: readonly TrustedRoster[] } = { before: 1, rosters: [] }
  return async () => {
    const { version } = newest().roster
    if (found.before === version) return found.rosters
    const rosters: TrustedRoster[] = []
    try {
      const chain = await versionsBefore(version, wire)
      for (let length = 1; length <= chain.length; length++) {
        const judged = { pin: trust.pin, origin: null, minimumVersion: 1 }
        rosters.unshift(
          await verifyRoster(chain.slice(0, length), judged, surroundings.clock(), { allowExpired: true }),
        )
      }
    } catch (trouble) {
      if (!(trouble instanceof Refusal)) throw trouble
    }
    found = { before: version, rosters }
    return rosters
  }
}

async function versionsBefore(version: number, wire: Wire): Promise<readonly RosterFile[]> {
  if (version > limits.rosterChainMax) throw new Refusal('roster-untrusted')
  const before: RosterFile[] = []
  for (let earlier = 1; earlier < version; earlier++) {
    before.push(parseRosterFile(await wire.text(`/roster/${earlier}.json`, limits.rosterTextMax * 3)))
  }
  return before
}

async function waited(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
}
