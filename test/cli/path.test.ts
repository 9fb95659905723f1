import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Gnupg, hasProgram, runWith } from '../support/gpg.ts'
import { decryptKey, readPrivateKey } from '../support/openpgp.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { Shell } from '../support/shell.ts'

let portal: OpenPortal
let shell: Shell
let at: readonly string[]
let ada: readonly string[]
let grace: readonly string[]

beforeAll(async () => {
  portal = await openPortal({ http: true })
  const { people, pin } = portal.organisation
  shell = await Shell.open(pin)
  at = ['--url', portal.origin]
  ada = [...at, ...(await shell.keyOf(people.ada))]
  grace = [...at, ...(await shell.keyOf(people.grace))]
})

afterAll(async () => {
  expect(portal.alarms).toEqual([])
  await shell.close()
  await portal.close()
})

interface Listed {
  readonly cases: readonly {
    case: string
    alias: string
    state: string
    submissions: readonly string[]
    replies: number
  }[]
}
interface Opened {
  readonly tips: readonly { narrative: string; submission: string; seenBy: readonly string[] }[]
  readonly replies: readonly { by: string; text: string }[]
  readonly state: string
}
interface Submitted {
  readonly receipt: { statement: { record: string; day: string } }
  readonly passphrase: string
  readonly submission: string
}

/** Ask until it is so: the sequencer runs twice a second. */
async function until<T>(ask: () => Promise<T>, holds: (it: T) => boolean): Promise<T> {
  for (let attempt = 0; attempt < 40; attempt++) {
    const it = await ask()
    if (holds(it)) return it
  }
  throw new Error('it never came')
}

describe('the whole way, from a terminal', () => {
  it('goes from a tip to a reply and back, and out to other OpenPGP programs', async () => {
    const file = await shell.write('tip.md', '# Valves\n\nThey were painted over in the yard.\n')
    const words = shell.path('words')
    const sent = await shell.json<Submitted>([
      'submit',
      file,
      ...at,
      '--channel',
      'electronics',
      '--passphrase-file',
      words,
    ])
    expect(sent.passphrase.split(' ')).toHaveLength(12)
    expect((await readFile(words, 'utf8')).trim()).toBe(sent.passphrase)
    expect((await stat(words)).mode & 0o777).toBe(0o600)

    const listed = await until(
      async () => await shell.json<Listed>(['desk', 'list', ...ada]),
      ({ cases }) => cases.length === 1,
    )
    expect(listed.cases[0]?.submissions).toEqual([sent.submission])
    expect(listed.cases[0]?.state).toBe('received')

    const name = sent.submission.slice(0, 10)
    await shell.write('answer.txt', 'Which yard?\n')
    await shell.json(['desk', 'state', name, 'acknowledged', '--reason', 'It is plain.', ...ada])
    const replied = ['desk', 'reply', name, '--text-file', shell.path('answer.txt'), '--show-state', ...ada]
    expect(await shell.json(replied)).toMatchObject({ parts: 1 })

    const { replies } = await until(
      async () => await shell.json<{ replies: readonly object[] }>(['replies', ...at, '--passphrase-file', words]),
      (one) => one.replies.length === 1,
    )
    expect(replies).toEqual([{ from: 'ada', sequence: 1, state: 'acknowledged', text: 'Which yard?' }])

    // As somebody types them who has only the beginnings of the words.
    const beginnings = sent.passphrase.split(' ').map((word) => word.slice(0, 4).toUpperCase())
    const typed = await shell.write('typed', beginnings.join('  \n'))
    const followUp = ['submit', '-', ...at, '--channel', 'electronics', '--passphrase-file', typed]
    const second = await shell.json<Submitted>(followUp, 'The one behind the church.')
    expect(second.passphrase).toBe(sent.passphrase)

    const opened = await until(
      async () => await shell.json<Opened>(['desk', 'open', name, ...grace]),
      ({ tips }) => tips.length === 2,
    )
    expect(opened.tips.map((one) => one.narrative)).toEqual([
      '# Valves\n\nThey were painted over in the yard.\n',
      'The one behind the church.',
    ])
    expect(opened.replies).toMatchObject([{ by: 'ada', text: 'Which yard?' }])
    expect(opened.state).toBe('acknowledged')

    const folder = shell.path('exported')
    const exported = await shell.json<{ submissions: string[] }>(['desk', 'export', '--all', '--out', folder, ...ada])
    expect(exported.submissions.sort()).toEqual([sent.submission, second.submission].sort())
    const sums = await readFile(join(folder, 'SHA256SUMS'), 'utf8')
    for (const one of exported.submissions) expect(sums).toContain(`  ${one}.pgp\n`)
  })

  it.runIf(hasProgram('gpg'))('exports what gpg -d opens, and exits 0', async () => {
    const { submission, folder } = await exportedTip('for gpg')
    const gnupg = new Gnupg()
    try {
      const key = gnupg.file('ada.asc', await portal.organisation.people.ada.key.lock('p'))
      expect(gnupg.run(['--import', key]).status).toBe(0)
      const { status, out } = gnupg.run(['-d', join(folder, `${submission}.pgp`)])
      expect(status).toBe(0)
      expect(JSON.parse(out.toString())).toMatchObject({ content: { narrative: 'for gpg' } })
    } finally {
      gnupg.close()
    }
  })

  it.runIf(hasProgram('gosop'))('exports what a second OpenPGP program, gosop, opens', async () => {
    const { submission, folder } = await exportedTip('for gosop')
    // The Debian 12 version takes unlocked keys only.
    const locked = await readPrivateKey({ armoredKey: await portal.organisation.people.ada.key.lock('p') })
    const unlocked = await decryptKey({ privateKey: locked, passphrase: 'p' })
    const key = await shell.write('plain.asc', unlocked.armor())
    const message = new Uint8Array(await readFile(join(folder, `${submission}.pgp`)))
    const { status, out } = runWith('gosop', ['decrypt', key], message)
    expect(status).toBe(0)
    expect(JSON.parse(out.toString())).toMatchObject({ content: { narrative: 'for gosop' } })
  })
})

async function exportedTip(narrative: string): Promise<{ submission: string; folder: string }> {
  const { submission } = await shell.json<Submitted>(['submit', '-', ...at, '--channel', 'shipping'], narrative)
  const folder = shell.path(`exported-${submission.slice(0, 6)}`)
  await until(
    async () => await shell.safehand(['desk', 'export', submission, '--out', folder, ...ada]),
    ({ code }) => code === 0,
  )
  return { submission, folder }
}
