import { expect, it } from 'vitest'
import { openTip } from '../../crypto/tip.ts'
import type { TipFile } from '../../domain/clear/manifest.ts'
import { organise } from '../support/organisation.ts'
import { friday } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'
import { clearTip, content, sealedAs, tipTo } from '../support/tips.ts'

const file: TipFile = {
  upload: 'a1'.repeat(32),
  key: 'b2'.repeat(32),
  name: 'file-1.jpg',
  type: 'image/jpeg',
  size: 1000,
  sha256: null,
  version: 'cleaned',
  pair: null,
  chunks: ['c3'.repeat(32)],
  filling: 0,
}

it('a portal that takes a file off a tip, or puts one to it, is found out', async () => {
  const org = await organise()
  const other = { ...file, upload: 'd4'.repeat(32) }
  const { envelope, record } = await tipTo(org, { content: content({ files: [file, other] }) })
  const open = async (uploads: readonly string[]) =>
    await openTip(envelope, { ...record, uploads }, org.people.ada.key, org.roster, friday)
  expect((await open(record.uploads))?.tip.content.files).toEqual([file, other])
  for (const uploads of [[], [file.upload], [other.upload, file.upload], [...record.uploads, 'e5'.repeat(32)]]) {
    expect(await codeOf(() => open(uploads))).toBe('bad-tip')
  }
})

it.each([
  ['climbs out of its folder', { name: '../../.ssh/authorized_keys' }],
  ['turns its ending round', { name: 'photo\u202egpj.exe' }],
  ['is larger than any file may be', { size: 2 ** 31 + 1 }],
  ['has no chunk but those that fill up', { filling: 1 }],
  ['has more chunks than any file may have', { chunks: Array.from({ length: 600 }, () => 'c3'.repeat(32)) }],
])('a file that %s makes the tip unsound', async (_, fields) => {
  const org = await organise()
  const clear = await clearTip(org, await tipTo(org, { content: content({ files: [file] }) }))
  const bent = { ...clear, content: { ...clear.content, files: [{ ...file, ...fields }] } }
  const { envelope, record } = await sealedAs(org, bent)
  const open = async () => await openTip(envelope, record, org.people.ada.key, org.roster, friday)
  expect(await codeOf(open)).toBe('bad-tip')
})
