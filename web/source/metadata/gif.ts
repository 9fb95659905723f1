import { type Finding, finding, type Stripped } from './findings.ts'
import { type Octets, utf8 } from './octets.ts'

/** A GIF without comments and notes of programs. @returns `null` when it is not built as a GIF is */
export function stripGif(octets: Octets): Stripped | null {
  const findings: Finding[] = []
  let at = 13 + tableLength(octets.u8(10))
  const pieces: BlobPart[] = [octets.part(0, at)]
  for (;;) {
    const kind = octets.u8(at)
    if (kind === 0x3b) break
    const end = kind === 0x21 ? afterBlocks(octets, at + 2) : afterImage(octets, at)
    if (kind !== 0x21 && kind !== 0x2c) return null
    const left = kind === 0x21 ? leftOut(octets, at, end) : null
    if (left === null) pieces.push(octets.part(at, end))
    else findings.push(left)
    at = end
  }
  pieces.push(octets.part(at, at + 1))
  if (at + 1 < octets.length) findings.push(finding('hidden'))
  return { findings, pieces }
}

/** What an extension betrays; `null` for those that the picture needs: timing, and how often it is repeated. */
function leftOut(octets: Octets, at: number, end: number): Finding | null {
  const label = octets.u8(at + 1)
  if (label === 0xf9) return null
  if (label === 0xff && (octets.says(at + 3, 'NETSCAPE2.0') || octets.says(at + 3, 'ANIMEXTS1.0'))) return null
  return label === 0xfe ? finding('words', utf8(octets.part(at + 3, end))) : finding('other')
}

function tableLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function afterImage(octets: Octets, at: number): number {
  return afterBlocks(octets, at + 10 + tableLength(octets.u8(at + 9)) + 1)
}

function afterBlocks(octets: Octets, from: number): number {
  let at = from
  while (octets.u8(at) !== 0) at += 1 + octets.u8(at)
  return at + 1
}
