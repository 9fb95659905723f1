import { type Box, boxesIn } from './boxes.ts'
import type { Octets } from './octets.ts'

interface Place {
  readonly from: number
  readonly to: number
}

/** Where in the file the samples of a track stand, chunk by chunk. @throws RangeError when its lists do not fit */
export function samplePlaces(octets: Octets, track: Box): readonly Place[] {
  const table = ['mdia', 'minf', 'stbl'].reduce<Box | undefined>((parent, name) => child(octets, parent, name), track)
  const sizes = child(octets, table, 'stsz')
  const runs = child(octets, table, 'stsc')
  const near = child(octets, table, 'stco')
  const far = child(octets, table, 'co64')
  const offsets = near ?? far
  if (sizes === undefined || runs === undefined || offsets === undefined) throw new RangeError('no list of samples')
  const same = octets.u32(sizes.from + 4)
  const samples = octets.u32(sizes.from + 8)
  const sizeOf = (sample: number): number => (same > 0 ? same : octets.u32(sizes.from + 12 + 4 * sample))
  const perChunk = samplesPerChunk(octets, runs)
  const chunks = octets.u32(offsets.from + 4)
  const places: Place[] = []
  let sample = 0
  for (let chunk = 0; chunk < chunks; chunk++) {
    const from = near ? octets.u32(offsets.from + 8 + 4 * chunk) : octets.u64(offsets.from + 8 + 8 * chunk)
    let to = from
    for (let left = perChunk(chunk); left > 0 && sample < samples; left--) to += sizeOf(sample++)
    places.push({ from, to })
  }
  return places
}

/** Runs of chunks with the same number of samples: each names its first chunk, counted from one. */
function samplesPerChunk(octets: Octets, runs: Box): (chunk: number) => number {
  const count = octets.u32(runs.from + 4)
  let run = 0
  return (chunk) => {
    const at = (index: number): number => runs.from + 8 + 12 * index
    while (run + 1 < count && octets.u32(at(run + 1)) <= chunk + 1) run++
    return count === 0 ? 0 : octets.u32(at(run) + 4)
  }
}

function child(octets: Octets, parent: Box | undefined, name: string): Box | undefined {
  return parent === undefined ? undefined : boxesIn(octets, parent.from, parent.to).find((one) => one.name === name)
}
