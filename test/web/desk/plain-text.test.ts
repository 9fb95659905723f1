import fc from 'fast-check'
import { expect, test } from 'vitest'
import { glimpseOf, harmless } from '../../../web/desk/plain-text.ts'

const misleading = /[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|(?![\n\t])\p{Cc}/u

test('nothing that turns letters around, hides text or drives a terminal is left in any text', () => {
  const strange = fc.constantFrom(
    '\u202e',
    '\u2066',
    '\u0000',
    '\u001b',
    '\u009b',
    '\ufeff',
    '\u{e0041}',
    '\r',
    'a',
    '\n',
  )
  fc.assert(
    fc.property(
      fc.array(fc.oneof(strange, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 20 }),
      (pieces) => {
        expect(harmless(pieces.join(''))).not.toMatch(misleading)
      },
    ),
  )
})

test('what misleads is shown as a mark, so that nobody overlooks it', () => {
  expect(harmless('invoice\u202Efdp.exe')).toBe('invoice⟨U+202E⟩fdp.exe')
})

test('lines, tabs, joiners and letters of every script stay as they are', () => {
  const text = 'Größe\tمی\u200Cخواهم\u200F\nनमस्ते 👩\u200D🔬'
  expect(harmless(text)).toBe(text)
})

test('line endings of other systems become line feeds', () => {
  expect(harmless('a\r\nb\rc')).toBe('a\nb\nc')
})

test('a glimpse is one line that is never longer than asked, and never half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => {
      const glimpse = glimpseOf(text, 60)
      expect(glimpse).not.toContain('\n')
      expect(glimpse.length).toBeLessThanOrEqual(61)
      expect(glimpse.isWellFormed()).toBe(true)
    }),
  )
})

test('a glimpse ends between words where it can', () => {
  expect(glimpseOf('four tonnes of maraging steel', 22)).toBe('four tonnes of…')
  expect(glimpseOf('short', 22)).toBe('short')
})
