import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { usualPolicy } from '../../domain/policy.ts'
import { bodyClasses, entryClasses, jsonClasses } from '../../domain/sizes.ts'
import { root } from './planted-tree.ts'

const documents = [
  'README.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path}`),
].map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

describe.each(documents)('$path', ({ path, text }) => {
  it('links to nothing that is not there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)].map((found) => found[1] ?? found[2] ?? '')
    const missing = links
      .filter((link) => !/^[a-z]+:/.test(link) && !link.startsWith('#'))
      .filter((link) => !existsSync(join(root, dirname(path), link.split('#')[0] ?? '')))
    expect(missing).toEqual([])
  })

  it('links to no heading that is not there', () => {
    const links = [...text.matchAll(/\]\(([^)\s]*)#([^)\s]+)\)/g)]
    const missing = links.filter(([, file = '', heading = '']) => {
      if (/^[a-z]+:/.test(file)) return false
      const where = file === '' ? text : readFileSync(join(root, dirname(path), file), 'utf8')
      return !headingsOf(where).includes(heading)
    })
    expect(missing.map(([whole]) => whole)).toEqual([])
  })

  it('names no file of ours that is not there', () => {
    const folders = 'domain|crypto|client|functions|web|cli|start|infra|test|bench|scripts|docs'
    const named = [...text.matchAll(new RegExp(`\`((?:${folders})/[\\w./-]*)\``, 'g'))].map(([, name = '']) => name)
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([])
  })
})

describe('the documents', () => {
  it('know every npm script, and no other', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>
    }
    const readme = documents.find((one) => one.path === 'README.md')?.text ?? ''
    const named = [...readme.matchAll(/\bnpm (?:run (?:-s )?)?([a-z]+)/g)].map(([, name = '']) => name)
    expect([...new Set(named)].sort()).toEqual(Object.keys(scripts).sort())
  })

  it('give the sizes that the code has', () => {
    const limits = documents.find((one) => one.path === 'docs/limits.md')?.text ?? ''
    const spaced = (sizes: readonly number[]) =>
      sizes.map((size) => (size < 10_000 ? String(size) : String(size).replace(/\B(?=(\d{3})+$)/g, ' '))).join(', ')
    for (const sizes of [bodyClasses, entryClasses, jsonClasses]) expect(limits).toContain(`| ${spaced(sizes)} |`)
  })

  it('give the policy that a new organisation has', () => {
    const limits = (documents.find((one) => one.path === 'docs/limits.md')?.text ?? '').replace(/\s+/g, ' ')
    const { retention, liveDrops, acknowledgeDays, feedbackDays, workBits } = usualPolicy
    expect([usualPolicy.grants, usualPolicy.panel, usualPolicy.publishAt]).toEqual([6, 3, [0, 6, 12, 18]])
    expect(limits).toContain(`${liveDrops} live drops; submissions kept for ${retention.submission} days`)
    expect(limits).toContain(`entries for ${retention.entry}, slots for ${retention.slot}`)
    expect(limits).toContain(`within ${acknowledgeDays} days, feedback within ${feedbackDays}`)
    expect(limits).toContain(`between ${workBits.floor} and ${workBits.ceiling} zero bits`)
  })
})

/** Headings as the places that links name: lower case, hyphens for spaces, no punctuation. */
function headingsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  )
}
