import { describe, expect, it } from 'vitest'
import { languages } from '../../web/source/words/languages.ts'
import { en, type SealedElsewhereWords } from '../../web/source/words/sealed-elsewhere/en.ts'
import { sealedElsewhereIn } from '../../web/source/words/sealed-elsewhere/in.ts'

function sentencesOf(words: SealedElsewhereWords): readonly string[] {
  return Object.values(words).flatMap((one): readonly string[] => {
    if (typeof one === 'function') return [one('16328', '65480', '262086')]
    return typeof one === 'string' ? [one] : one
  })
}

describe('the way without scripts', () => {
  const others = languages.map(({ words }) => words.path).filter((path) => path !== 'en')

  it.each(others)('is told in its own words in %s', (path) => {
    const { says, translated } = sealedElsewhereIn(path)
    expect(translated).toBe(true)
    const sentences = sentencesOf(says)
    expect(sentences).toHaveLength(sentencesOf(en).length)
    expect(sentences.filter((one) => sentencesOf(en).includes(one))).toEqual([])
  })

  it.each(others)('names the same files and sizes in %s', (path) => {
    const { says } = sealedElsewhereIn(path)
    expect(says.write).toContain('report.txt')
    expect(says.send).toContain('report.asc')
    for (const number of ['16328', '65480', '262086']) {
      expect(says.sizes('16328', '65480', '262086')).toContain(number)
    }
  })

  it('is told in English, and marked so, where a language has no words for it yet', () => {
    expect(sealedElsewhereIn('xx')).toEqual({ says: en, translated: false })
  })
})
