import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Person } from './people.ts'

/** The checkout. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** A folder of somebody who works at a terminal: files, and `safehand` as a process of its own. */
export class Shell {
  readonly folder: string
  readonly #pin: string | null

  private constructor(folder: string, pin: string | null) {
    this.folder = folder
    this.#pin = pin
  }

  static async open(pin: string | null = null): Promise<Shell> {
    return new Shell(await mkdtemp(join(tmpdir(), 'terminal-')), pin)
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  async write(name: string, text: string): Promise<string> {
    await writeFile(this.path(name), text, { mode: 0o600 })
    return this.path(name)
  }

  /** The options that name somebody's locked key and its passphrase. */
  async keyOf(person: Person): Promise<readonly string[]> {
    const key = await this.write(`${person.handle}.asc`, await person.key.lock('a passphrase of the tests'))
    const passphrase = await this.write(`${person.handle}.pass`, 'a passphrase of the tests\n')
    return ['--key', key, '--key-passphrase-file', passphrase]
  }

  /** Run `safehand` to its end. */
  async safehand(args: readonly string[], input = ''): Promise<Finished> {
    const { SAFEHAND_PIN: _, ...environment } = process.env
    const child = spawn(process.execPath, [join(root, 'cli/main.ts'), ...args], {
      cwd: this.folder,
      env: { ...environment, ...(this.#pin === null ? {} : { SAFEHAND_PIN: this.#pin }) },
      stdio: ['pipe', 'pipe', 'pipe'],
    })
    const said = { out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said.out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said.err += text
    })
    child.stdin.end(input)
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    return { code, ...said }
  }

  /** Run it with `--json` and read what it prints. Fails with its own words when it was refused. */
  async json<T>(args: readonly string[], input = ''): Promise<T> {
    const { code, out, err } = await this.safehand([...args, '--json'], input)
    if (code !== 0) throw new Error(`safehand ${args.slice(0, 2).join(' ')} ended with ${code}: ${err}`)
    return JSON.parse(out) as T
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true })
  }
}
