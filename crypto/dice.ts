import type { Bytes } from '../domain/bytes.ts'

/** So many octets that nobody can guess. */
export type Dice = (count: number) => Bytes

/** Web Crypto gives at most so many octets at once. */
const atOnce = 65_536

/** The platform's dice. */
export const dice: Dice = (count) => {
  const bytes = new Uint8Array(count)
  for (let at = 0; at < count; at += atOnce) crypto.getRandomValues(bytes.subarray(at, at + atOnce))
  return bytes
}

/** A number from 0 up to and without `bound`, each equally likely. */
export function throwBelow(bound: number, throwDice: Dice = dice): number {
  const usable = 2 ** 32 - (2 ** 32 % bound)
  for (;;) {
    const thrown = new DataView(throwDice(4).buffer).getUint32(0)
    if (thrown < usable) return thrown % bound
  }
}

/** The same things in an order that tells nothing. */
export function shuffled<T>(things: readonly T[], throwDice: Dice = dice): T[] {
  const left = [...things]
  const drawn: T[] = []
  while (left.length > 0) drawn.push(...left.splice(throwBelow(left.length, throwDice), 1))
  return drawn
}
