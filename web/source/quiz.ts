/** Two different places among twelve words, in order, by octets that nobody can guess. */
export function pickTwo(dice: (count: number) => Uint8Array): readonly [number, number] {
  const first = below(12, dice)
  const step = below(11, dice) + 1
  const second = (first + step) % 12
  return first < second ? [first, second] : [second, first]
}

/** Whether what was typed is that word: any case, spaces around it, and its first four letters are enough. */
export function isWord(typed: string, word: string): boolean {
  const plain = typed.trim().toLowerCase()
  return plain === word || (plain.length === 4 && word.startsWith(plain))
}

/** The words in a text, however they are separated. */
export function wordsIn(typed: string): readonly string[] {
  return typed.split(/[\s,.;:0-9]+/u).filter((word) => word !== '')
}

/** A number below `limit`, every one equally likely: octets that would favour the low ones are thrown again. */
function below(limit: number, dice: (count: number) => Uint8Array): number {
  for (;;) {
    const octet = dice(1)[0] ?? 0
    if (octet < 256 - (256 % limit)) return octet % limit
  }
}
