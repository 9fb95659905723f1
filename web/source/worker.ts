import { LiveDrops } from '../../client/drops.ts'
import { connect, type Portal } from '../../client/portal.ts'
import { readReplies } from '../../client/replies.ts'
import { type Attempt, type LastTip, prepare } from '../../client/submit.ts'
import type { Uploading } from '../../client/upload.ts'
import { makePassphrase, readPassphrase } from '../../crypto/passphrase.ts'
import { canonical } from '../../domain/canonical.ts'
import type { TipFile } from '../../domain/clear/manifest.ts'
import { printJson } from '../../domain/print.ts'
import { Refusal } from '../../domain/refusal.ts'
import type {
  AskName,
  Asks,
  DraftView,
  FromWorker,
  PortalView,
  Refused,
  SentView,
  ToWorker,
  WantedFile,
} from './protocol.ts'
import { conversationView, portalView } from './views.ts'

/** Everything of one visit. It is forgotten with the worker. */
const visit: {
  portal: Portal | null
  drops: LiveDrops | null
  /** Words that were typed, and what the replies to them say. */
  returned: { readonly words: string; readonly previous: LastTip | null } | null
  /** What has not arrived yet: the draft, its words, its files once they are there, and what was sealed. */
  attempt: Attempted | null
  /** Files that are on their way. */
  uploading: Uploading | null
} = { portal: null, drops: null, returned: null, attempt: null, uploading: null }

interface Attempted {
  readonly of: string
  readonly words: string
  sealed: Attempt | null
}

const answers: { readonly [N in AskName]: (ask: Asks[N]['ask']) => Promise<Asks[N]['answer']> } = {
  async connect({ origin, pin, minimumVersion }): Promise<PortalView> {
    await checkWebCrypto()
    visit.drops?.stop()
    const portal = await connect(
      { origin, pin, minimumVersion, site: null },
      { fetch: (address, wish) => fetch(address, wish), clock: () => Date.now() },
    )
    visit.portal = portal
    visit.drops = new LiveDrops(portal)
    visit.drops.start()
    return portalView(portal)
  },

  async send({ draft, followUp, language }): Promise<SentView> {
    const portal = connected()
    const { words, sealed } = await attemptOf(portal, draft, followUp, language)
    const { receipt } = await sealed.send((step) => tell({ kind: 'step', step }))
    visit.attempt = null
    return { words: followUp ? [] : words.split(' '), receipt: printJson(receipt) }
  },

  async read({ typed }) {
    const portal = connected()
    const words = await readPassphrase(typed)
    const conversation = await readReplies(portal, words, visit.drops ?? new LiveDrops(portal))
    visit.returned = { words, previous: conversation.known?.previous ?? null }
    return conversationView(conversation, portal.roster.roster)
  },

  async inspect({ file }) {
    // What sending needs is fetched already now: a line that breaks later then finds it here.
    const [{ examine }] = await Promise.all([import('./metadata/examine.ts'), import('./files/sending.ts')])
    const { cleaned: _, ...seen } = await examine(file).catch(() => {
      throw new Refusal('file-changed')
    })
    return seen
  },

  async steer(way) {
    if (way === 'stop') visit.uploading?.cancel()
    else visit.uploading?.[way]()
    return null
  },

  async forget() {
    visit.uploading?.cancel()
    visit.returned = null
    visit.attempt = null
    return null
  },
}

addEventListener('message', (event: MessageEvent<ToWorker>) => void answer(event.data))

async function answer({ id, name, ask }: ToWorker): Promise<void> {
  try {
    // Each name has its own kind of question and answer; here they only pass through.
    const act = answers[name] as (ask: unknown) => Promise<Asks[AskName]['answer']>
    tell({ kind: 'answer', id, answer: await act(ask) })
  } catch (thrown) {
    tell({ kind: 'refusal', id, refusal: refused(thrown) })
  }
}

function tell(said: FromWorker): void {
  postMessage(said)
}

function connected(): Portal {
  if (visit.portal === null) throw new Refusal('try-again')
  return visit.portal
}

/**
 * The envelope of this draft: the one that is already sealed when the draft is the same, or a new one. Its files go first.
 * The words stay the same from one try to the next, and with them what has arrived of the files.
 */
async function attemptOf(portal: Portal, draft: DraftView, followUp: boolean, language: string) {
  const { files: wanted, ...written } = draft
  const named = wanted.map(({ id, versions, keepsName }) => ({ id, versions, keepsName }))
  const of = canonical({ ...written, followUp, files: named })
  const words = followUp ? returned().words : (visit.attempt?.words ?? (await makePassphrase()))
  const before = visit.attempt?.of === of ? visit.attempt.sealed : null
  visit.attempt = { of, words, sealed: before }
  if (before !== null) return { words, sealed: before }
  const files = wanted.length === 0 ? [] : await sendFiles(portal, words, wanted)
  tell({ kind: 'step', step: 'sealing' })
  const previous = followUp ? returned().previous : null
  const sealed = await prepare(portal, { ...written, files, language }, words, { previous })
  visit.attempt.sealed = sealed
  return { words, sealed }
}

async function sendFiles(portal: Portal, words: string, wanted: readonly WantedFile[]): Promise<readonly TipFile[]> {
  const { attachmentsOf, upload } = await import('./files/sending.ts')
  const uploading = upload(portal, words, await attachmentsOf(wanted), (progress) =>
    tell({ kind: 'progress', progress }),
  )
  visit.uploading = uploading
  try {
    return await uploading.files
  } finally {
    visit.uploading = null
  }
}

function returned(): { readonly words: string; readonly previous: LastTip | null } {
  if (visit.returned === null) throw new Refusal('wrong-passphrase')
  return visit.returned
}

/** Sealing needs Web Crypto with X25519; without it nothing of this page can work, so it says so at once. */
async function checkWebCrypto(): Promise<void> {
  try {
    await crypto.subtle.generateKey({ name: 'X25519' }, false, ['deriveBits'])
  } catch {
    throw new Refusal('no-web-crypto')
  }
}

function refused(thrown: unknown): Refused {
  if (thrown instanceof Refusal) return { code: thrown.code, says: thrown.message }
  return { code: 'bug', says: 'Something in this page broke. Your text is kept. Try again, or reload the page.' }
}
