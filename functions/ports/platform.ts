import type { Bytes } from '../../domain/bytes.ts'
import type { Instant } from '../../domain/day.ts'

/** The only way to learn the time. */
export type Clock = () => Instant

/** The only way to get chance: so many octets that nobody can guess. */
export type Dice = (count: number) => Bytes
