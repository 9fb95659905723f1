import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { refusals } from '../../../domain/refusal.ts'
import { languages } from '../../../web/source/words/languages.ts'

const [english, ...others] = languages

/** What is the same in every language: our name, and what a word happens to share with English. */
const same = /^(?:Safehand|message \d+)$/

/** Every sentence of a catalogue by its place; those that are made from a number or a name, for a few of them. */
function sentencesOf(catalogue: unknown, place = ''): readonly (readonly [string, string])[] {
  if (typeof catalogue === 'string') return [[place, catalogue]]
  if (typeof catalogue === 'function') {
    const made = [1, 2, 3, 7, 11, 25].map((many) => (catalogue.length > 1 ? catalogue('Ada', many) : catalogue(many)))
    return made.map((sentence, at) => [`${place}(${at})`, String(sentence)] as const)
  }
  if (catalogue === null || typeof catalogue !== 'object') return []
  return Object.entries(catalogue)
    .filter(([name]) => !['id', 'language', 'path', 'dir'].includes(name))
    .flatMap(([name, part]) => sentencesOf(part, `${place}/${name}`))
}

describe('the catalogues', () => {
  it('are twelve languages, each under its own path', () => {
    expect(languages.map(({ words }) => words.path)).toEqual([
      'en',
      'fr',
      'es',
      'pt',
      'de',
      'ru',
      'uk',
      'ar',
      'fa',
      'zh',
      'tr',
      'ko',
    ])
    for (const { words } of languages) expect(Intl.getCanonicalLocales(words.language)).toEqual([words.language])
  })

  it('run from right to left in Arabic and Persian and nowhere else', () => {
    const backwards = languages.filter(({ words }) => words.dir === 'rtl').map(({ words }) => words.path)
    expect(backwards).toEqual(['ar', 'fa'])
  })

  for (const { name, words, reading } of others) {
    it(`leave no sentence in English in ${name}`, () => {
      const inEnglish = new Map(sentencesOf([english?.words, english?.reading]))
      const left = sentencesOf([words, reading])
        .filter(([place, sentence]) => inEnglish.get(place) === sentence && !same.test(sentence))
        // A name alone, or a number alone, is nobody's language.
        .filter(([, sentence]) => /[A-Za-z]{3}/.test(sentence))
      expect(left).toEqual([])
    })

    it(`leave no sentence empty in ${name}`, () => {
      for (const [place, sentence] of sentencesOf([words, reading])) expect(sentence.trim(), place).not.toBe('')
    })
  }

  it('fill in every number', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.nat(1000), ({ words }, many) => {
        const made = [words.exclude.some, words.comeBack.counted, words.replies.title, words.replies.unsound]
        for (const make of made) expect(make(many)).not.toContain('#')
        if (many > 2) expect(words.exclude.some(many)).toContain(String(many))
      }),
    )
  })

  it('know no refusal that does not exist', () => {
    for (const { words } of languages) {
      for (const code of Object.keys(words.refused)) expect(code === 'bug' || Object.hasOwn(refusals, code)).toBe(true)
    }
  })
})
