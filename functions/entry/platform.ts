import { hash, randomBytes } from 'node:crypto'
import type { Sha256 } from '../../domain/bytes.ts'
import type { Clock, Dice } from '../ports/platform.ts'

/** The machine's own clock, chance and SHA-256, for everything that runs for real. */
export const systemClock: Clock = () => Date.now()

export const systemDice: Dice = (count) => new Uint8Array(randomBytes(count))

/** At once instead of by way of a pool of threads: what is hashed here is small and there is much of it. */
export const nodeSha256: Sha256 = async (bytes) => new Uint8Array(hash('sha256', bytes, 'buffer'))
