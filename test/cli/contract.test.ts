import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commands } from '../../cli/commands.ts'
import { main } from '../../cli/main.ts'
import { printable } from '../../cli/printable.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { limits } from '../../domain/limits.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'
import { Shell } from '../support/shell.ts'

let portal: OpenPortal
let shell: Shell

beforeAll(async () => {
  portal = await openPortal()
  shell = await Shell.open()
})

afterAll(async () => {
  await shell.close()
  await portal.close()
})

/** Run a command in this process, against the portal without a network. */
async function run(
  args: readonly string[],
  more: { pin?: string | null; fetch?: OpenPortal['fetch']; input?: string } = {},
) {
  const said = { out: '', err: '' }
  const pin = more.pin === undefined ? portal.organisation.pin : more.pin
  const code = await main(args, {
    out: (text) => {
      said.out += text
    },
    note: (text) => {
      said.err += text
    },
    readInput: async () => more.input ?? '',
    environment: pin === null ? {} : { SAFEHAND_PIN: pin },
    fetch: more.fetch ?? portal.fetch,
    clock: portal.clock,
  })
  return { code, ...said }
}

const unreachable: OpenPortal['fetch'] = async () => {
  throw new Error('nothing may be asked of the portal')
}

describe('the command line', () => {
  it('prints the manual for no arguments, and every command stands in it', async () => {
    const { code, out } = await run([])
    expect(code).toBe(0)
    for (const one of commands) expect(out).toContain(`safehand ${one.name} `)
  })

  it('exits 2 for what it does not understand, and says what it wants', async () => {
    const calls = [
      ['gossip'],
      ['submit'],
      ['submit', 'a.md', 'b.md'],
      ['replies', '--url', portal.origin, '--loud'],
      ['desk', 'list'],
      ['desk', 'open'],
      ['desk', 'export', '--out', '/tmp', '--key', 'k'],
      ['replies', '--url', 'portal', '--passphrase-file', 'none'],
      ['roster', 'verify'],
    ]
    for (const call of calls) {
      const { code, out, err } = await run(call, { fetch: unreachable })
      expect({ call, code, out }).toEqual({ call, code: 2, out: '' })
      expect(err).toMatch(/^safehand: .+ \[usage\]$/)
    }
  })

  it('says that the pin is missing, before it asks the portal anything', async () => {
    const words = await shell.write('pinless', await makePassphrase())
    const call = ['replies', '--url', portal.origin, '--passphrase-file', words]
    const { code, err } = await run(call, { pin: null, fetch: unreachable })
    expect(code).toBe(2)
    expect(err).toContain('SAFEHAND_PIN')
  })

  it('takes the pin as digits or as a file, and --pin before the environment', async () => {
    const { pin } = portal.organisation
    const words = await shell.write('pinned', await makePassphrase())
    const plain = await shell.write('pin.txt', `${pin}\n`)
    const json = await shell.write('pin.json', JSON.stringify({ pin, minimumVersion: 1 }))
    for (const given of [pin, plain, json]) {
      const call = ['replies', '--url', portal.origin, '--passphrase-file', words, '--pin', given]
      expect((await run(call, { pin: '0'.repeat(64) })).code).toBe(0)
    }
    const wrong = await run(['replies', '--url', portal.origin, '--passphrase-file', words], { pin: '0'.repeat(64) })
    expect(wrong).toMatchObject({ code: 1, out: '', err: expect.stringContaining('[roster-foreign]') })
  })

  it('keeps to a minimum version that the pin file names', async () => {
    const pin = await shell.write('newer.json', JSON.stringify({ pin: portal.organisation.pin, minimumVersion: 2 }))
    const { code, err } = await run(['roster', 'verify', '--url', portal.origin, '--pin', pin])
    expect(code).toBe(1)
    expect(err).toContain('[roster-rolled-back]')
  })

  it("refuses an address outside the roster's origins", async () => {
    const words = await shell.write('elsewhere', await makePassphrase())
    const anywhere: OpenPortal['fetch'] = async (url, init) =>
      await portal.fetch(url.replace('https://elsewhere.example', portal.origin), init)
    const call = ['replies', '--url', 'https://elsewhere.example', '--passphrase-file', words]
    expect(await run(call, { fetch: anywhere })).toMatchObject({
      code: 1,
      err: expect.stringContaining('[roster-foreign]'),
    })
  })

  it('finds a mistyped passphrase before it asks the portal anything', async () => {
    const words = await shell.write('typo', 'one two three four five six seven eight nine ten eleven twelve')
    const call = ['replies', '--url', portal.origin, '--passphrase-file', words]
    const { code, err } = await run(call, { fetch: unreachable })
    expect(code).toBe(1)
    expect(err).toContain('[wrong-passphrase]')
  })

  it('looks at the files before it asks the portal anything', async () => {
    const tip = await shell.write('tip.txt', 'with a file')
    const call = ['submit', tip, '--url', portal.origin, '--channel', 'nuclear', '--attach', 'photo.jpg']
    const { code, err } = await run(call, { fetch: unreachable })
    expect(code).toBe(2)
    expect(err).toContain('photo.jpg: there is no such file')
  })

  it('refuses an empty tip and one that is too long, and names a wrong --exclude', async () => {
    const call = ['submit', '-', '--url', portal.origin, '--channel', 'nuclear']
    expect(await run(call, { input: ' \n', fetch: unreachable })).toMatchObject({ code: 1 })
    const long = await run(call, { input: 'x'.repeat(limits.narrativeLengthMax + 1), fetch: unreachable })
    expect(long.err).toContain('[too-large]')
    const nobody = await run([...call, '--exclude', 'nobody'], { input: 'a tip' })
    expect(nobody).toMatchObject({ code: 2, err: expect.stringContaining('nobody') })
  })

  it('prints one line of JSON with --json and prose without', async () => {
    const call = ['submit', '-', '--url', portal.origin, '--channel', 'nuclear']
    const json = await run([...call, '--json'], { input: 'a tip' })
    expect(Object.keys(JSON.parse(json.out) as object).sort()).toEqual(['files', 'passphrase', 'receipt', 'submission'])
    const prose = await run(call, { input: 'a tip' })
    expect(() => JSON.parse(prose.out)).toThrow()
    expect(prose.out).toContain('Passphrase  ')
  })

  it('lets a partner sign, and nobody else', async () => {
    const { harbourWatch, ada } = portal.organisation.people
    const signing = async (options: readonly string[]) => {
      const [, key = '', ...passphrase] = options
      const call = ['submit', '-', '--url', portal.origin, '--channel', 'nuclear', '--sign', key, ...passphrase]
      return await run(call, { input: 'a signed report' })
    }
    expect((await signing(await shell.keyOf(harbourWatch))).code).toBe(0)
    expect(await signing(await shell.keyOf(ada))).toMatchObject({
      code: 1,
      err: expect.stringContaining('[not-allowed]'),
    })
  })

  it('does not unlock a key with a wrong passphrase', async () => {
    const [, key = ''] = await shell.keyOf(portal.organisation.people.ada)
    const wrong = await shell.write('wrong.pass', 'not this one')
    const call = ['desk', 'list', '--url', portal.origin, '--key', key, '--key-passphrase-file', wrong]
    const { code, err } = await run(call, { fetch: unreachable })
    expect(code).toBe(1)
    expect(err).toContain('[wrong-key-passphrase]')
  })

  it('lets nobody in who is not on the roster', async () => {
    const { mallory } = portal.organisation.people
    const { code, err } = await run(['desk', 'list', '--url', portal.origin, ...(await shell.keyOf(mallory))])
    expect(code).toBe(1)
    expect(err).toContain('[login-refused]')
  })
})

describe('what others wrote', () => {
  it('cannot move the cursor, recolour the terminal or turn text round', () => {
    expect(printable('a\u001b[2Jb\u0007\u009bc\r\u202ed\n\te')).toBe(
      'a\u{fffd}[2Jb\u{fffd}\u{fffd}c\u{fffd}\u{fffd}d\n\te',
    )
    expect(printable('Grüße, 你好, سلام 🧪')).toBe('Grüße, 你好, سلام 🧪')
  })
})
