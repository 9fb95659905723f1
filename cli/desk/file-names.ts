import type { TipFile } from '../../domain/clear/manifest.ts'
import type { SubmissionId } from '../../domain/record.ts'

/** A name on our disk for a file that a stranger named: plain letters, its number first, and it hides nowhere. */
export function safeName(submission: SubmissionId, at: number, { name }: TipFile): string {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '_').slice(-60)
  return `${submission.slice(0, 12)}-${String(at + 1).padStart(2, '0')}-${plain}`
}
