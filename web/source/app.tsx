import { useEffect, useState } from 'preact/hooks'
import type { UploadProgress } from '../../client/upload.ts'
import { Button } from '../lib/button.tsx'
import { Heading } from '../lib/heading.tsx'
import { Notice } from '../lib/notice.tsx'
import { type ChosenFile, type Draft, emptyDraft, finished, isWorthKeeping } from './draft.ts'
import { Files, FilesOnTheirWay } from './files/lazy.tsx'
import type { UnloadGuard } from './guard.ts'
import { type Line, refusedBy } from './line.ts'
import type { ConversationView, PortalView, Refused, SendStep, SentView, Trusting } from './protocol.ts'
import { pickTwo } from './quiz.ts'
import { ComeBack } from './screens/come-back.tsx'
import { Confirm } from './screens/confirm.tsx'
import { Done } from './screens/done.tsx'
import { Home } from './screens/home.tsx'
import { Replies } from './screens/replies.tsx'
import { Sending } from './screens/sending.tsx'
import { SentScreen } from './screens/sent.tsx'
import { Tell } from './screens/tell.tsx'
import type { Words } from './words/en.ts'

/** Where the reader is. Only the page knows: the address never changes, and nothing is stored. */
type Place =
  | { readonly at: 'home' }
  | { readonly at: 'tell' }
  | { readonly at: 'sending'; readonly followUp: ConversationView | null }
  | { readonly at: 'sent'; readonly sent: SentView }
  | { readonly at: 'confirm'; readonly sent: SentView; readonly places: readonly [number, number] }
  | { readonly at: 'done'; readonly kept: boolean }
  | { readonly at: 'come-back' }
  | { readonly at: 'replies'; readonly conversation: ConversationView; readonly justSent: boolean }

/** What the browser brings to the portal. The build draws the first screen without any of it. */
export interface Surroundings {
  /** The line to the worker; `null` when the browser lacks what sealing needs. */
  readonly line: Line | null
  readonly trusting: Trusting
  readonly guard: UnloadGuard
}

/** The source portal: one page, a few screens. */
export function App({ words, around }: { readonly words: Words; readonly around: Surroundings | null }) {
  const [place, setPlace] = useState<Place>({ at: 'home' })
  const [moved, setMoved] = useState(false)
  const [portal, setPortal] = useState<PortalView | null>(null)
  const [trouble, setTrouble] = useState<Refused | null>(null)
  const [draft, setDraft] = useState<Draft>(emptyDraft)
  const [step, setStep] = useState<SendStep>('sealing')
  /** How far the files are; `null` when none are on their way, or nothing is known yet. */
  const [progress, setProgress] = useState<UploadProgress | null>(null)
  const [filesFirst, setFilesFirst] = useState(false)
  const [failed, setFailed] = useState<Refused | null>(null)
  const [busy, setBusy] = useState(false)

  const go = (next: Place): void => {
    setMoved(true)
    setFailed(null)
    setPlace(next)
  }

  const line = around?.line ?? null
  const connect = async (): Promise<void> => {
    if (around === null) return
    if (line === null) {
      setTrouble({ code: 'no-web-crypto', says: words.trouble.noWebCrypto })
      return
    }
    setTrouble(null)
    try {
      setPortal(await line.ask('connect', around.trusting))
    } catch (thrown) {
      const refused = refusedBy(thrown, words)
      setTrouble(refused.code === 'no-web-crypto' ? { ...refused, says: words.trouble.noWebCrypto } : refused)
    }
  }

  useEffect(() => {
    void connect()
  }, [around])

  const mustNotBeLost = isWorthKeeping(draft) || place.at === 'sending' || place.at === 'sent' || place.at === 'confirm'
  useEffect(() => around?.guard.arm(mustNotBeLost), [around, mustNotBeLost])

  const send = async (followUp: ConversationView | null): Promise<void> => {
    if (line === null) return
    setStep('sealing')
    setProgress(null)
    setFilesFirst(draft.files.length > 0)
    line.onProgress = setProgress
    line.onStep = (next) => {
      setFilesFirst(false)
      setStep(next)
    }
    go({ at: 'sending', followUp })
    try {
      const sent = await line.ask('send', {
        draft: finished(draft),
        followUp: followUp !== null,
        language: words.language,
      })
      setDraft(emptyDraft)
      if (followUp === null) go({ at: 'sent', sent })
      else go({ at: 'replies', conversation: followUp, justSent: true })
    } catch (thrown) {
      go(followUp === null ? { at: 'tell' } : { at: 'replies', conversation: followUp, justSent: false })
      setFailed(refusedBy(thrown, words))
    }
  }

  const read = async (typed: string): Promise<void> => {
    if (line === null) return
    setBusy(true)
    setFailed(null)
    try {
      const conversation = await line.ask('read', { typed })
      setDraft(followUpDraft(conversation))
      go({ at: 'replies', conversation, justSent: false })
    } catch (thrown) {
      setFailed(refusedBy(thrown, words))
    }
    setBusy(false)
  }

  const goHome = (): void => {
    setDraft(emptyDraft)
    void line?.ask('forget', null)
    go({ at: 'home' })
  }

  const onFiles = (change: (files: readonly ChosenFile[]) => readonly ChosenFile[]): void =>
    setDraft((now) => ({ ...now, files: change(now.files) }))
  const files = (undecided: boolean) =>
    line === null ? null : (
      <Files line={line} files={draft.files} onFiles={onFiles} undecided={undecided} words={words} />
    )

  if (place.at !== 'home') {
    if (trouble !== null) return <Trouble words={words} trouble={trouble} onAgain={() => void connect()} />
    if (portal === null) return <Waiting words={words} />
  }
  if (place.at === 'tell' && portal?.open === false) {
    return <Trouble words={words} trouble={{ code: 'roster-expired', says: words.trouble.closed }} onAgain={null} />
  }
  switch (place.at) {
    case 'home':
      return (
        <Home
          words={words}
          portal={portal}
          trouble={trouble}
          focus={moved}
          onTell={() => go({ at: 'tell' })}
          onComeBack={() => go({ at: 'come-back' })}
        />
      )
    case 'tell':
      return portal === null ? null : (
        <Tell
          words={words}
          portal={portal}
          draft={draft}
          onDraft={setDraft}
          files={files}
          failed={failed}
          onSend={() => void send(null)}
        />
      )
    case 'sending':
      return filesFirst && line !== null ? (
        <FilesOnTheirWay line={line} progress={progress} />
      ) : (
        <Sending words={words} step={step} followUp={place.followUp !== null} />
      )
    case 'sent':
      return (
        <SentScreen
          words={words}
          sent={place.sent}
          onWritten={() => go({ at: 'confirm', sent: place.sent, places: pickTwo(dice) })}
          onNever={() => go({ at: 'done', kept: false })}
        />
      )
    case 'confirm':
      return (
        <Confirm
          words={words}
          passphrase={place.sent.words}
          places={place.places}
          onRight={() => go({ at: 'done', kept: true })}
          onShow={() => go({ at: 'sent', sent: place.sent })}
        />
      )
    case 'done':
      return <Done words={words} kept={place.kept} onHome={goHome} />
    case 'come-back':
      return <ComeBack words={words} failed={failed} busy={busy} onRead={(typed) => void read(typed)} />
    case 'replies':
      return portal === null ? null : (
        <Replies
          words={words}
          portal={portal}
          conversation={place.conversation}
          justSent={place.justSent}
          draft={draft}
          onDraft={setDraft}
          files={files}
          failed={failed}
          onSend={() => void send(place.conversation)}
          onAnother={() => {
            setDraft(followUpDraft(place.conversation))
            go({ ...place, justSent: false })
          }}
          onLeave={goHome}
        />
      )
  }
}

function Trouble(props: { readonly words: Words; readonly trouble: Refused; readonly onAgain: (() => void) | null }) {
  const { trouble } = props.words
  return (
    <div class="stack narrow">
      <Heading>{trouble.title}</Heading>
      <Notice kind="trouble">
        <p>{props.trouble.says}</p>
      </Notice>
      {props.onAgain === null ? null : (
        <Button kind="main" onPress={props.onAgain}>
          {trouble.again}
        </Button>
      )}
    </div>
  )
}

function Waiting({ words }: { readonly words: Words }) {
  return (
    <div class="stack narrow">
      <Heading>{words.waiting.title}</Heading>
      <p class="lede" role="status">
        {words.waiting.portal}
      </p>
    </div>
  )
}

/** A follow-up begins with what the replies say: who stays left out, and the channel when there is only one. */
function followUpDraft({ known }: ConversationView): Draft {
  const [only, ...others] = known?.channels ?? []
  return {
    ...emptyDraft,
    channel: only !== undefined && others.length === 0 ? only : null,
    excluded: known?.excluded ?? [],
  }
}

function dice(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count))
}
