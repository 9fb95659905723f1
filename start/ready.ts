import type { DemoSource } from './cases.ts'
import { demoFolder } from './folder.ts'
import type { DemoOrganisation } from './organisation.ts'

/** What is printed when the demonstration is ready to be looked at. */
export function demonstrationReady(what: {
  readonly origin: string
  readonly dataDir: string
  readonly organisation: DemoOrganisation
  readonly sources: readonly DemoSource[]
}): string {
  const { origin, dataDir, organisation, sources } = what
  const { people, pin } = organisation
  const lines = people.map(({ handle, role, passphrase }) => `  ${handle.padEnd(15)}${role.padEnd(10)}${passphrase}`)
  const answered = sources.find((one) => one.answered)
  return `
Safehand is ready: ${origin}/

Source portal   ${origin}/
Desk            ${origin}/desk/
Pin             ${pin}

This is a demonstration: everybody in it is invented, and so are the cases that wait.
Keys are in ${demoFolder(dataDir)}, locked with these passphrases:

${lines.join('\n')}
${answered === undefined ? '' : `\nOne invented source has a reply waiting. Its twelve words:\n  ${answered.passphrase}\n`}
Stop with Ctrl-C; what is here is kept for the next start.
`
}

/** What is printed when a portal without an organisation is ready. */
export function emptyReady(what: {
  readonly origin: string
  readonly pin: string | null
  readonly keys: { readonly receipt: string; readonly ledger: string }
}): string {
  const { origin, pin, keys } = what
  const next =
    pin === null
      ? `It trusts nobody yet. Make a plan with "npm run -s safehand -- roster init", name these keys in it, and start again
with SAFEHAND_PIN set to the pin that it prints.`
      : `Publish a signed roster: npm run -s safehand -- roster publish <roster.json> --url ${origin}`
  return `
Safehand is ready: ${origin}/

Receipt key     ${keys.receipt}
Ledger key      ${keys.ledger}
Pin             ${pin ?? 'none'}

${next}
`
}
