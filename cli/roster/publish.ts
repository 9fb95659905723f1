import { patiently } from '../../client/patience.ts'
import { wireTo } from '../../client/wire.ts'
import { pinOfRoster } from '../../crypto/verify/roster.ts'
import * as f from '../../domain/fields.ts'
import { plain } from '../../domain/print.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import type { Command } from '../command.ts'
import { maybePinOf, originOf } from '../portal.ts'
import { readRoster } from './file.ts'

export const publishCommand: Command = {
  name: 'roster publish',
  summary: 'Give a signed roster to the portal. Whoever holds enough signatures may.',
  usage: '<roster.json> --url U [--pin PIN]',
  options: { url: 'text', pin: 'text' },
  operands: { min: 1, max: 1 },
  async run(given, terminal) {
    const file = await readRoster(given.operands[0] ?? '')
    const origin = originOf(given.text('url'))
    if (!file.roster.origins.includes(origin))
      throw new Refusal('roster-foreign', `${origin} is not one of the roster's origins`)
    const pin = await maybePinOf(given, terminal)
    if (pin !== null && file.roster.version === 1 && pin.pin !== (await pinOfRoster(file))) {
      throw new Refusal('roster-untrusted', 'this first roster is not the one that the pin names')
    }
    const wire = wireTo(origin, terminal)
    const request = { file: plain({ roster: file.document, signatures: file.signatures }) }
    const answer = await patiently(async () => await wire.post('/api/desk/roster', request), { pause }).catch(
      (trouble: unknown) => {
        const hint = trouble instanceof Refusal ? hints[trouble.code] : undefined
        if (hint !== undefined) terminal.note(hint)
        throw trouble
      },
    )
    const { version } = f.object<{ version: number }>({ version: f.integer(1, 2 ** 31) })(answer, 'answer')
    return {
      json: { version, url: origin },
      prose: `Version ${version} is accepted. It stands in ${origin}/roster.json within a minute.`,
    }
  },
}

/** What to look at first when the portal refuses a roster. */
const hints: { readonly [code in RefusalCode]?: string } = {
  'roster-untrusted':
    'The first roster must be the one whose pin the portal was started with (SAFEHAND_PIN); a later one needs enough signatures of the stewards of the version before.',
  'roster-unsound': 'Check that its receipt and ledger keys are the ones that this portal printed when it started.',
  'roster-rolled-back': 'The portal has this version or a newer one already: the next version goes up by one.',
  'roster-expired': 'Make its days longer, or sign a new one: nobody would believe it.',
}

async function pause(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds))
}
