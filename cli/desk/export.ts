import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256 } from '../../crypto/digest.ts'
import { toHex } from '../../domain/bytes.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Command } from '../command.ts'
import { atDesk, caseNamed, deskOptions, deskUsage } from './desk.ts'
import { exportFiles, recoverScript } from './export-files.ts'

export const exportCommand: Command = {
  name: 'desk export',
  summary: 'Write what you can open, tips and files, as OpenPGP messages: gpg reads them, and so do other programs.',
  usage: `(<case or submission> | --all) --out DIR ${deskUsage}`,
  options: { ...deskOptions, all: 'flag', out: 'text' },
  operands: { min: 0, max: 1 },
  async run(given, terminal) {
    const folder = given.text('out')
    const [name] = given.operands
    if (given.flag('all') === (name !== undefined)) throw new Refusal('usage', 'name one case, or say --all')
    return await atDesk(given, terminal, async (desk) => {
      const { book } = desk
      const cases = name === undefined ? book.cases : [caseNamed(book, name)]
      const tips = cases.flatMap((one) => one.tips)
      const submissions = cases.flatMap((one) => [...one.tips, ...one.foreign]).map((text) => text.submission)
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const sums: string[] = []
      const recovered: string[] = []
      for (const submission of submissions) {
        const message = await book.exported(submission)
        await writeFile(join(folder, `${submission}.pgp`), message, { mode: 0o600 })
        sums.push(`${toHex(await sha256(message))}  ${submission}.pgp`)
      }
      for (const tip of tips) {
        const exported = await exportFiles(tip, folder, desk)
        sums.push(...exported.sums)
        recovered.push(...exported.recovered)
      }
      await writeFile(join(folder, 'SHA256SUMS'), linesOf(sums), { mode: 0o600 })
      const files = tips.reduce((so, one) => so + one.tip.content.files.length, 0)
      if (files > 0) {
        await writeFile(join(folder, 'RECOVERED.SHA256'), linesOf(recovered), { mode: 0o600 })
        await writeFile(join(folder, 'recover'), recoverScript, { mode: 0o700 })
      }
      const how =
        files === 0 ? '' : ` ${files === 1 ? 'One file' : `${files} files`} in pieces: put together with ./recover.`
      return {
        json: { out: folder, submissions, files },
        prose: `${submissions.length} written to ${folder}. Open one with: gpg -d ${submissions[0] ?? '<id>'}.pgp${how}`,
      }
    })
  },
}

function linesOf(lines: readonly string[]): string {
  return lines.map((one) => `${one}\n`).join('')
}
