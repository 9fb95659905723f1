import { useEffect, useRef, useState } from 'preact/hooks'
import type { UploadProgress } from '../../../client/upload.ts'
import { Button } from '../../lib/button.tsx'
import { Heading } from '../../lib/heading.tsx'
import type { Line } from '../line.ts'
import { sizeIn } from './size.ts'
import { words } from './words/chosen.ts'

/** How far the files are: together, each, and how long it will take. */
export function FilesProgress(props: { readonly line: Line; readonly progress: UploadProgress | null }) {
  const { line, progress } = props
  const { sending } = words
  const [paused, setPaused] = useState(false)
  const minutes = useMinutesLeft(progress, paused)
  const pause = (): void => {
    setPaused(!paused)
    void line.ask('steer', paused ? 'resume' : 'pause')
  }
  const sent = progress === null ? null : sending.sent(sizeIn(progress.sent), sizeIn(progress.total))
  return (
    <div class="stack loose narrow">
      <div class="stack">
        <Heading>{sending.title}</Heading>
        <p class="lede">{sending.hint}</p>
      </div>
      <div class="sheet stack full">
        {progress === null ? (
          <p role="status">{sending.cleaning}</p>
        ) : (
          <>
            <label for="progress">
              {sent}
              {minutes === null ? null : ` · ${sending.left(minutes)}`}
            </label>
            <progress id="progress" value={progress.sent} max={progress.total} />
            {progress.files.length < 2 ? null : (
              <ol class="found">
                {progress.files.map((one, at) => (
                  // Files have no names here: who looks over a shoulder needs none.
                  <li key={`${at + 1} of ${progress.files.length}`}>
                    {sending.sent(sizeIn(one.sent), sizeIn(one.total))}
                  </li>
                ))}
              </ol>
            )}
          </>
        )}
        <p class="hint" role="status">
          {paused ? sending.paused : progress?.waiting ? sending.waiting : ''}
        </p>
        <div class="row">
          {progress === null ? null : <Button onPress={pause}>{paused ? sending.resume : sending.pause}</Button>}
          <Button onPress={() => void line.ask('steer', 'stop')}>{sending.stop}</Button>
        </div>
      </div>
    </div>
  )
}

/** From the pace since the last pause; `null` until there is one. */
function useMinutesLeft(progress: UploadProgress | null, paused: boolean): number | null {
  const begun = useRef<{ readonly at: number; readonly sent: number } | null>(null)
  const sent = progress?.sent ?? null
  useEffect(() => {
    begun.current = sent === null || paused ? null : { at: performance.now(), sent }
  }, [paused, sent === null])
  if (begun.current === null || progress === null) return null
  const seconds = (performance.now() - begun.current.at) / 1000
  const pace = (progress.sent - begun.current.sent) / seconds
  return pace > 0 && seconds > 2 ? Math.round((progress.total - progress.sent) / pace / 60) : null
}
