import { ar, readingAr } from './ar.ts'
import { de, readingDe } from './de.ts'
import { en, type Reading, readingEn, type Words } from './en.ts'
import { es, readingEs } from './es.ts'
import { fa, readingFa } from './fa.ts'
import { fr, readingFr } from './fr.ts'
import { ko, readingKo } from './ko.ts'
import { pt, readingPt } from './pt.ts'
import { readingRu, ru } from './ru.ts'
import { readingTr, tr } from './tr.ts'
import { readingUk, uk } from './uk.ts'
import { readingZh, zh } from './zh.ts'

export interface Language {
  /** Its name in itself. */
  readonly name: string
  readonly words: Words
  readonly reading: Reading
}

/** Every language of the portal, as the chooser lists them. English is also what stands at `/`. */
export const languages: readonly Language[] = [
  { name: 'English', words: en, reading: readingEn },
  { name: 'Français', words: fr, reading: readingFr },
  { name: 'Español', words: es, reading: readingEs },
  { name: 'Português', words: pt, reading: readingPt },
  { name: 'Deutsch', words: de, reading: readingDe },
  { name: 'Русский', words: ru, reading: readingRu },
  { name: 'Українська', words: uk, reading: readingUk },
  { name: 'العربية', words: ar, reading: readingAr },
  { name: 'فارسی', words: fa, reading: readingFa },
  { name: '简体中文', words: zh, reading: readingZh },
  { name: 'Türkçe', words: tr, reading: readingTr },
  { name: '한국어', words: ko, reading: readingKo },
]
