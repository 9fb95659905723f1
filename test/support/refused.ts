import { Refusal, type RefusalCode } from '../../domain/refusal.ts'

/** The code with which an act was refused. Fails when it was not refused, or broke in another way. */
export async function codeOf(act: () => unknown): Promise<RefusalCode> {
  try {
    await act()
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
  throw new Error('it was not refused')
}
