import type { Sha256 } from '../../domain/bytes.ts'
import { hashOf } from '../../domain/record.ts'
import { parseRosterFile } from '../../domain/roster.ts'
import type { RosterInForce, RostersInForce } from '../ports/in-force.ts'
import type { KeptRoster, Rosters } from '../ports/rosters.ts'

/** Published rosters, parsed once: every request is judged by one, and they seldom change. */
export class ParsedRosters implements RostersInForce {
  readonly #rosters: Pick<Rosters, 'published' | 'find'>
  readonly #sha256: Sha256
  /** The newest and the one before it are all that anybody asks for. */
  #parsed: { readonly json: string; readonly inForce: RosterInForce }[] = []

  constructor(rosters: Pick<Rosters, 'published' | 'find'>, sha256: Sha256) {
    this.#rosters = rosters
    this.#sha256 = sha256
  }

  async newest(): Promise<RosterInForce | null> {
    return await this.#parse(await this.#rosters.published())
  }

  async find(version: number): Promise<RosterInForce | null> {
    return await this.#parse(await this.#rosters.find(version))
  }

  async #parse(kept: KeptRoster | null): Promise<RosterInForce | null> {
    if (kept === null) return null
    const known = this.#parsed.find((one) => one.json === kept.json)
    if (known !== undefined) return known.inForce
    const file = parseRosterFile(kept.json)
    const inForce = { file, hash: await hashOf(file.document, this.#sha256), day: kept.day }
    this.#parsed = [{ json: kept.json, inForce }, ...this.#parsed].slice(0, 2)
    return inForce
  }
}
