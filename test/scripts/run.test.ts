import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { root } from '../architecture/planted-tree.ts'

const program = `
const [what]: readonly string[] = process.argv.slice(2)
process.on('SIGTERM', () => process.exit(7))
console.log(JSON.stringify({ what, node: process.versions.node }))
if (what === 'wait') setTimeout(() => {}, 60_000)
if (what === 'fail') process.exitCode = 3
`

describe('what every npm script goes through', () => {
  const folder = mkdtempSync(join(tmpdir(), 'safehand-run-'))
  const file = join(folder, 'program.ts')
  beforeAll(() => writeFileSync(file, program))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('leaves standard output to the program that it starts', async () => {
    const { code, said } = await run([file, 'hello'])
    expect(code).toBe(0)
    expect(JSON.parse(said)).toMatchObject({ what: 'hello' })
  })

  it('runs it under a Node that strips types', async () => {
    const { said } = await run([file])
    const [major = 0] = (JSON.parse(said) as { node: string }).node.split('.').map(Number)
    expect(major).toBeGreaterThanOrEqual(22)
  })

  it('ends as the program ends', async () => {
    expect((await run([file, 'fail'])).code).toBe(3)
  })

  it('hands on the signal to stop', async () => {
    expect((await run([file, 'wait'], 'SIGTERM')).code).toBe(7)
  })

  it('says how it is used when it is given nothing to start', async () => {
    expect((await run([])).code).toBe(2)
  })
})

/** Start it as npm does; send a signal as soon as the program has spoken. */
function run(args: readonly string[], signal?: NodeJS.Signals): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn('node', [join(root, 'scripts', 'run.mjs'), ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
    let said = ''
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString('utf8')
      if (signal !== undefined) child.kill(signal)
    })
    child.on('close', (code) => resolve({ code, said }))
  })
}
