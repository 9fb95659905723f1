/** What stands in a file beside what it shows, in kinds that a catalogue has a sentence for. */
export type Betrayal =
  | 'place'
  | 'camera'
  | 'serial'
  | 'person'
  | 'time'
  | 'program'
  | 'path'
  | 'words'
  | 'thumbnail'
  | 'credentials'
  | 'history'
  | 'changes'
  | 'comments'
  | 'sensors'
  | 'profile'
  | 'hidden'
  | 'attached'
  | 'signature'
  | 'other'

/** One thing that a file betrays. `value` is what it says, as far as it can be shown in a line. */
export interface Finding {
  readonly what: Betrayal
  readonly value: string | null
}

export type FileKind =
  | 'jpeg'
  | 'png'
  | 'webp'
  | 'gif'
  | 'heif'
  | 'tiff'
  | 'pdf'
  | 'office'
  | 'open-document'
  | 'old-office'
  | 'film'
  | 'mp3'
  | 'wav'
  | 'flac'
  | 'matroska'
  | 'ogg'
  | 'text'
  | 'zip'
  | 'unknown'

/**
 * Why there is no cleaned copy. `format`: nothing here knows how to clean it; `damaged`: it is not built as its kind
 * is; `locked`: it is protected by a password; `large`: too large to be taken apart in a browser.
 */
export type Uncleanable = 'format' | 'damaged' | 'locked' | 'large'

/** What a file betrays, and a copy without it. */
export interface Examined {
  readonly kind: FileKind
  readonly findings: readonly Finding[]
  /** The copy, made of pieces of the file itself wherever they are the same. `null`: there can be none. */
  readonly cleaned: Blob | null
  /** Set exactly when there is no copy. */
  readonly why: Uncleanable | null
  /** What a cleaned copy still betrays, and only editing could take out. */
  readonly stays: readonly Betrayal[]
}

/** Pieces of the cleaned file, in order, and what they left out. `null` in place of it: not built as its kind is. */
export interface Stripped {
  readonly findings: readonly Finding[]
  readonly pieces: readonly BlobPart[]
  readonly stays?: readonly Betrayal[]
}

const valueLengthMax = 120

/** A finding whose value fits in a line and holds nothing that a page could mistake for markup or direction. */
export function finding(what: Betrayal, value: string | null = null): Finding {
  if (value === null) return { what, value: null }
  const line = value
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\s]+/gu, ' ')
    .trim()
    .slice(0, valueLengthMax)
  return { what, value: line === '' ? null : line }
}

/** Each finding once; one without a value goes where another of its kind has one. */
export function tidied(findings: readonly Finding[]): readonly Finding[] {
  const told = new Set(findings.filter((one) => one.value !== null).map((one) => one.what))
  const seen = new Set<string>()
  return findings.filter(({ what, value }) => {
    if (value === null && told.has(what)) return false
    const name = `${what} ${value ?? ''}`
    return seen.has(name) ? false : seen.add(name) !== undefined
  })
}
