import { parseArgs } from 'node:util'
import { Refusal } from '../domain/refusal.ts'

/** Where a command reads and writes: the process's own, or a test's. */
export interface Terminal {
  /** Prose or JSON, for whoever called. */
  out(text: string): void
  /** Hints and errors. */
  note(text: string): void
  readInput(): Promise<string>
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly clock: () => number
}

/** What a command has to say: the same in JSON for programs and in prose for people. */
export interface Said {
  readonly json: object
  readonly prose: string
  /** Set when the command found something wrong and says what. */
  readonly refused?: boolean
}

export interface Command {
  /** The words that call it, for example `desk list`. */
  readonly name: string
  readonly summary: string
  /** What follows the name. */
  readonly usage: string
  readonly options: Readonly<Record<string, OptionForm>>
  /** How many arguments stand beside the options. */
  readonly operands: { readonly min: number; readonly max: number }
  run(given: Given, terminal: Terminal): Promise<Said>
}

export type OptionForm = 'text' | 'texts' | 'flag'

/** Arguments of a call, checked against what the command knows. */
export interface Given {
  readonly operands: readonly string[]
  /** @throws Refusal `usage` when it was not given */
  text(option: string): string
  maybe(option: string): string | null
  texts(option: string): readonly string[]
  flag(option: string): boolean
}

/**
 * Read the arguments of a command.
 *
 * @throws Refusal `usage`
 */
export function readArguments(command: Command, args: readonly string[]): Given {
  const parsed = parseStrictly(command, args)
  const { min, max } = command.operands
  if (parsed.positionals.length < min || parsed.positionals.length > max) {
    throw new Refusal('usage', `usage: safehand ${command.name} ${command.usage}`)
  }
  const maybe = (option: string): string | null => {
    const value = parsed.values[option]
    return typeof value === 'string' ? value : null
  }
  return {
    operands: parsed.positionals,
    maybe,
    text(option) {
      const value = maybe(option)
      if (value === null)
        throw new Refusal('usage', `--${option} is missing: safehand ${command.name} ${command.usage}`)
      return value
    },
    texts(option) {
      const value = parsed.values[option]
      return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
    },
    flag: (option) => parsed.values[option] === true,
  }
}

function parseStrictly(command: Command, args: readonly string[]): ReturnType<typeof parseArgs> {
  const forms: Readonly<Record<string, OptionForm>> = { ...command.options, json: 'flag' }
  const options = Object.fromEntries(
    Object.entries(forms).map(([name, form]) => [
      name,
      { type: form === 'flag' ? ('boolean' as const) : ('string' as const), multiple: form === 'texts' },
    ]),
  )
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true })
  } catch (trouble) {
    throw new Refusal('usage', trouble instanceof Error ? trouble.message : 'the options were not understood')
  }
}
