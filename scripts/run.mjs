/**
 * Every npm script comes through here: `node scripts/run.mjs <file.ts> [arguments]`.
 *
 * It makes a fresh clone work. Packages are installed when they are missing or older than the lock file, and the
 * TypeScript file runs under the Node that came with them (24, see package.json), whatever Node the machine has.
 * Plain JavaScript for Node 20 on purpose: it runs before anything is installed.
 *
 * Standard output belongs to the program that is started; all that is said here goes to standard error.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const packages = join(root, 'node_modules')
const bin = join(packages, '.bin')
/** Holds the lock file as it was when it was installed. */
const stamp = join(packages, '.installed-lock.json')
/** What strips types without a flag since 22.18. */
const nodeNeeded = [22, 18]

const [script, ...given] = process.argv.slice(2)
if (script === undefined) {
  console.error('Usage: node scripts/run.mjs <file.ts> [arguments]')
  process.exit(2)
}

if (!isInstalled()) install()
run(findNode(), [resolve(root, script), ...given])

function isInstalled() {
  const lock = join(root, 'package-lock.json')
  if (existsSync(stamp) && readFileSync(stamp).equals(readFileSync(lock))) return true
  // Somebody may have run `npm ci` by hand; npm writes this file last.
  const byHand = join(packages, '.package-lock.json')
  return existsSync(byHand) && statSync(byHand).mtimeMs >= statSync(lock).mtimeMs
}

function install() {
  console.error('Installing packages (once, about a minute) ...')
  // Development tools are part of every command here: NODE_ENV=production in the environment must not drop them.
  const done = spawnSync('npm', ['ci', '--include=dev', '--include=optional', '--no-fund', '--no-audit'], {
    cwd: root,
    stdio: ['ignore', process.stderr, process.stderr],
    // `npm run -s` silences every npm below it; what goes wrong here must be heard.
    env: { ...process.env, npm_config_loglevel: 'error' },
    shell: process.platform === 'win32',
  })
  if (done.status !== 0) {
    rmSync(stamp, { force: true })
    console.error('The packages could not be installed; npm says why above. Repair that and run the command again.')
    process.exit(1)
  }
  writeFileSync(stamp, readFileSync(join(root, 'package-lock.json')))
}

function findNode() {
  const bundled = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node')
  if (existsSync(bundled) && spawnSync(bundled, ['--version']).status === 0) return bundled
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > nodeNeeded[0] || (major === nodeNeeded[0] && minor >= nodeNeeded[1])) return process.execPath
  console.error(
    `This machine has Node ${process.versions.node}, and no newer one comes with the packages for ` +
      `${process.platform}-${process.arch}. Install Node 22.18 or newer (24 is what we test with).`,
  )
  process.exit(1)
}

function run(node, args) {
  const child = spawn(node, args, {
    stdio: 'inherit',
    env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  })
  // A terminal sends Ctrl-C to both of us; the child decides what it means. A signal sent to us alone is passed on.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    console.error(`${script} could not be started: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (os.constants.signals[signal] ?? 0)))
}
