import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Programs that tests drive and that do not come with the packages. */
interface Program {
  readonly command: string
  /** Its package in Debian. */
  readonly debian: string
  readonly usedFor: string
  /** Without it the promise of the product is not tested: with `CI=true` its absence is a failure. */
  readonly required: boolean
}

const programs: readonly Program[] = [
  { command: 'chromium', debian: 'chromium', usedFor: 'the tests in Chromium', required: true },
  { command: 'firefox-esr', debian: 'firefox-esr', usedFor: 'the tests in a browser without JIT', required: true },
  { command: 'gpg', debian: 'gnupg', usedFor: 'opening an exported envelope with GnuPG', required: true },
  {
    command: 'gosop',
    debian: 'gosop',
    usedFor: 'opening an exported envelope with a second OpenPGP program',
    required: false,
  },
]

/**
 * Look for the programs and install those that are missing, where that is possible without asking: as root on
 * Debian. Whatever is still missing afterwards is said, with the command that brings it.
 *
 * @returns the commands that are missing and required
 */
export function ensurePrograms(say: (line: string) => void): readonly string[] {
  const wanted = programs.filter((one) => !isHere(one.command))
  if (wanted.length > 0 && mayInstall()) {
    say(`Installing ${wanted.map((one) => one.debian).join(', ')} with apt-get ...`)
    aptInstall(wanted.map((one) => one.debian))
  }
  const missing = wanted.filter((one) => !isHere(one.command))
  for (const one of missing) {
    say(`${one.command} is missing, so ${one.usedFor} is left out. On Debian: apt-get install ${one.debian}`)
  }
  return missing.filter((one) => one.required).map((one) => one.command)
}

function isHere(command: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, command), constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && isHere('apt-get')
}

/** One package after the other, so that one that does not exist here keeps nobody waiting for the rest. */
function aptInstall(packages: readonly string[]): void {
  const apt = (...args: readonly string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  apt('-q', 'update')
  for (const name of packages) apt('-qy', '--no-install-recommends', 'install', name)
}
