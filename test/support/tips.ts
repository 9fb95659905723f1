import { sha256 } from '../../crypto/digest.ts'
import { type Envelope, sealEnvelope } from '../../crypto/envelope.ts'
import { type Draft, openTip, type SealedTip, sealTip } from '../../crypto/tip.ts'
import { type Bytes, toUtf8 } from '../../domain/bytes.ts'
import type { Tip, TipContent } from '../../domain/clear/tip.ts'
import { plain } from '../../domain/print.ts'
import { recordOf, type SubmissionRecord } from '../../domain/record.ts'
import type { Organisation } from './organisation.ts'
import { friday, newSource } from './people.ts'

export const narrative = 'Two pallets of maraging steel went to a shoe importer in Port Alder. I packed them myself.'

export function content(fields: Partial<Omit<TipContent, 'panel'>> = {}): Omit<TipContent, 'panel'> {
  return { narrative, answers: {}, language: null, excluded: [], files: [], ...fields }
}

/** A tip as a client seals it, to the electronics desk unless said otherwise. */
export async function tipTo(org: Organisation, fields: Partial<Draft> = {}): Promise<SealedTip> {
  return await sealTip({
    content: content(),
    channel: 'electronics',
    roster: org.trusted,
    words: newSource(),
    now: friday,
    previous: null,
    site: null,
    ...fields,
  })
}

/** Any octets or document sealed like a tip, with a sound record: what somebody with the public keys alone can send. */
export async function sealedAs(
  org: Organisation,
  clear: object | Bytes,
  channel = 'electronics',
): Promise<{ readonly envelope: Envelope; readonly record: SubmissionRecord }> {
  const octets = clear instanceof Uint8Array ? clear : toUtf8(JSON.stringify(plain(clear)))
  const readers = [org.people.ada, org.people.grace, org.people.lise]
  const to = await Promise.all(readers.map((one) => org.trusted.certificateOf(one.id)))
  const envelope = await sealEnvelope(octets, to, org.roster.policy)
  const about = { instance: org.roster.instance, channel, uploads: [], roster: org.roster.version }
  return { envelope, record: await recordOf(envelope, about, sha256) }
}

/** A tip as a reader has it in clear. */
export async function clearTip(org: Organisation, tip: SealedTip): Promise<Tip> {
  const opened = await openTip(tip.envelope, tip.record, org.people.ada.key, org.roster, friday)
  if (opened === null) throw new Error('Ada is on the panel')
  return opened.tip
}
