import { useEffect, useState } from 'preact/hooks'
import type { UploadProgress } from '../../../client/upload.ts'
import { Button } from '../../lib/button.tsx'
import { Notice } from '../../lib/notice.tsx'
import type { Line } from '../line.ts'
import type { Words } from '../words/en.ts'
import type { FilesPanelProps } from './panel.tsx'

/**
 * Where the form has files. What is needed for them is loaded when somebody wants to add one: the first page stays small,
 * and whoever only reads or comes back asks for the same files as everybody.
 */
export function Files(props: FilesPanelProps & { readonly words: Words }) {
  const { words, ...panel } = props
  const [wanted, setWanted] = useState(panel.files.length > 0)
  if (wanted) return <Loaded {...props} />
  return (
    <div>
      <Button onPress={() => setWanted(true)}>{words.tell.files}</Button>
    </div>
  )
}

function Loaded({ words, ...panel }: FilesPanelProps & { readonly words: Words }) {
  const part = usePart(async () => (await import('./parts.ts')).FilesPanel)
  if (part === 'broken') {
    return (
      <Notice kind="caution">
        <p>{words.trouble.broken}</p>
      </Notice>
    )
  }
  return part === null ? null : <part.shows {...panel} />
}

/** The screen while files are under way. */
export function FilesOnTheirWay(props: { readonly line: Line; readonly progress: UploadProgress | null }) {
  const part = usePart(async () => (await import('./parts.ts')).FilesProgress)
  return part === null || part === 'broken' ? null : <part.shows {...props} />
}

/** A component that is loaded when it is first needed. */
function usePart<T>(load: () => Promise<T>): { readonly shows: T } | 'broken' | null {
  const [part, setPart] = useState<{ readonly shows: T } | 'broken' | null>(null)
  useEffect(() => {
    load().then(
      (shows) => setPart({ shows }),
      () => setPart('broken'),
    )
  }, [])
  return part
}
