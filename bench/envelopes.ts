import { sha256 } from '../crypto/digest.ts'
import { sealEnvelope } from '../crypto/envelope.ts'
import type { TrustedRoster } from '../crypto/verify/roster.ts'
import { type Bytes, concat, toUtf8 } from '../domain/bytes.ts'
import { dayOf } from '../domain/day.ts'
import { printJson } from '../domain/print.ts'
import { hashOf, recordOf } from '../domain/record.ts'
import { reviewersOf } from '../domain/roster.ts'
import { bodyClasses, submissionRequestBytes } from '../domain/sizes.ts'
import { attempt, hasZeroBits, puzzles, type Work, workSeed } from '../domain/work.ts'
import { nodeSha256, systemClock, systemDice } from '../functions/entry/platform.ts'
import type { Submission } from '../functions/ports/submissions.ts'

const bodyClass = bodyClasses[0]
/** As much text as fits the smallest class comfortably; what it says does not matter to anything that is measured. */
const clearBytes = 12_000

/** One request of a submission, ready to be sent, with really sealed grants and body and really found work. */
export async function prepareRequest(roster: TrustedRoster, bits: number): Promise<Uint8Array> {
  const { envelope, record, recordHash } = await sealed(roster)
  const seed = await workSeed(roster.hash, dayOf(systemClock()), recordHash, sha256)
  const request = {
    channel: record.channel,
    roster: record.roster,
    envelope: concat(...envelope.grants, envelope.body),
    uploads: [],
    work: await fewBits(seed, bits),
  }
  return toUtf8(printJson(request).padEnd(submissionRequestBytes(bodyClass)))
}

/** The same as intake hands it to the store. */
export async function prepareSubmission(roster: TrustedRoster): Promise<Submission> {
  const { envelope, record, recordHash } = await sealed(roster)
  const day = dayOf(systemClock())
  const { instance } = roster.roster
  return {
    record,
    recordHash,
    grants: concat(...envelope.grants),
    body: envelope.body,
    receipt: {
      statement: {
        context: 'receipt',
        format: 'safehand-receipt/1',
        instance,
        record: recordHash,
        salt: '5a'.repeat(32),
        day,
      },
      signature: '5a'.repeat(64),
      certificate: {
        statement: { context: 'receipt-key', instance, day, key: '5a'.repeat(32) },
        signature: '5a'.repeat(64),
      },
    },
    day,
    expires: day,
  }
}

async function sealed(trusted: TrustedRoster) {
  const { roster } = trusted
  const channel = roster.channels[0]?.id ?? ''
  const panel = reviewersOf(roster, channel).slice(0, roster.policy.panel)
  const readers = await Promise.all(panel.map((one) => trusted.certificateOf(one.id)))
  const envelope = await sealEnvelope(systemDice(clearBytes), readers, roster.policy)
  const about = { instance: roster.instance, channel, uploads: [], roster: roster.version }
  const record = await recordOf(envelope, about, sha256)
  return { envelope, record, recordHash: await hashOf(record, sha256) }
}

/** The work for few bits, without the batches that only pay for many. Checking costs intake the same for any number. */
async function fewBits(seed: Bytes, bits: number): Promise<Work> {
  const counters: number[] = []
  for (let puzzle = 0; puzzle < puzzles; puzzle++) {
    let counter = 0
    while (!hasZeroBits(await nodeSha256(attempt(seed, puzzle, counter)), bits)) counter++
    counters.push(counter)
  }
  return counters
}
