import { hkdfSync } from 'node:crypto'
import { entropyToMnemonic } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/english.js'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { derive, makePassphrase, passphraseWords, readPassphrase } from '../../crypto/passphrase.ts'
import { toHex } from '../../domain/bytes.ts'
import { instance } from '../support/people.ts'
import { codeOf } from '../support/refused.ts'

const chances = fc.uint8Array({ minLength: 16, maxLength: 16 })
/** Made by the library, which is how we know that ours are BIP39's. */
const passphrases = chances.map((chance) => entropyToMnemonic(chance, wordlist))

describe('a passphrase', () => {
  it('is the twelve words that BIP39 gives for sixteen octets', async () => {
    // The first vector of the specification, and one with other octets.
    expect(await makePassphrase(() => new Uint8Array(16))).toBe(
      'abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about',
    )
    expect(await makePassphrase(() => new Uint8Array(16).fill(0x7f))).toBe(
      'legal winner thank year wave sausage worth useful legal winner thank yellow',
    )
  })

  it('is what the library makes of the same chance, and its chance comes back to derive from', async () => {
    await fc.assert(
      fc.asyncProperty(chances, async (chance) => {
        const words = await makePassphrase(() => new Uint8Array(chance))
        expect(words).toBe(entropyToMnemonic(chance, wordlist))
      }),
    )
  })

  it('comes out different every time', async () => {
    const made = await Promise.all(Array.from({ length: 50 }, async () => await makePassphrase()))
    expect(new Set(made).size).toBe(50)
    for (const one of made) expect(one.split(' ')).toHaveLength(passphraseWords)
  })

  it('is understood in any case, with any spaces and from the first four letters of each word', async () => {
    await fc.assert(
      fc.asyncProperty(
        passphrases,
        fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.constantFrom(' ', '  ', '\n', '\t', ', ', ' - ', ' 7. ')), {
          minLength: 12,
          maxLength: 12,
        }),
        async (words, ways) => {
          const typed = words
            .split(' ')
            .map((word, at) => {
              const [upper, short, gap] = ways[at] ?? [false, false, ' ']
              const written = short ? word.slice(0, 4) : word
              return (upper ? written.toUpperCase() : written) + gap
            })
            .join('')
          expect(await readPassphrase(typed)).toBe(words)
        },
      ),
    )
  })

  it('is read to itself once it was read', async () => {
    await fc.assert(
      fc.asyncProperty(passphrases, async (words) => (await readPassphrase(await readPassphrase(words))) === words),
    )
  })

  it('is understood when a keyboard puts an accent on a letter or a wide form in its place', async () => {
    const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
    expect(await readPassphrase(words.replace('legal', 'légal').replace('thank', 'ｔｈａｎｋ'))).toBe(words)
  })

  it('lets a wrong word pass about once in sixteen times and never one that is not in the list', async () => {
    const words = (await makePassphrase(() => new Uint8Array(16).fill(9))).split(' ')
    const swapped = wordlist
      .filter((one) => one !== words[4])
      .map((one) => [...words.slice(0, 4), one, ...words.slice(5)].join(' '))
    let passed = 0
    for (const one of swapped) {
      try {
        await readPassphrase(one)
        passed++
      } catch {}
    }
    expect(passed).toBeGreaterThan(swapped.length / 16 / 2)
    expect(passed).toBeLessThan(swapped.length / 8)
    expect(await codeOf(async () => await readPassphrase([...words.slice(0, 11), 'zzzzz'].join(' ')))).toBe(
      'wrong-passphrase',
    )
  })

  it('is refused with a word too few, a word too many, or nothing at all', async () => {
    const words = await makePassphrase()
    for (const typed of ['', ' ', words.split(' ').slice(1).join(' '), `${words} abandon`, words.repeat(100)]) {
      expect(await codeOf(async () => await readPassphrase(typed))).toBe('wrong-passphrase')
    }
  })

  it('derives what HKDF-SHA-256 derives, apart for every label and every instance', async () => {
    const words = 'legal winner thank year wave sausage worth useful legal winner thank yellow'
    const expected = hkdfSync(
      'sha256',
      Buffer.alloc(16, 0x7f),
      Buffer.from(instance, 'hex'),
      Buffer.from('safehand/v1/thread'),
      32,
    )
    expect(toHex(await derive(words, instance, 'thread'))).toBe(Buffer.from(expected).toString('hex'))
    const labels = ['identity/ed25519', 'identity/x25519', 'panel', 'thread'] as const
    const elsewhere = '00'.repeat(16)
    const derived = await Promise.all(
      labels.flatMap((label) => [derive(words, instance, label), derive(words, elsewhere, label)]),
    )
    expect(new Set(derived.map(toHex)).size).toBe(8)
  })
})
