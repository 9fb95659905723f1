import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from './planted-tree.ts'
import { sourcesIn, withoutComments } from './sources.ts'

/** What a platform would bring, by the line that asks for it. */
const platform = {
  fetch: "export const a = fetch('/')",
  crypto: 'export const a = crypto.subtle',
  process: 'export const a = process.env',
  document: 'export const a = document.body',
  console: "export const a = () => console.log('')",
  setTimeout: 'export const a = setTimeout(() => {}, 1)',
  Buffer: "export const a = Buffer.from('')",
  localStorage: 'export const a = localStorage.length',
}

/** ECMAScript itself has a clock and dice; no compiler setting takes them away. */
const clockOrDice = /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bMath\.random\b|\bperformance\b/

describe('the domain', () => {
  it.each(Object.entries(platform))('does not compile when it asks for %s', (name, line) => {
    expect(compileWith(line)).toContain(`'${name}'`)
  })

  it('compiles as it is', () => {
    expect(compileWith('export const a = 1')).toBe('')
  })

  it('has no clock and no dice', () => {
    for (const { path, text } of sourcesIn('domain')) expect(withoutComments(text), path).not.toMatch(clockOrDice)
  })

  it.each(['Date.now()', 'new Date()', 'new Date( )', 'Math.random()'])('would be caught with %s', (planted) => {
    expect(withoutComments(`export const a = ${planted} // fine`)).toMatch(clockOrDice)
  })
})

/** What the compiler says of the domain with one more file in it; nothing when all is well. */
function compileWith(line: string): string {
  const tree = mkdtempSync(join(tmpdir(), 'safehand-domain-'))
  try {
    cpSync(join(root, 'tsconfig.json'), join(tree, 'tsconfig.json'))
    cpSync(join(root, 'domain'), join(tree, 'domain'), { recursive: true })
    writeFileSync(join(tree, 'package.json'), '{"type":"module"}')
    writeFileSync(join(tree, 'domain', 'planted.ts'), `${line}\n`)
    const tsc = join(root, 'node_modules', '.bin', 'tsc')
    return spawnSync(tsc, ['--noEmit', '-p', 'domain'], { cwd: tree, encoding: 'utf8' }).stdout.trim()
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}
