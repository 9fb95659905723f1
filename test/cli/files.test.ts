import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Gnupg, hasProgram } from '../support/gpg.ts'
import { privateKeyOf } from '../support/openpgp.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { Shell } from '../support/shell.ts'

let portal: OpenPortal
let shell: Shell
let at: readonly string[]
let ada: readonly string[]

const photo = randomBytes(700_000)
const film = randomBytes(9_000_000)

beforeAll(async () => {
  portal = await openPortal({ http: true })
  shell = await Shell.open(portal.organisation.pin)
  at = ['--url', portal.origin, '--channel', 'electronics']
  ada = ['--url', portal.origin, ...(await shell.keyOf(portal.organisation.people.ada))]
  await writeFile(shell.path('Ada on the quay.JPG'), photo)
  await writeFile(shell.path('film.mp4'), film)
  await writeFile(shell.path('nothing.txt'), '')
})

afterAll(async () => {
  expect(portal.alarms).toEqual([])
  await shell.close()
  await portal.close()
})

interface Submitted {
  readonly submission: string
  readonly files: readonly { name: string; size: number; sha256: string }[]
}

const attached = ['--attach', 'Ada on the quay.JPG', '--attach', 'film.mp4', '--attach', 'nothing.txt']

/** A tip with three files that Ada can open by now. */
async function sentWithFiles(more: readonly string[] = []): Promise<Submitted> {
  const sent = await shell.json<Submitted>(['submit', '-', ...at, ...attached, ...more], 'look at the crates')
  for (let attempt = 0; attempt < 40; attempt++) {
    const { code } = await shell.safehand(['desk', 'open', sent.submission, ...ada])
    if (code === 0) return sent
  }
  throw new Error('it never came')
}

describe('files, from a terminal', () => {
  it('go with a tip under neutral names, are listed, and come back as they were', async () => {
    const sent = await sentWithFiles()
    expect(sent.files.map((one) => one.name)).toEqual(['file-1.jpg', 'file-2.mp4', 'file-3.txt'])
    const { tips } = await shell.json<{ tips: { files: object[] }[] }>(['desk', 'open', sent.submission, ...ada])
    const sha256 = createHash('sha256').update(film).digest('hex')
    expect(tips[0]?.files[1]).toMatchObject({ name: 'file-2.mp4', size: film.length, sha256, version: 'original' })

    await shell.json(['desk', 'save', sent.submission, '--out', shell.path('saved'), ...ada])
    const names = (await readdir(shell.path('saved'))).sort()
    expect(names).toEqual(
      ['01-file-1.jpg', '02-file-2.mp4', '03-file-3.txt'].map((one) => `${sent.submission.slice(0, 12)}-${one}`),
    )
    const saved = await Promise.all(names.map(async (one) => await readFile(join(shell.path('saved'), one))))
    expect(saved.map((one, index) => one.equals([photo, film, Buffer.alloc(0)][index] ?? photo))).toEqual([
      true,
      true,
      true,
    ])
    expect((await stat(join(shell.path('saved'), names[0] ?? ''))).mode & 0o777).toBe(0o600)
  })

  it.runIf(hasProgram('gpg'))('are exported in pieces that gpg alone puts together again', async () => {
    const { submission } = await sentWithFiles(['--keep-names'])
    const out = shell.path('exported')
    await shell.json(['desk', 'export', submission, '--out', out, ...ada])
    const gnupg = new Gnupg()
    try {
      gnupg.run(['--import'], new Uint8Array((await privateKeyOf(portal.organisation.people.ada)).write()))
      const options = ['--homedir', gnupg.home, '--batch', '--quiet', '--pinentry-mode', 'loopback', '--passphrase', '']
      const recovering = spawnSync(join(out, 'recover'), options)
      expect([recovering.status, recovering.stderr.toString()]).toEqual([0, ''])
      const named = `${submission.slice(0, 12)}-01-Ada_on_the_quay.JPG`
      expect((await readFile(join(out, 'recovered', named))).equals(photo)).toBe(true)
      expect(recovering.stdout.toString()).toContain(`recovered/${named}: OK`)
      expect(recovering.stdout.toString().match(/: OK/g)).toHaveLength(3)

      const chunk = join(out, 'files', `${submission.slice(0, 12)}-02-film.mp4`, '0002.pgp')
      const octets = await readFile(chunk)
      octets[300_000] = (octets[300_000] ?? 0) ^ 1
      await writeFile(chunk, octets)
      expect(spawnSync(join(out, 'recover'), options).status).not.toBe(0)
    } finally {
      gnupg.close()
    }
  })

  it('are refused with a sentence when they are a folder, missing, too many or larger than 2 GiB', async () => {
    await mkdir(shell.path('folder'))
    await writeFile(shell.path('huge'), '')
    await truncate(shell.path('huge'), 2 ** 31 + 1)
    const refused = async (...args: readonly string[]) => {
      const { code, err } = await shell.safehand(
        ['submit', '-', ...at, ...args.flatMap((one) => ['--attach', one])],
        'x',
      )
      return [code, err.trim().split('\n').at(-1)]
    }
    expect(await refused('folder')).toEqual([2, expect.stringContaining('Pack a folder into an archive. [usage]')])
    expect(await refused('absent')).toEqual([2, expect.stringContaining('there is no such file')])
    expect(await refused('huge')).toEqual([1, expect.stringContaining('larger than 2 GiB')])
    expect(await refused(...Array.from({ length: 500 }, () => 'film.mp4'))).toEqual([
      1,
      expect.stringContaining('at most 64 files'),
    ])
  })
})
