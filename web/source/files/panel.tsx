import { useEffect, useRef, useState } from 'preact/hooks'
import { limits } from '../../../domain/limits.ts'
import { Wrong } from '../../lib/field.tsx'
import { Notice } from '../../lib/notice.tsx'
import type { ChosenFile } from '../draft.ts'
import { type Line, WorkerRefusal } from '../line.ts'
import { FileCard } from './card.tsx'
import { words } from './words/chosen.ts'

export interface FilesPanelProps {
  readonly line: Line
  readonly files: readonly ChosenFile[]
  /** Change the list; it may have changed since it was drawn. */
  readonly onFiles: (change: (files: readonly ChosenFile[]) => readonly ChosenFile[]) => void
  /** Whether a file still waits for a decision when it should not. */
  readonly undecided: boolean
}

/** Files of a message: a warning, the way to choose them, and one card for each. */
export function FilesPanel({ line, files, onFiles, undecided }: FilesPanelProps) {
  const [refused, setRefused] = useState<readonly string[]>([])
  const input = useRef<HTMLInputElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  // The button that stood here is gone; its focus goes to what came in its place.
  useEffect(() => title.current?.focus(), [])
  const change = (id: number, to: Partial<ChosenFile>): void =>
    onFiles((all) => all.map((one) => (one.id === id ? { ...one, ...to } : one)))
  const add = (chosen: readonly File[]): void => {
    const { taken, says } = sorted(chosen, limits.uploadsMax - files.length)
    setRefused(says)
    onFiles((all) => [...all, ...taken])
    for (const { id, file } of taken) inTurn(async () => change(id, await inspected(line, file)))
  }
  return (
    <section class="stack full" aria-labelledby="files-title">
      <div class="stack close">
        <h2 id="files-title" ref={title} tabIndex={-1}>
          {words.title}
        </h2>
        <p class="hint">{words.about}</p>
      </div>
      <Notice kind="caution" title={words.before}>
        <p id="files-before">{words.beforeText}</p>
      </Notice>
      {files.length === 0 ? null : (
        <ul class="files full">
          {files.map((one) => (
            <li key={one.id}>
              <FileCard
                chosen={one}
                onChange={(to) => change(one.id, to)}
                onRemove={() => {
                  onFiles((all) => all.filter(({ id }) => id !== one.id))
                  input.current?.focus()
                }}
              />
            </li>
          ))}
        </ul>
      )}
      <div role="alert" class="stack close">
        {refused.map((sentence) => (
          <p key={sentence} class="wrong">
            {sentence}
          </p>
        ))}
      </div>
      <div class="row">
        <input
          ref={input}
          id="files"
          class="unseen"
          type="file"
          multiple
          aria-describedby={`files-before${undecided ? ' files-wrong' : ''}`}
          onChange={(event) => {
            add([...(event.currentTarget.files ?? [])])
            // So that the same file can be chosen again after it was removed.
            event.currentTarget.value = ''
          }}
        />
        <label class="button" for="files">
          {words.choose}
        </label>
      </div>
      {undecided ? <Wrong id="files-wrong">{words.decide}</Wrong> : null}
    </section>
  )
}

let lastId = 0

/** Files that can be sent, and a sentence about each that cannot. Only numbers are looked at; nothing is read yet. */
function sorted(
  chosen: readonly File[],
  room: number,
): { readonly taken: readonly ChosenFile[]; readonly says: readonly string[] } {
  const says: string[] = []
  const taken: ChosenFile[] = []
  for (const file of chosen) {
    if (file.size === 0) says.push(words.refused.empty(file.name))
    else if (file.size > limits.fileBytesMax) says.push(words.refused.large(file.name))
    else if (taken.length < room) taken.push({ id: ++lastId, file, keepsName: false, seen: null, versions: 'cleaned' })
    else if (!says.includes(words.refused.many)) says.push(words.refused.many)
  }
  return { taken, says }
}

let turn = Promise.resolve()

/** One file after the other: each may take as much memory as a file that is held whole. */
function inTurn(act: () => Promise<void>): void {
  turn = turn.then(act)
}

async function inspected(line: Line, file: File): Promise<Pick<ChosenFile, 'seen' | 'versions'>> {
  try {
    const seen = await line.ask('inspect', { file })
    // Text is all that it shows, so there are no two versions of it.
    const versions = seen.kind === 'text' ? 'original' : seen.why === null ? 'cleaned' : null
    return { seen, versions }
  } catch (thrown) {
    const code = thrown instanceof WorkerRefusal ? thrown.refused.code : 'bug'
    return { seen: { code, says: words.refused.unreadable }, versions: null }
  }
}
