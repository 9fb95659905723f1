import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runChecks } from './checks.ts'
import { ensurePrograms } from './programs.ts'
import { type Counts, countsIn } from './report.ts'

/**
 * `npm test`: programs that tests drive, then the checks, then every test. Each check counts as one test. The last
 * line is always `N passed, N failed, N skipped`. Arguments go to vitest: `npm test -- test/attacks`.
 */
const root = join(import.meta.dirname, '..')

const missing = ensurePrograms((line) => console.log(line))
const strict = process.env.CI === 'true' && missing.length > 0
if (strict) console.log(`✗ CI=true and ${missing.join(', ')} missing`)
const checked = await runChecks((line) => console.log(line))
const tested = runTests(process.argv.slice(2))

const passed = tested.passed + checked.filter((one) => one.passed).length
const failed = tested.failed + checked.filter((one) => !one.passed).length + (strict ? 1 : 0)
console.log(`${passed} passed, ${failed} failed, ${tested.skipped} skipped`)
process.exitCode = failed === 0 ? 0 : 1

function runTests(given: readonly string[]): Counts {
  const folder = mkdtempSync(join(tmpdir(), 'safehand-test-'))
  const report = join(folder, 'report.json')
  try {
    const done = spawnSync(
      process.execPath,
      [
        join(root, 'node_modules', 'vitest', 'vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...given,
      ],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
    )
    return countsIn(readFileSync(report, 'utf8'), done.status === 0)
  } catch {
    console.log('The tests did not come to an end.')
    return { passed: 0, failed: 1, skipped: 0 }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
