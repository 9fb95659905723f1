import { wordlist } from '@scure/bip39/wordlists/english.js'
import { type Bytes, toUtf8 } from '../domain/bytes.ts'
import { fromCheckedHex } from '../domain/fields.ts'
import { Refusal } from '../domain/refusal.ts'
import { type Dice, dice } from './dice.ts'
import { sha256 } from './digest.ts'

/** Words of a passphrase: 128 bits of chance and 4 bits that catch a mistyped word. */
export const passphraseWords = 12

/** A new passphrase: twelve English words (BIP39), separated by single spaces. */
export async function makePassphrase(throwDice: Dice = dice): Promise<string> {
  return await wordsOf(throwDice(entropyBytes))
}

/**
 * The passphrase that was meant, from what was typed: any case, any space or punctuation between the words, and of
 * each word at least its first four letters.
 *
 * @throws Refusal `wrong-passphrase` when it is not twelve words of the list, or they do not fit together
 */
export async function readPassphrase(typed: string): Promise<string> {
  const words = typed
    .slice(0, typedLengthMax)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .match(/[a-z]+/g)
  if (words?.length !== passphraseWords) throw new Refusal('wrong-passphrase')
  const meant = words.map(meantWord).join(' ')
  await entropyOf(meant)
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
  const secret = await crypto.subtle.importKey('raw', await entropyOf(words), 'HKDF', false, ['deriveBits'])
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

/**
 * [Note: BIP39 by hand] The list of words comes from its library; the sums around it are these few lines over Web
 * Crypto, because the library's own SHA-256 would be one fortieth of everything that a first visit fetches. The tests
 * compare them with the library.
 */
async function wordsOf(entropy: Bytes): Promise<string> {
  const bits = bitsOf(entropy) + (await checksumOf(entropy))
  return (bits.match(/.{11}/g) ?? []).map((one) => wordlist[Number.parseInt(one, 2)]).join(' ')
}

async function entropyOf(words: string): Promise<Bytes> {
  const numbers = words.split(' ').map((word) => wordlist.indexOf(word))
  if (numbers.length !== passphraseWords || numbers.includes(-1)) throw new Refusal('wrong-passphrase')
  const bits = numbers.map((number) => number.toString(2).padStart(11, '0')).join('')
  const entropy = Uint8Array.from({ length: entropyBytes }, (_, at) =>
    Number.parseInt(bits.slice(8 * at, 8 * at + 8), 2),
  )
  if (bits.slice(8 * entropyBytes) !== (await checksumOf(entropy))) throw new Refusal('wrong-passphrase')
  return entropy
}

const entropyBytes = 16

/** The first four bits of the hash. */
async function checksumOf(entropy: Bytes): Promise<string> {
  return bitsOf(await sha256(entropy)).slice(0, 4)
}

function bitsOf(bytes: Bytes): string {
  return Array.from(bytes, (octet) => octet.toString(2).padStart(8, '0')).join('')
}
