import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readArguments } from '../../cli/command.ts'
import { submitCommand } from '../../cli/submit.ts'
import { type OpenPortal, openPortal } from '../support/portal.ts'

/** Goal: tell a first tip from a follow-up. Method: note which files a command line asks for before it sends. */
let portal: OpenPortal
let folder: string

beforeAll(async () => {
  portal = await openPortal()
  folder = await mkdtemp(join(tmpdir(), 'terminal-'))
  await writeFile(join(folder, 'tip.txt'), 'nine crates of vacuum pumps')
})
afterAll(async () => {
  await portal.close()
  await rm(folder, { recursive: true, force: true })
})

it('a command line that sends with new words and one that comes back with them ask for the same, in the same order', async () => {
  const words = join(folder, 'words')
  const { pin } = portal.organisation
  const send = async (): Promise<readonly string[]> => {
    const asked: string[] = []
    const options = ['--url', portal.origin, '--channel', 'electronics', '--passphrase-file', words, '--pin', pin]
    await submitCommand.run(readArguments(submitCommand, [join(folder, 'tip.txt'), ...options]), {
      out: () => {},
      note: () => {},
      readInput: async () => '',
      environment: {},
      clock: portal.clock,
      fetch: async (url, init) => {
        asked.push(`${init.method} ${new URL(url).pathname} ${(init.body as Uint8Array | undefined)?.length ?? ''}`)
        return await portal.fetch(url, init)
      },
    })
    return asked
  }
  const first = await send()
  expect(first).toContain('GET /drops/index.json ')
  expect(await send()).toEqual(first)
})
