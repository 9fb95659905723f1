import { Refusal } from '../../domain/refusal.ts'
import type { Alarm } from './answer.ts'

/**
 * An act that a clock starts. Whoever started it is told nothing but that it ended: what it could not do now, the next
 * run does, and an error thrown here would be written to a log in words that nobody chose.
 */
export function jobOf(act: () => Promise<void>, alarm: Alarm): () => Promise<void> {
  return async () => {
    try {
      await act()
    } catch (trouble) {
      if (!(trouble instanceof Refusal)) alarm(trouble)
    }
  }
}
