import { ar } from './ar.ts'
import { de } from './de.ts'
import { en, type SealedElsewhereWords } from './en.ts'
import { es } from './es.ts'
import { fa } from './fa.ts'
import { fr } from './fr.ts'
import { ko } from './ko.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import { tr } from './tr.ts'
import { uk } from './uk.ts'
import { zh } from './zh.ts'

/** By the path of the language. */
const translated: Readonly<Record<string, SealedElsewhereWords>> = { ar, de, en, es, fa, fr, ko, pt, ru, tr, uk, zh }

/** The sentences for a language, and whether they are in it: one that has none yet shows the English ones, marked so. */
export function sealedElsewhereIn(path: string): { readonly says: SealedElsewhereWords; readonly translated: boolean } {
  const says = translated[path]
  return { says: says ?? en, translated: says !== undefined }
}
