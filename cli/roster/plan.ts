import { dirname, resolve } from 'node:path'
import { type Bytes, toHex } from '../../domain/bytes.ts'
import { addDays, type Day } from '../../domain/day.ts'
import * as f from '../../domain/fields.ts'
import { limits } from '../../domain/limits.ts'
import { usualPolicy } from '../../domain/policy.ts'
import { printJson } from '../../domain/print.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Policy, parseRosterFile, type Role, type RosterFile, roles } from '../../domain/roster.ts'
import { readBytes } from '../files.ts'

/** What stewards write down before there is a roster. Certificates are named by file, beside the plan. */
export interface Plan {
  readonly instance: string
  readonly organisation: string
  readonly origins: readonly string[]
  readonly days: number
  readonly threshold: number
  readonly stewards: readonly { readonly handle: string; readonly certificate: string }[]
  readonly members: readonly PlannedMember[]
  readonly channels: readonly { readonly id: string; readonly names: Readonly<Record<string, string>> }[]
  readonly keys: { readonly receipt: string; readonly ledger: string; readonly recovery: string | null }
  readonly policy: Partial<Policy> | undefined
}

interface PlannedMember {
  readonly handle: string
  readonly role: Role
  readonly certificate: string
  readonly channels: readonly string[]
  readonly languages: readonly string[]
}

const path = f.text(1000, 1)
const words = f.text(120, 1)

/** @throws Refusal `malformed`, naming the first wrong field */
export const readPlan: f.Read<Plan> = f.object<Plan>({
  instance: f.hex(16),
  organisation: words,
  origins: f.list(words, limits.originsMax),
  days: f.integer(1, limits.rosterDaysMax),
  threshold: f.integer(1, limits.stewardsMax),
  stewards: f.list(f.object<Plan['stewards'][number]>({ handle: words, certificate: path }), limits.stewardsMax),
  members: f.list(
    f.object<PlannedMember>({
      handle: words,
      role: f.oneOf(roles),
      certificate: path,
      channels: f.list(words, limits.channelsMax),
      languages: f.list(words, 20),
    }),
    limits.membersMax,
  ),
  channels: f.list(
    f.object<Plan['channels'][number]>({ id: words, names: f.dictionary(/^[a-zA-Z-]{2,20}$/, words, 40) }),
    limits.channelsMax,
  ),
  keys: f.object<Plan['keys']>({ receipt: f.hex(32), ledger: f.hex(32), recovery: f.nullable(path) }),
  policy: (value, at) => (value === undefined ? undefined : readSomePolicy(value, at)),
})

/** Fields are checked for their form when the whole roster is; here only that nothing unknown stands among them. */
const readSomePolicy: f.Read<Partial<Policy>> = (value, at) => {
  if (typeof value !== 'object' || value === null) throw new Refusal('malformed', `${at}: expected an object`)
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(usualPolicy, name)) throw new Refusal('malformed', `${at}.${name.slice(0, 40)}: unknown field`)
  }
  return value
}

/**
 * The first version of a roster, unsigned.
 *
 * @param dice gives the immutable ids of members
 * @throws Refusal `usage` for a certificate that cannot be read; `malformed` or `roster-unsound` as every roster
 */
export async function rosterOfPlan(
  plan: Plan,
  planPath: string,
  today: Day,
  dice: (count: number) => Bytes,
): Promise<RosterFile> {
  const certificate = async (file: string): Promise<Bytes> =>
    await readBytes(resolve(dirname(planPath), file), limits.certificateBytesMax)
  const roster = {
    context: 'roster',
    format: 'safehand-roster/1',
    instance: plan.instance,
    version: 1,
    issued: today,
    expires: addDays(today, plan.days),
    origins: plan.origins,
    organisation: plan.organisation,
    stewards: await Promise.all(
      plan.stewards.map(async (one) => ({ handle: one.handle, certificate: await certificate(one.certificate) })),
    ),
    threshold: plan.threshold,
    members: await Promise.all(
      plan.members.map(async (one) => ({
        id: toHex(dice(8)),
        handle: one.handle,
        role: one.role,
        certificate: await certificate(one.certificate),
        channels: one.channels,
        languages: one.languages,
      })),
    ),
    channels: plan.channels,
    keys: { ...plan.keys, recovery: plan.keys.recovery === null ? null : await certificate(plan.keys.recovery) },
    policy: { ...usualPolicy, ...plan.policy },
    previous: null,
  }
  return parseRosterFile(printJson({ roster, signatures: [] }))
}
