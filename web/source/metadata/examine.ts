import { type Examined, type FileKind, type Stripped, tidied, type Uncleanable } from './findings.ts'
import { kindOf } from './kinds.ts'
import { Octets } from './octets.ts'

/** A file of these kinds is held in memory as a whole while it is cleaned. */
const wholeMax = 64 << 20

/**
 * Look into a file, by what it is and not by what it is called, and make a copy without what it betrays. Nothing is
 * drawn, decoded or coded anew: what is seen and heard stays octet by octet. The same file gives the same copy.
 */
export async function examine(file: Blob): Promise<Examined> {
  const kind = await kindOf(file)
  const strip = strippers[kind]
  if (kind === 'text') return { kind, findings: [], cleaned: file, why: null, stays: [] }
  if (strip === undefined) return uncleanable(kind, 'format')
  if (strip.whole && file.size > wholeMax) return uncleanable(kind, 'large')
  const stripped = await attempted(async () => await strip.by(file))
  if (stripped === null) return uncleanable(kind, 'damaged')
  if (typeof stripped === 'string') return uncleanable(kind, stripped)
  const { findings, pieces, stays = [] } = stripped
  return { kind, findings: tidied(findings), cleaned: new Blob([...pieces]), why: null, stays }
}

type Outcome = Stripped | Uncleanable | null

interface Stripper {
  /** Whether the whole file is read at once. */
  readonly whole: boolean
  readonly by: (file: Blob) => Promise<Outcome>
}

const octetsOf = async (file: Blob): Promise<Octets> => new Octets(new Uint8Array(await file.arrayBuffer()))

const strippers: Readonly<Partial<Record<FileKind, Stripper>>> = {
  jpeg: { whole: true, by: async (file) => (await import('./jpeg.ts')).stripJpeg(await octetsOf(file)) },
  png: { whole: true, by: async (file) => (await import('./png.ts')).stripPng(await octetsOf(file)) },
  webp: { whole: true, by: async (file) => (await import('./riff.ts')).stripWebp(await octetsOf(file)) },
  gif: { whole: true, by: async (file) => (await import('./gif.ts')).stripGif(await octetsOf(file)) },
  wav: { whole: true, by: async (file) => (await import('./riff.ts')).stripWav(await octetsOf(file)) },
  heif: { whole: false, by: async (file) => await (await import('./heif.ts')).stripHeif(file) },
  film: { whole: false, by: async (file) => await (await import('./film.ts')).stripFilm(file) },
  mp3: { whole: false, by: async (file) => await (await import('./sound.ts')).stripMp3(file) },
  flac: { whole: false, by: async (file) => await (await import('./sound.ts')).stripFlac(file) },
  pdf: { whole: true, by: pdf },
  office: { whole: true, by: office },
  'open-document': { whole: true, by: office },
}

async function pdf(file: Blob): Promise<Outcome> {
  const [{ stripPdf }, { stripJpeg }] = await Promise.all([import('./pdf.ts'), import('./jpeg.ts')])
  return await stripPdf(new Uint8Array(await file.arrayBuffer()), async (octets) => {
    const stripped = stripJpeg(octets)
    return stripped === null ? null : { findings: stripped.findings, octets: await joined(stripped.pieces) }
  })
}

async function office(file: Blob): Promise<Outcome> {
  const { stripOffice } = await import('./office.ts')
  return await stripOffice(new Uint8Array(await file.arrayBuffer()), async (octets) => {
    const { findings, cleaned } = await examine(new Blob([octets]))
    return cleaned === null ? null : { findings, octets: await joined([cleaned]) }
  })
}

async function joined(pieces: readonly BlobPart[]): Promise<Uint8Array> {
  return new Uint8Array(await new Blob([...pieces]).arrayBuffer())
}

/** A place that is not there throws, and that is a damaged file. */
async function attempted(strip: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await strip()
  } catch (trouble) {
    // A file that cannot be read any more is not a damaged one: whoever chose it is told so.
    if (trouble instanceof DOMException) throw trouble
    return null
  }
}

function uncleanable(kind: FileKind, why: Uncleanable): Examined {
  return { kind, findings: [], cleaned: null, why, stays: [] }
}
