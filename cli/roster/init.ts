import { pinOfRoster } from '../../crypto/verify/roster.ts'
import { toHex } from '../../domain/bytes.ts'
import { dayOf } from '../../domain/day.ts'
import { parseJson } from '../../domain/fields.ts'
import { limits } from '../../domain/limits.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Command } from '../command.ts'
import { exists, readText } from '../files.ts'
import { writeRoster } from './file.ts'
import { readPlan, rosterOfPlan } from './plan.ts'

export const initCommand: Command = {
  name: 'roster init',
  summary: 'Make the first roster from a plan: who the stewards and members are, which channels there are. Unsigned.',
  usage: '[<plan.json> --out FILE]; without a plan: propose an instance and show what a plan looks like',
  options: { out: 'text' },
  operands: { min: 0, max: 1 },
  async run(given, terminal) {
    const [planPath] = given.operands
    if (planPath === undefined) return proposal()
    const out = given.text('out')
    if (await exists(out)) throw new Refusal('usage', `${out} is there already`)
    const plan = readPlan(parseJson(await readText(planPath), limits.commandFileBytesMax), 'plan')
    const file = await rosterOfPlan(plan, planPath, dayOf(terminal.clock()), dice)
    const pin = await pinOfRoster(file)
    await writeRoster(out, file)
    return {
      json: { roster: out, version: file.roster.version, pin },
      prose: `The roster is in ${out}. It needs ${file.roster.threshold} signatures: safehand roster sign ${out} --key …

Pin  ${pin}

Every client is given this pin: it says who may sign the first roster.`,
    }
  },
}

function proposal() {
  const instance = toHex(dice(16))
  const plan = {
    instance,
    organisation: 'Example Watch',
    origins: ['https://portal.example'],
    days: 90,
    threshold: 2,
    stewards: ['ida', 'noor', 'tomas'].map((handle) => ({ handle, certificate: `${handle}.asc.pub` })),
    members: [
      { handle: 'ada', role: 'reviewer', certificate: 'ada.asc.pub', channels: ['procurement'], languages: ['en'] },
    ],
    channels: [{ id: 'procurement', names: { en: 'Illicit procurement' } }],
    keys: {
      receipt: 'printed by the portal when it starts',
      ledger: 'printed by the portal when it starts',
      recovery: null,
    },
  }
  return { json: plan, prose: JSON.stringify(plan, null, 2) }
}

function dice(count: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(count))
}
