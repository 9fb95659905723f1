import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export const root = join(import.meta.dirname, '..', '..')

export interface Violation {
  readonly rule: string
  readonly from: string
  readonly to: string
}

/** A small tree beside ours under the same rules, with the files that a test plants. */
export function cruisePlanted(files: Readonly<Record<string, string>>): readonly Violation[] {
  const tree = mkdtempSync(join(tmpdir(), 'safehand-planted-'))
  try {
    cpSync(join(root, 'package.json'), join(tree, 'package.json'))
    cpSync(join(root, '.dependency-cruiser.cjs'), join(tree, 'rules.cjs'))
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))
    // The packages are reached through a link here; followed, they would look like files from elsewhere.
    writeFileSync(
      join(tree, 'planted.cjs'),
      `const rules = require('./rules.cjs')\nmodule.exports = { ...rules, options: { ...rules.options, preserveSymlinks: true } }\n`,
    )
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true })
      writeFileSync(join(tree, path), text)
    }
    return cruise(tree, 'planted.cjs', [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? ''))])
  } finally {
    rmSync(tree, { recursive: true, force: true })
  }
}

function cruise(tree: string, config: string, folders: readonly string[]): readonly Violation[] {
  const done = spawnSync(
    join(root, 'node_modules', '.bin', 'depcruise'),
    ['--config', config, '--output-type', 'json', ...folders],
    { cwd: tree, encoding: 'utf8', maxBuffer: 64 << 20 },
  )
  const report = JSON.parse(done.stdout) as {
    readonly summary: {
      readonly violations: readonly { readonly from: string; readonly to: string; readonly rule: { name: string } }[]
    }
  }
  return report.summary.violations.map(({ from, to, rule }) => ({ rule: rule.name, from, to }))
}
