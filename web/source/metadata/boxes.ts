import { Octets, plain } from './octets.ts'

/** A box of a film or of a HEIF picture (ISO/IEC 14496-12): its name, where it begins, its content, and its end. */
export interface Box {
  readonly name: string
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Octets of the file that are replaced by as many others. `null`: by zeros. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly by: Uint8Array<ArrayBuffer> | null
}

const topBoxesMax = 100_000

/** The boxes of the file itself; only their heads are read. @returns `null` when they do not fill the file */
export async function topBoxes(file: Blob): Promise<readonly Box[] | null> {
  const boxes: Box[] = []
  for (let at = 0; at < file.size; ) {
    const head = new Octets(new Uint8Array(await file.slice(at, at + 16).arrayBuffer()))
    if (head.length < 8 || boxes.length >= topBoxesMax) return null
    const box = boxAt(head, 0, file.size - at)
    if (box === null) return null
    boxes.push({ name: box.name, at, from: at + box.from, to: at + box.to })
    at += box.to
  }
  return boxes
}

/** The boxes between two places. @throws RangeError when they do not fill it */
export function boxesIn(octets: Octets, from: number, to: number): readonly Box[] {
  const boxes: Box[] = []
  // QuickTime ends some lists with four zeros.
  for (let at = from; at + 8 <= to; ) {
    const box = boxAt(octets, at, to)
    if (box === null) throw new RangeError('a box is larger than what it stands in')
    boxes.push(box)
    at = box.to
  }
  return boxes
}

/** Empty a box where it stands: everything else stays at its place, so that nothing has to be counted anew. */
export function blank(octets: Octets, box: Box): void {
  octets.all.set(plain('free'), box.at + 4)
  octets.all.fill(0, box.from, box.to)
}

/** The same for a box of the file itself. */
export function blankTop(box: Box): readonly Edit[] {
  return [
    { from: box.at + 4, to: box.at + 8, by: plain('free') },
    { from: box.from, to: box.to, by: null },
  ]
}

/** The file with its edits, made of pieces of it. */
export function edited(file: Blob, edits: readonly Edit[]): readonly BlobPart[] {
  const pieces: BlobPart[] = []
  let at = 0
  for (const { from, to, by } of [...edits].sort((a, b) => a.from - b.from)) {
    const start = Math.max(from, at)
    if (to <= start) continue
    if (start > at) pieces.push(file.slice(at, start))
    if (by !== null) pieces.push(by)
    else for (let left = to - start; left > 0; left -= zeros.length) pieces.push(zeros.subarray(0, left))
    at = to
  }
  if (at < file.size) pieces.push(file.slice(at))
  return pieces
}

const zeros = new Uint8Array(1 << 20)

function boxAt(octets: Octets, at: number, end: number): Box | null {
  const short = octets.u32(at)
  const wide = short === 1
  const length = wide ? octets.u64(at + 8) : short === 0 ? end - at : short
  const from = at + (wide ? 16 : 8)
  const to = at + length
  return to < from || to > end ? null : { name: octets.latin(at + 4, at + 8), at, from, to }
}
