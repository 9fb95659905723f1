import { connect, type Portal } from '../client/portal.ts'
import * as f from '../domain/fields.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Given, OptionForm, Terminal } from './command.ts'
import { exists, readText } from './files.ts'

/** Options of every command that speaks with a portal. */
export const portalOptions = { url: 'text', pin: 'text' } as const satisfies Record<string, OptionForm>

/**
 * The portal at `--url`, its roster verified from the pin.
 *
 * @throws Refusal `usage` without address or pin; `roster-foreign` when the address is not one of the roster's
 *   origins; and as `connect`
 */
export async function portalOf(given: Given, terminal: Terminal): Promise<Portal> {
  const { pin, minimumVersion } = await pinOf(given, terminal)
  return await connect({ origin: originOf(given.text('url')), pin, minimumVersion, site: null }, terminal)
}

/** Origin of an address. @throws Refusal `usage` */
export function originOf(url: string): string {
  const parsed = URL.parse(url)
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    throw new Refusal('usage', '--url must be a web address, for example https://portal.example')
  }
  return parsed.origin
}

export interface Pin {
  readonly pin: string
  readonly minimumVersion: number
}

/** The pin that the caller gave. @throws Refusal `usage` when there is none or it is not one */
export async function pinOf(given: Given, terminal: Terminal): Promise<Pin> {
  const pin = await maybePinOf(given, terminal)
  if (pin !== null) return pin
  throw new Refusal(
    'usage',
    'the pin is missing: give --pin or set SAFEHAND_PIN, to its 64 digits or to a file that holds them. ' +
      'Without it nothing says whose portal this is. Ask the organisation for it, not the portal.',
  )
}

/** The same, where a command can do without. */
export async function maybePinOf(given: Given, terminal: Terminal): Promise<Pin | null> {
  const said = given.maybe('pin') ?? terminal.environment.SAFEHAND_PIN ?? null
  if (said === null || said === '') return null
  if (pinForm.test(said)) return { pin: said, minimumVersion: 1 }
  if (!(await exists(said))) throw new Refusal('usage', 'the pin is neither 64 hexadecimal digits nor a file')
  const text = (await readText(said, 4096)).trim()
  return pinForm.test(text) ? { pin: text, minimumVersion: 1 } : readPinFile(f.parseJson(text, 4096), said)
}

const pinForm = /^[0-9a-f]{64}$/

const readPinFile = f.object<Pin>({ pin: f.hex(32), minimumVersion: f.integer(1, 2 ** 31) })
