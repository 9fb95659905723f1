import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DeskSession } from '../../client/desk/session.ts'
import { download } from '../../client/download.ts'
import type { TipFile } from '../../domain/clear/manifest.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Command } from '../command.ts'
import { atDesk, caseNamed, deskOptions, deskUsage } from './desk.ts'
import { safeName } from './file-names.ts'

export const saveCommand: Command = {
  name: 'desk save',
  summary:
    'Fetch, open and check the files of a case. They are as the source sent them: look at them on a machine apart.',
  usage: `<case or submission> --out DIR ${deskUsage}`,
  options: { ...deskOptions, out: 'text' },
  operands: { min: 1, max: 1 },
  async run(given, terminal) {
    const folder = given.text('out')
    return await atDesk(given, terminal, async ({ book, session }) => {
      const { tips } = caseNamed(book, given.operands[0] ?? '')
      const files = tips.flatMap((one) =>
        one.tip.content.files.map((file, at) => ({ file, path: join(folder, safeName(one.submission, at, file)) })),
      )
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const saved: object[] = []
      for (const { file, path } of files) saved.push({ path, sha256: await save(session, file, path), size: file.size })
      const count = files.length === 1 ? 'One file was' : `${files.length} files were`
      return { json: { saved }, prose: [`${count} saved and checked.`, ...files.map(({ path }) => path)].join('\n') }
    })
  },
}

/** Under another name until every check has passed, so that nothing unchecked is ever taken for the file. */
async function save(session: DeskSession, file: TipFile, path: string): Promise<string> {
  const part = `${path}.part`
  const hash = createHash('sha256')
  await rm(part, { force: true })
  const to = await open(part, 'wx', 0o600).catch(() => {
    throw new Refusal('usage', `${part} cannot be written`)
  })
  try {
    let digest = ''
    const running = {
      update: (octets: Uint8Array) => void hash.update(octets),
      digest: () => {
        digest = hash.digest('hex')
        return digest
      },
    }
    await download(session, file, { hash: running, write: async (octets) => void (await to.write(octets)) })
    await to.close()
    await rename(part, path)
    return digest
  } catch (trouble) {
    await to.close()
    await rm(part, { force: true })
    throw trouble
  }
}
