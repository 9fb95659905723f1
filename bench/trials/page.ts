import { connect } from '../../client/portal.ts'
import { submit } from '../../client/submit.ts'
import { upload } from '../../client/upload.ts'
import { pieceBytesMax, sealChunk, uploadSecrets } from '../../crypto/chunk.ts'
import { dice } from '../../crypto/dice.ts'
import { sha256 } from '../../crypto/digest.ts'
import { makePassphrase } from '../../crypto/passphrase.ts'
import { fillerSlot, openSlots, sealReply } from '../../crypto/reply.ts'
import { identityOf } from '../../crypto/source.ts'
import { openTip, sealTip } from '../../crypto/tip.ts'
import { readSourceCertificate } from '../../crypto/verify/certificate.ts'
import { findWork } from '../../crypto/work.ts'
import { type Bytes, toUtf8 } from '../../domain/bytes.ts'
import { limits } from '../../domain/limits.ts'
import { organise } from '../../test/support/organisation.ts'
import { friday } from '../../test/support/people.ts'

/**
 * Runs inside a browser: does what the portal's and the desk's workers do, by the same code and bundled in the same
 * way, and takes the time. Every trial answers the milliseconds of each of its
 * runs, but `chunks`, which answers a share.
 */
export type Trial = (runs: number, argument: string) => Promise<number[]>

const channel = 'electronics'
/** Four kilobytes of text. */
const narrative = 'They asked for the invoice to say pumps. '.repeat(100)
const content = { narrative, answers: {}, language: null, excluded: [], files: [] }

const trials: Readonly<Record<string, Trial>> = {
  /** From the words and the text to the sealed envelope: identity, panel, signature, grants and body. */
  async seal(runs) {
    const { trusted } = await organise()
    return await timed(runs, async () => await sealed(trusted))
  },

  /** From the envelope to a tip whose signature was verified, as a reviewer. */
  async open(runs) {
    const { trusted, roster, people } = await organise()
    const { envelope, record } = await sealed(trusted)
    return await timed(runs, async () => {
      if ((await openTip(envelope, record, people.ada.key, roster, friday)) === null) throw new Error('it did not open')
    })
  },

  /** Every slot that can be live at once, one reply of two slots among them. */
  async slots(runs, count) {
    const { trusted, roster, people } = await organise()
    const me = await identityOf(await makePassphrase(), roster.instance)
    const slots: Bytes[] = [...(await replyTo(me, people.ada, roster))]
    while (slots.length < Number(count)) slots.push(await fillerSlot(roster.policy.profile))
    return await timed(runs, async () => {
      const { replies } = await openSlots(slots, me, trusted, friday)
      if (replies.length !== 1) throw new Error('the reply was not found')
    })
  },

  /** The proof of work for so many bits. */
  async work(runs, bits) {
    return await timed(runs, async (run) => await findWork(await sha256(toUtf8(`run ${run}`)), Number(bits)))
  },

  /** Everything between "send" and a verified receipt, against the portal that served this page. */
  async send(runs, pin) {
    const { origin } = location
    const portal = await connect({ origin, pin, minimumVersion: 1, site: null }, surroundings)
    return await timed(runs, async () => await submit(portal, { channel, ...content }, await makePassphrase()))
  },

  /** Sealing 100 MiB as an upload does, chunks side by side: the share of the speed of raw AES-GCM,
   * chunk after chunk over the same octets. */
  async chunks(runs, name) {
    const profile = name === 'modern' ? 'modern' : 'compat'
    const piece = dice(pieceBytesMax(chunkClass, profile))
    const identity = { size: film.size, chunkClass, profile, first: '', last: '', copy: 0, round: 0 } as const
    const secrets = await uploadSecrets(await makePassphrase(), '00'.repeat(16), identity)
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt'])
    const raw = async () => {
      for (let at = 0; at < filmChunks; at++)
        await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, piece)
    }
    const sealing = async () => await sideBySide(async (at) => await sealChunk(piece, at, secrets, identity))
    const yardsticks = await timed(runs, raw)
    return (await timed(runs, sealing)).map((took, run) => (yardsticks[run] ?? 0) / took)
  },

  /** A file of so many octets, from choosing it to its last chunk, against the portal that served this page. */
  async upload(runs, argument) {
    const [pin = '', size = '0'] = argument.split(' ')
    const portal = await connect({ origin: location.origin, pin, minimumVersion: 1, site: null }, surroundings)
    const blob = film.slice(0, Number(size))
    const attachment = { blob, name: 'film.mp4', type: 'video/mp4', version: 'original', pair: null } as const
    return await timed(runs, async () => await upload(portal, await makePassphrase(), [attachment]).files)
  },
}

const chunkClass = 4_194_304
const filmChunks = 25
/** 100 MiB of which no two chunks are alike. */
const film = new Blob(Array.from({ length: filmChunks }, () => dice(chunkClass)))
const surroundings = { fetch: fetch.bind(globalThis), clock: () => Date.now() }

/** As many chunks as an upload has at once, until all are done. */
async function sideBySide(act: (at: number) => Promise<unknown>): Promise<void> {
  let next = 0
  const lane = async (): Promise<void> => {
    while (next < filmChunks) await act(next++)
  }
  await Promise.all(Array.from({ length: limits.chunksAtOnce }, lane))
}

type Organised = Awaited<ReturnType<typeof organise>>

async function sealed(roster: Organised['trusted']) {
  return await sealTip({
    content,
    channel,
    roster,
    words: await makePassphrase(),
    now: friday,
    previous: null,
    site: null,
  })
}

async function replyTo(
  me: Awaited<ReturnType<typeof identityOf>>,
  by: Organised['people']['ada'],
  { instance, policy }: Organised['roster'],
): Promise<readonly Bytes[]> {
  const what = {
    instance,
    source: me.fingerprint,
    member: by.id,
    sequence: 1,
    earlier: [],
    excluded: [],
    sealTo: [],
    lastTip: { sequence: 1, hash: '00'.repeat(32) },
    state: null,
    text: 'Thank you. Which port was named on the papers? '.repeat(30),
  }
  const to = await readSourceCertificate(me.certificate)
  return (await sealReply(what, by.key, to, policy.profile, friday)).slots
}

/** The first run pays for what is loaded and compiled; it is done once more beforehand and not counted. */
async function timed(runs: number, act: (run: number) => Promise<unknown>): Promise<number[]> {
  await act(runs)
  const took: number[] = []
  for (let run = 0; run < runs; run++) {
    const begun = performance.now()
    await act(run)
    took.push(performance.now() - begun)
  }
  return took
}

Object.assign(globalThis, { trials })
