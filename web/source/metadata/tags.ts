import { type Box, boxesIn } from './boxes.ts'
import { type Finding, finding } from './findings.ts'
import { type Octets, utf8 } from './octets.ts'

/** What a box of tags says: QuickTime's own letters, iTunes' list, or Apple's list by key. */
export function readTags(octets: Octets, box: Box): readonly Finding[] {
  try {
    const findings = box.name === 'meta' ? listed(octets, box) : box.name === 'udta' ? lettered(octets, box) : []
    return findings.length === 0 ? [finding('other')] : findings
  } catch {
    return [finding('other')]
  }
}

function lettered(octets: Octets, box: Box): readonly Finding[] {
  return boxesIn(octets, box.from, box.to).flatMap((one) => {
    if (one.name === 'meta') return listed(octets, one)
    // A length and a language stand before the text.
    const text = utf8(octets.part(Math.min(one.from + 4, one.to), Math.min(one.to, one.from + 400)))
    return one.name.startsWith('©') ? [named(one.name, text)] : [named(one.name, null)]
  })
}

function listed(octets: Octets, meta: Box): readonly Finding[] {
  // QuickTime writes the box plain, everybody else with four octets of version and flags.
  const plainly = octets.says(meta.from + 4, 'hdlr')
  const parts = boxesIn(octets, meta.from + (plainly ? 0 : 4), meta.to)
  const keys = keysOf(
    octets,
    parts.find((one) => one.name === 'keys'),
  )
  const list = parts.find((one) => one.name === 'ilst')
  if (list === undefined) return []
  return boxesIn(octets, list.from, list.to).flatMap((item) => {
    const [data] = boxesIn(octets, item.from, item.to)
    const value = data === undefined ? null : utf8(octets.part(data.from + 8, Math.min(data.to, data.from + 408)))
    const key = keys[octets.u32(item.at + 4) - 1] ?? item.name
    return [named(key, key.includes('covr') ? null : value)]
  })
}

function keysOf(octets: Octets, keys: Box | undefined): readonly string[] {
  if (keys === undefined) return []
  return boxesIn(octets, keys.from + 8, keys.to).map((one) => octets.latin(one.from, one.to))
}

const kinds: readonly (readonly [RegExp, Finding['what']])[] = [
  [/location|xyz|loci/i, 'place'],
  [/make|model|camera|mak|mod$/i, 'camera'],
  [/software|encod|too$|swr|enc$/i, 'program'],
  [/date|day/i, 'time'],
  [/author|artist|ART$|aut$|auth|perf|owner/i, 'person'],
  [/covr|thm/i, 'thumbnail'],
  [/identifier|serial|GUMI|CAME|FIRM|LENS/, 'serial'],
]

function named(key: string, value: string | null): Finding {
  const [, what] = kinds.find(([form]) => form.test(key)) ?? []
  return finding(what ?? 'words', value)
}
