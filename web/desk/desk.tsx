import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { CaseScreen } from './case.tsx'
import { Help } from './help.tsx'
import { useKeys } from './keyboard.ts'
import type { Line } from './line.ts'
import { Masthead } from './masthead.tsx'
import type { CaseView, QueueRow, Refused, Signed, Tell, Warning } from './protocol.ts'
import { type Filter, nameIn, QueueScreen, shownRows, unfiltered } from './queue.tsx'
import { type ChosenKey, UnlockScreen } from './unlock.tsx'
import type { Words } from './words/en.ts'

/** What the page knows while somebody is signed in. Dropping it, and the worker, is locking. */
interface Room {
  readonly signed: Signed
  /** `null` until the desk has looked for the first time. */
  readonly rows: readonly QueueRow[] | null
  readonly warnings: readonly Warning[]
}

/** Why the door is closed. */
type Closed = 'locked' | 'left' | 'ended' | null

export interface DeskProps {
  readonly words: Words
  /** Start a worker and open the line to it. Called again after each locking. */
  readonly connect: (heard: (tell: Tell) => void) => Line
}

/** The whole desk: a door, and behind it the queue or one case. The address of the page never changes. */
export function Desk({ words, connect }: DeskProps) {
  const [room, setRoom] = useState<Room | null>(null)
  const [view, setView] = useState<CaseView | null>(null)
  const [key, setKey] = useState<ChosenKey | null>(null)
  const [closed, setClosed] = useState<Closed>(null)
  const [filter, setFilter] = useState<Filter>(unfiltered)
  const [chosen, setChosen] = useState<string | null>(null)
  const [help, setHelp] = useState(false)
  const [trouble, setTrouble] = useState<Refused | null>(null)
  const [singleKeys, setSingleKeys] = useState(true)
  const drafts = useRef(new Map<string, string>())
  const line = useLine(connect, (tell) => {
    if (tell.what === 'case') setView((old) => (old?.row.journal === tell.view.row.journal ? tell.view : old))
    else if (tell.what === 'checked') setTrouble(tell.trouble)
    else setRoom((old) => old && { ...old, rows: tell.rows, warnings: tell.warnings })
  })

  const close = useCallback(
    (why: Closed) => {
      line.restart()
      setRoom(null)
      setView(null)
      setFilter(unfiltered)
      setChosen(null)
      setHelp(false)
      setTrouble(null)
      drafts.current.clear()
      if (why === 'left') setKey(null)
      setClosed(why)
    },
    [line],
  )

  const open = useCallback(
    async (journal: string | null) => {
      if (journal !== null) setChosen(journal)
      const answer = await line.ask('open', { journal })
      setView(answer)
    },
    [line],
  )

  const rows = useMemo(() => (room === null ? [] : shownRows(room.rows ?? [], filter)), [room, filter])
  const step = (by: 1 | -1) => {
    const at = rows.findIndex((row) => row.journal === (view?.row.journal ?? chosen))
    const next = rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]
    if (next === undefined) return
    if (view !== null) void open(next.journal)
    else {
      setChosen(next.journal)
      document.getElementById(`case-${next.journal}`)?.focus()
    }
  }
  useKeys(
    {
      '?': () => setHelp(true),
      j: () => step(1),
      k: () => step(-1),
      u: () => void open(null),
      r: () => document.getElementById('reply')?.focus(),
    },
    room !== null && singleKeys && !help,
  )
  const news = useNews(room?.rows ?? null) ? words.queue.news : ''
  useWarning(() => drafts.current.size > 0 || (room?.rows ?? []).some((row) => row.unsent > 0))
  useLeaving(() => room !== null && close('locked'))

  if (room === null) {
    return (
      <>
        <Masthead words={words} />
        <UnlockScreen
          words={words}
          chosen={key}
          onChoose={setKey}
          trouble={trouble}
          note={closed === null ? null : words.unlock[closed]}
          look={(armored) => line.ask('look', { key: armored })}
          unlock={async (armored, passphrase) => {
            const signed = await line.ask('unlock', { key: armored, passphrase })
            setRoom((early) => early ?? { signed, rows: null, warnings: [] })
            setClosed(null)
            void line.ask('sync', {}).catch(() => undefined)
          }}
        />
      </>
    )
  }
  return (
    <>
      <Masthead
        words={words}
        inside={{
          signed: room.signed,
          looked: room.rows !== null,
          trouble,
          onHelp: () => setHelp(true),
          onLock: () => close('locked'),
          onEnded: () => close('ended'),
          onLeave: () => void Promise.race([line.ask('leave', {}), patience(1500)]).finally(() => close('left')),
        }}
      />
      {view === null ? (
        <QueueScreen
          words={words}
          rows={rows}
          all={room.rows}
          warnings={room.warnings}
          organisation={room.signed.organisation}
          rosterVersion={room.signed.rosterVersion}
          channels={room.signed.channels}
          filter={filter}
          chosen={chosen}
          onFilter={setFilter}
          onOpen={(journal) => void open(journal)}
        />
      ) : (
        <CaseScreen
          key={view.row.journal}
          words={words}
          view={view}
          channelName={nameIn(room.signed.channels, view.row.channel)}
          place={{ at: rows.findIndex((row) => row.journal === view.row.journal), of: rows.length }}
          draft={drafts.current.get(view.row.journal) ?? ''}
          onDraft={(text) => keepDraft(drafts.current, view.row.journal, text)}
          onBack={() => void open(null)}
          onStep={step}
          measure={(draft) => line.ask('measure', draft)}
          reply={async (draft) => setView(await line.ask('reply', draft))}
          setState={async (to, reason) => setView(await line.ask('state', { journal: view.row.journal, to, reason }))}
        />
      )}
      <div role="status" class="unseen">
        {news}
      </div>
      {help ? (
        <Help words={words} singleKeys={singleKeys} onSingleKeys={setSingleKeys} onClose={() => setHelp(false)} />
      ) : null}
    </>
  )
}

interface RestartableLine extends Line {
  /** End this worker and start a fresh one that knows nothing. */
  restart(): void
}

function useLine(connect: DeskProps['connect'], heard: (tell: Tell) => void): RestartableLine {
  const listener = useRef(heard)
  listener.current = heard
  const [line] = useState((): RestartableLine => {
    const start = () => connect((tell) => listener.current(tell))
    let now = start()
    return {
      ask: (name, ask) => now.ask(name, ask),
      cut: () => now.cut(),
      restart() {
        now.cut()
        now = start()
      },
    }
  })
  return line
}

function keepDraft(drafts: Map<string, string>, journal: string, text: string): void {
  if (text.trim() === '') drafts.delete(journal)
  else drafts.set(journal, text)
}

/** Closing the page loses what was typed and what was not sent yet, so the browser asks first. */
function useWarning(unfinished: () => boolean): void {
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unfinished()) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unfinished])
}

/** A page that is left may be kept by the browser as it was. Nobody may come back to an open desk. */
function useLeaving(lock: () => void): void {
  useEffect(() => {
    window.addEventListener('pagehide', lock)
    return () => window.removeEventListener('pagehide', lock)
  }, [lock])
}

/** Whether more tips stand in the queue than when it was first seen or last grew. */
function useNews(rows: readonly QueueRow[] | null): boolean {
  const tips = rows === null ? null : rows.reduce((sum, row) => sum + row.tips, 0)
  const [seen, setSeen] = useState<{ readonly tips: number | null; readonly grew: boolean }>({
    tips: null,
    grew: false,
  })
  useEffect(() => {
    setSeen((before) => ({ tips, grew: tips !== null && before.tips !== null && tips > before.tips }))
  }, [tips])
  return seen.grew
}

function patience(ms: number): Promise<void> {
  return new Promise((over) => setTimeout(over, ms))
}
