import { expect, it } from 'vitest'
import { en, type FileWords } from '../../../../web/source/files/words/en.ts'
import { languages } from '../../../../web/source/words/languages.ts'

const sentences = (part: unknown): readonly string[] =>
  typeof part === 'string'
    ? [part]
    : typeof part === 'object' && part !== null
      ? Object.values(part).flatMap(sentences)
      : []

it('speaks about files in every language of the portal, without English left over', async () => {
  const english = new Set(sentences(en).filter((sentence) => sentence.split(' ').length > 2))
  for (const { words } of languages.filter(({ words }) => words.path !== 'en')) {
    const catalogue = (await import(`../../../../web/source/files/words/${words.path}.ts`)) as Record<string, FileWords>
    const spoken = sentences(catalogue[words.path])
    expect(spoken.length).toBe(sentences(en).length)
    expect(spoken.filter((sentence) => english.has(sentence))).toEqual([])
  }
})
