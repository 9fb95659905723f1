import { Refusal } from '../domain/refusal.ts'
import { type Command, readArguments, type Terminal } from './command.ts'
import { commands } from './commands.ts'
import { readStream } from './files.ts'

/**
 * Run one call of `safehand`.
 *
 * @returns the exit code: 0 done, 1 refused, 2 not understood
 */
export async function main(args: readonly string[], terminal: Terminal): Promise<0 | 1 | 2> {
  if (args.length === 0 || args.includes('--help') || args[0] === 'help') {
    terminal.out(manual())
    return 0
  }
  try {
    const { command, rest } = findCommand(args)
    const said = await command.run(readArguments(command, rest), terminal)
    terminal.out(rest.includes('--json') ? JSON.stringify(said.json) : said.prose)
    return said.refused === true ? 1 : 0
  } catch (trouble) {
    if (!(trouble instanceof Refusal)) {
      terminal.note('safehand: something broke that should not. Nothing more was done.')
      if (terminal.environment.SAFEHAND_DEBUG === '1') terminal.note(String((trouble as Error).stack))
      return 1
    }
    terminal.note(`safehand: ${trouble.message} [${trouble.code}]`)
    return trouble.code === 'usage' ? 2 : 1
  }
}

function findCommand(args: readonly string[]): { command: Command; rest: readonly string[] } {
  for (const words of [2, 1]) {
    const command = commands.find((one) => one.name === args.slice(0, words).join(' '))
    if (command !== undefined) return { command, rest: args.slice(words) }
  }
  throw new Refusal('usage', 'there is no such command; "safehand help" lists them')
}

function manual(): string {
  const lines = commands.map((one) => `  safehand ${one.name} ${one.usage}\n      ${one.summary}`)
  return `Safehand: reports that the portal itself cannot read.

${lines.join('\n')}

Every command takes --json. The pin of a portal comes from --pin or SAFEHAND_PIN: 64 hexadecimal digits, or a file that
holds them. Ask the organisation for it, not the portal.`
}

if (import.meta.main) {
  process.exitCode = await main(process.argv.slice(2), {
    out: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
    readInput: async () => await readStream(process.stdin),
    environment: process.env,
    fetch: globalThis.fetch,
    clock: Date.now,
  })
}
