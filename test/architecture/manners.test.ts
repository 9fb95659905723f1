import { describe, expect, it } from 'vitest'
import { sourcesIn, withoutComments } from './sources.ts'

const product = ['domain', 'crypto', 'client', 'functions', 'web', 'cli', 'start', 'infra'] as const
const all = [...product, 'test', 'bench', 'scripts'] as const

/** Names that say nothing: whatever is put there stays there. */
const drawers = /(?:^|\/)(?:utils?|helpers?|common|shared|misc|manager|lib\/index)(?:\.|\/)/i

/** Ways to switch a check off. Written in pieces, so that this file does not contain them. */
const gags = new RegExp(
  ['biome-' + 'ignore', '@ts-' + 'ignore', '@ts-' + 'nocheck', 'eslint-' + 'disable', 'oxlint-' + 'disable'].join('|'),
)

describe('the manners of the house', () => {
  it('name every file for a thing of the field', () => {
    for (const { path } of sourcesIn(...all)) expect(path).not.toMatch(drawers)
    expect('client/utils.ts').toMatch(drawers)
    expect('web/helpers/date.ts').toMatch(drawers)
  })

  it('switch off no check', () => {
    for (const { path, text } of sourcesIn(...all)) expect(text, path).not.toMatch(gags)
  })

  it('leave no test for later', () => {
    const later = /\b(?:it|test|describe)\.(?:todo|only)\b/
    for (const { path, text } of sourcesIn('test')) expect(withoutComments(text), path).not.toMatch(later)
  })

  it('store nothing in the browser', () => {
    const stores = /\b(?:localStorage|sessionStorage|indexedDB|document\.cookie|history\.(?:push|replace)State)\b/
    for (const { path, text } of sourcesIn('web', 'client')) expect(withoutComments(text), path).not.toMatch(stores)
    expect('localStorage.setItem(a, b)').toMatch(stores)
  })

  it('set no HTML from text', () => {
    const holes =
      /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|document\.write)\b|\beval\(|new Function\(/
    for (const { path, text } of sourcesIn(...product)) expect(withoutComments(text), path).not.toMatch(holes)
    expect('page.innerHTML = tip').toMatch(holes)
  })
})
