/** What others wrote, fit for a terminal: nothing in it may move the cursor, recolour the screen or turn text round. */
export function printable(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\u{fffd}')
}
