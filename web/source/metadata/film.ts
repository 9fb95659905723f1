import { type Box, blank, blankTop, boxesIn, type Edit, edited, topBoxes } from './boxes.ts'
import { type Finding, finding, type Stripped, type Uncleanable } from './findings.ts'
import { Octets } from './octets.ts'
import { samplePlaces } from './samples.ts'
import { readTags } from './tags.ts'

/** The index of a film is read as a whole; everything else stays where it is. */
const indexMax = 64 << 20

/**
 * An MP4, MOV or M4A without what it tells beside picture and sound: tags, places, times, names of programs, and whole
 * tracks of readings (position, movement) between the pictures. Everything is emptied where it stands and nothing moves,
 * so films of any length need little memory.
 */
export async function stripFilm(file: Blob): Promise<Stripped | Uncleanable | null> {
  const boxes = await topBoxes(file)
  const index = boxes?.find((one) => one.name === 'moov')
  if (boxes === null || index === undefined) return null
  if (index.to - index.at > indexMax) return 'large'
  const moov = new Octets(new Uint8Array(await file.slice(index.at, index.to).arrayBuffer()))
  const walk: Walk = { octets: moov, findings: [], readings: [] }
  const [root] = boxesIn(moov, 0, moov.length)
  if (root === undefined) return null
  for (const track of boxesIn(moov, root.from, root.to)) {
    if (track.name === 'trak' && isReadings(moov, track)) walk.readings.push(...samplePlaces(moov, track))
  }
  const hasReadings = walk.readings.length > 0
  // Later parts of a film in parts have lists of their own, which nothing here follows.
  if (
    boxes.some((one) => one.name === 'moof') &&
    boxesIn(moov, root.from, root.to).some((one) => isReadings(moov, one))
  )
    return 'format'
  cleanBoxes(walk, root)
  const edits: Edit[] = [{ from: index.at, to: index.to, by: moov.all }]
  for (const box of boxes) {
    if (keptOnTop.has(box.name)) continue
    edits.push(...blankTop(box))
    if (!fillers.has(box.name)) walk.findings.push(finding(box.name === 'uuid' ? 'credentials' : 'other'))
  }
  edits.push(...walk.readings.map(({ from, to }) => ({ from, to: Math.min(to, file.size), by: null })))
  if (hasReadings) walk.findings.push(finding('sensors'))
  return { findings: walk.findings, pieces: edited(file, edits) }
}

interface Walk {
  readonly octets: Octets
  readonly findings: Finding[]
  /** Where readings stand in the file. */
  readonly readings: { readonly from: number; readonly to: number }[]
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const keptOnTop = names('ftyp moov mdat moof mfra sidx ssix styp wide pdin')
const fillers = names('free skip')
const containers = names('moov trak mdia minf stbl edts dinf mvex tref tapt gmhd')
const dated = names('mvhd tkhd mdhd')
const kept = names(
  'mvhd tkhd mdhd hdlr vmhd smhd nmhd sthd gmin elst stsd stts stss stps ctts stsc stsz stz2 stco co64 sdtp sbgp sgpd cslg subs saiz saio mehd trex iods elng clef prof enof load cdsc chap tmcd sync scpt ssrc hint font fall folw vdep vplx text tcmi',
)
const shown = names('vide soun text sbtl subt clcp')

function cleanBoxes(walk: Walk, parent: Box): void {
  const { octets, findings } = walk
  const isPicture = parent.name === 'mdia' && handlerOf(octets, parent) === 'vide'
  for (const box of boxesIn(octets, parent.from, parent.to)) {
    if (dated.has(box.name)) findings.push(...undated(octets, box))
    else if (box.name === 'hdlr') octets.all.fill(0, Math.min(box.from + 24, box.to), box.to)
    else if (box.name === 'dref') unnameSources(octets, box)
    if (containers.has(box.name)) cleanBoxes(walk, box)
    else if (!kept.has(box.name) && box.name !== 'dref') {
      if (!fillers.has(box.name)) findings.push(...readTags(octets, box))
      blank(octets, box)
    }
  }
  if (isPicture) unnameCoders(octets, parent)
}

/** Whether a track holds something that is neither seen nor heard. */
function isReadings(octets: Octets, track: Box): boolean {
  if (track.name !== 'trak') return false
  const media = boxesIn(octets, track.from, track.to).find((one) => one.name === 'mdia')
  return media !== undefined && !shown.has(handlerOf(octets, media))
}

function handlerOf(octets: Octets, media: Box): string {
  const handler = boxesIn(octets, media.from, media.to).find((one) => one.name === 'hdlr')
  return handler === undefined ? '' : octets.latin(handler.from + 8, handler.from + 12)
}

const secondsTo1970 = 2_082_844_800

/** Set the two times of a box to nothing. */
function undated(octets: Octets, box: Box): readonly Finding[] {
  const wide = octets.u8(box.from) === 1
  const seconds = wide ? octets.u64(box.from + 4) : octets.u32(box.from + 4)
  octets.all.fill(0, box.from + 4, box.from + (wide ? 20 : 12))
  if (seconds <= secondsTo1970 || seconds > secondsTo1970 * 3) return []
  return [finding('time', new Date((seconds - secondsTo1970) * 1000).toISOString().slice(0, 16).replace('T', ' '))]
}

/** A source of a track may be named by its path. Films that are one file need no name. */
function unnameSources(octets: Octets, box: Box): void {
  for (const source of boxesIn(octets, box.from + 8, box.to)) {
    octets.all.fill(0, Math.min(source.from + 4, source.to), source.to)
  }
}

/** Each description of coded pictures has 32 octets for the name of the coder. */
function unnameCoders(octets: Octets, media: Box): void {
  const find = (parent: Box | undefined, name: string): Box | undefined =>
    parent === undefined ? undefined : boxesIn(octets, parent.from, parent.to).find((one) => one.name === name)
  const described = find(find(find(media, 'minf'), 'stbl'), 'stsd')
  if (described === undefined) return
  for (const entry of boxesIn(octets, described.from + 8, described.to)) {
    if (entry.to - entry.at >= 86) octets.all.fill(0, entry.at + 50, entry.at + 82)
  }
}
