import type { Bytes } from '../../domain/bytes.ts'

/** Large sealed objects, written once. */
export interface Blobs {
  /** Write an object. Writing the same octets under the same name again is one act; other octets are refused. */
  put(name: string, bytes: Bytes): Promise<void>
  get(name: string): Promise<Bytes | null>
  erase(name: string): Promise<void>
}

/** The public files that change while the portal runs: rosters, drops, the difficulty of work. */
export interface Published {
  /** Write or replace a file. `path` begins with `/`. */
  put(path: string, bytes: Bytes): Promise<void>
  get(path: string): Promise<Bytes | null>
}
