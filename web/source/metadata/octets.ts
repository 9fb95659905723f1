/** Octets of a file with their numbers read out of them. A place outside of them throws, and the file is damaged. */
export class Octets {
  readonly all: Uint8Array<ArrayBuffer>
  readonly length: number
  readonly #view: DataView

  constructor(all: Uint8Array<ArrayBuffer>) {
    this.all = all
    this.length = all.length
    this.#view = new DataView(all.buffer, all.byteOffset, all.byteLength)
  }

  u8(at: number): number {
    return this.#view.getUint8(at)
  }

  u16(at: number, little = false): number {
    return this.#view.getUint16(at, little)
  }

  u32(at: number, little = false): number {
    return this.#view.getUint32(at, little)
  }

  u64(at: number): number {
    return Number(this.#view.getBigUint64(at))
  }

  /** @throws RangeError when it goes past the end */
  part(from: number, to: number): Uint8Array<ArrayBuffer> {
    if (from < 0 || to < from || to > this.length) throw new RangeError('past the end of the file')
    return this.all.subarray(from, to)
  }

  /** Text of one octet a letter. */
  latin(from: number, to: number): string {
    return String.fromCharCode(...this.part(from, Math.min(to, from + 4096)))
  }

  /** Whether this plain text stands here. */
  says(at: number, text: string): boolean {
    return at >= 0 && at + text.length <= this.length && this.latin(at, at + text.length) === text
  }
}

/** Text of a file that claims to be UTF-8; what is not is replaced. */
export function utf8(octets: Uint8Array): string {
  return new TextDecoder().decode(octets)
}

/** Plain letters as octets. */
export function plain(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0) & 0xff)
}

/** A number as four octets, the large end first. */
export function four(value: number, little = false): Uint8Array<ArrayBuffer> {
  const octets = new Uint8Array(4)
  new DataView(octets.buffer).setUint32(0, value, little)
  return octets
}
