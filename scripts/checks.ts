import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** What a person may rely on when a check passes, and the program that sees to it. */
interface Check {
  readonly says: string
  readonly program: string
  readonly arguments: readonly string[]
}

export interface Checked {
  readonly says: string
  readonly passed: boolean
}

/** Characters of what a failed check has to say. */
const outputMax = 12_000

const root = join(import.meta.dirname, '..')
const folders = ['domain', 'crypto', 'client', 'functions', 'web', 'cli', 'start', 'infra', 'test', 'bench', 'scripts']

const checks: readonly Check[] = [
  { says: 'the types fit', program: 'tsc', arguments: ['--noEmit', '-p', 'tsconfig.json'] },
  {
    says: 'the domain compiles without a platform',
    program: 'tsc',
    arguments: ['--noEmit', '-p', 'domain/tsconfig.json'],
  },
  { says: 'format and lint rules hold', program: 'biome', arguments: ['check', '--error-on-warnings', '.'] },
  { says: 'no promise is left alone', program: 'oxlint', arguments: ['--type-aware', '--deny-warnings'] },
  {
    says: 'imports go the agreed ways',
    program: 'depcruise',
    arguments: ['--config', '.dependency-cruiser.cjs', ...folders.filter((folder) => existsSync(join(root, folder)))],
  },
  { says: 'nothing lies about unused', program: 'knip', arguments: ['--no-progress'] },
]

/** Run every check, one after the other, saying each result. What a check has to say is shown when it fails. */
export async function runChecks(say: (line: string) => void): Promise<readonly Checked[]> {
  const results: Checked[] = []
  for (const check of checks) {
    const { passed, output } = await run(check)
    say(`${passed ? '✓' : '✗'} ${check.says}`)
    if (!passed) say(shortened(output))
    results.push({ says: check.says, passed })
  }
  return results
}

/** The beginning is what matters; one broken file can make a tool print a library. */
function shortened(output: string): string {
  return output.length <= outputMax ? output : `${output.slice(0, outputMax)}\n... and more`
}

function run(check: Check): Promise<{ passed: boolean; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(join(root, 'node_modules', '.bin', check.program), check.arguments, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const pieces: Buffer[] = []
    child.stdout.on('data', (piece: Buffer) => pieces.push(piece))
    child.stderr.on('data', (piece: Buffer) => pieces.push(piece))
    child.on('error', (error) => resolve({ passed: false, output: `${check.program}: ${error.message}` }))
    child.on('close', (code) => resolve({ passed: code === 0, output: Buffer.concat(pieces).toString('utf8').trim() }))
  })
}
