/**
 * Text from a stranger, made safe to look at: what could turn the order of letters around, hide text, or drive a
 * terminal is replaced by a visible mark. Joiners and direction marks that living scripts need stay as they are.
 */
export function harmless(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(hidden, (found) => (found === '\n' || found === '\t' ? found : mark(found)))
}

/** The beginning of a text on one line, cut at a word where there is one. */
export function glimpseOf(text: string, lengthMax: number): string {
  // A long text costs no more than a short one: a glimpse never needs more than this.
  const line = harmless(text.slice(0, lengthMax * 8))
    .replace(/\s+/g, ' ')
    .trim()
  if (line.length <= lengthMax) return line
  const cut = line.slice(0, lengthMax)
  const word = cut.lastIndexOf(' ')
  return `${(word > lengthMax / 2 ? cut.slice(0, word) : cut).replace(/[\ud800-\udbff]$/, '')}…`
}

/** Control characters; embeddings, overrides and isolates; the byte order mark; annotations; tags. */
const hidden = /\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu

function mark(found: string): string {
  return `⟨U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`
}
