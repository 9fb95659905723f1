import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import { type Bytes, toUtf8 } from '../domain/bytes.ts'
import { fromCheckedHex } from '../domain/fields.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Dice, dice } from './dice.ts'

/** Words of a passphrase: 128 bits of chance and 4 bits that catch a mistyped word. */
export const passphraseWords = 12

/** A new passphrase: twelve English words (BIP39), separated by single spaces. */
export function makePassphrase(throwDice: Dice = dice): string {
  return entropyToMnemonic(throwDice(16), wordlist)
}

/**
 * The passphrase that was meant, from what was typed: any case, any space or punctuation between the words, and of
 * each word at least its first four letters.
 *
 * @throws Refusal `wrong-passphrase` when it is not twelve words of the list, or they do not fit together
 */
export function readPassphrase(typed: string): string {
  const words = typed
    .slice(0, typedLengthMax)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .match(/[a-z]+/g)
  if (words?.length !== passphraseWords) throw new Refusal('wrong-passphrase')
  const meant = words.map(meantWord).join(' ')
  entropyOf(meant)
  return meant
}

/** What is derived from a passphrase. The label keeps every use apart from every other. */
export type DerivationLabel = 'identity/ed25519' | 'identity/x25519' | 'panel' | 'thread' | 'uploads'

/**
 * 32 octets of a passphrase for one use in one instance (HKDF, RFC 5869). At 128 bits of chance no slow derivation is
 * needed, so it takes no time on the slowest phone.
 *
 * @throws Refusal `wrong-passphrase`
 */
export async function derive(words: string, instance: string, label: DerivationLabel): Promise<Bytes> {
  const secret = await crypto.subtle.importKey('raw', entropyOf(words), 'HKDF', false, ['deriveBits'])
  const about = { name: 'HKDF', hash: 'SHA-256', salt: fromCheckedHex(instance), info: toUtf8(`safehand/v1/${label}`) }
  return new Uint8Array(await crypto.subtle.deriveBits(about, secret, 256))
}

/** Longer than any twelve words with generous spaces; the rest of a pasted book is not looked at. */
const typedLengthMax = 1000

const exact: ReadonlySet<string> = new Set(wordlist)
/** No two words of the list begin with the same four letters. */
const byBeginning: ReadonlyMap<string, string> = new Map(wordlist.map((word) => [word.slice(0, 4), word]))

function meantWord(typed: string): string {
  const word = exact.has(typed) ? typed : typed.length >= 4 ? byBeginning.get(typed.slice(0, 4)) : undefined
  if (word === undefined) throw new Refusal('wrong-passphrase')
  return word
}

function entropyOf(words: string): Bytes {
  try {
    return new Uint8Array(mnemonicToEntropy(words, wordlist as string[]))
  } catch {
    throw new Refusal('wrong-passphrase')
  }
}
