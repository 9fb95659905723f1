import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../crypto/digest.ts'
import { toHex } from '../../domain/bytes.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Command } from '../command.ts'
import { atDesk, caseNamed, deskOptions, deskUsage } from './desk.ts'

export const exportCommand: Command = {
  name: 'desk export',
  summary: 'Write envelopes that you can open as OpenPGP messages: gpg -d reads them, and so do other programs.',
  usage: `(<case or submission> | --all) --out DIR ${deskUsage}`,
  options: { ...deskOptions, all: 'flag', out: 'text' },
  operands: { min: 0, max: 1 },
  async run(given, terminal) {
    const folder = given.text('out')
    const [name] = given.operands
    if (given.flag('all') === (name !== undefined)) throw new Refusal('usage', 'name one case, or say --all')
    return await atDesk(given, terminal, async ({ book }) => {
      const cases = name === undefined ? book.cases : [caseNamed(book, name)]
      const submissions = cases.flatMap((one) => one.tips.map((tip) => tip.submission))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const sums: string[] = []
      for (const submission of submissions) {
        const message = await book.exported(submission)
        await writeFile(join(folder, `${submission}.pgp`), message, { mode: 0o600 })
        sums.push(`${toHex(await sha256(message))}  ${submission}.pgp`)
      }
      await writeFile(join(folder, 'SHA256SUMS'), sums.length === 0 ? '' : `${sums.join('\n')}\n`, { mode: 0o600 })
      return {
        json: { out: folder, submissions },
        prose: `${submissions.length} written to ${folder}. Open one with: gpg -d ${submissions[0] ?? '<id>'}.pgp`,
      }
    })
  },
}
