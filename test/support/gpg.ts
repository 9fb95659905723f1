import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bytes } from '../../domain/bytes.ts'

/** Whether a program is on this machine. Tests that need one say so in their own name. */
export function hasProgram(name: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${name}`]).status === 0
}

export interface Ran {
  readonly status: number | null
  readonly out: Buffer
  readonly err: string
}

/** GnuPG with a keyring of its own in a temporary folder. */
export class Gnupg {
  readonly home = mkdtempSync(join(tmpdir(), 'gnupg-'))

  run(args: readonly string[], input: Bytes | string = ''): Ran {
    const always = ['--homedir', this.home, '--batch', '--yes', '--quiet', '--pinentry-mode', 'loopback']
    const { status, stdout, stderr } = spawnSync('gpg', [...always, '--passphrase', 'p', ...args], { input })
    return { status, out: stdout, err: stderr.toString() }
  }

  /** Write octets to a file in its folder. */
  file(name: string, octets: Bytes | string): string {
    const path = join(this.home, name)
    writeFileSync(path, octets)
    return path
  }

  close(): void {
    spawnSync('gpgconf', ['--homedir', this.home, '--kill', 'all'])
    rmSync(this.home, { recursive: true, force: true })
  }
}

/** Run a program on files in a temporary folder. */
export function runWith(program: string, args: readonly string[], input: Bytes): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, { input })
  return { status, out: stdout, err: stderr.toString() }
}
