import { useState } from 'preact/hooks'
import { checkDraft, type Draft, type Wrong } from '../draft.ts'
import type { ChannelView } from '../protocol.ts'
import type { Words } from '../words/en.ts'

/**
 * Checks a form when it is sent, and from then on as it is mended. Focus goes to the first field that is wrong.
 */
export function useChecked(
  words: Words,
  draft: Draft,
  channels: readonly ChannelView[],
  mustAsk: boolean,
  onSound: () => void,
): {
  readonly wrong: Readonly<Record<Wrong['field'], string | null>>
  readonly submit: (event: Event) => void
} {
  const [tried, setTried] = useState(false)
  const found = checkDraft(draft, channels, mustAsk)
  const sentence = (field: Wrong['field']): string | null => {
    const one = tried ? found.find((wrong) => wrong.field === field) : undefined
    // What is wrong with files is said where files are, in words that are loaded with them.
    if (one === undefined) return null
    return one.says === 'files' ? one.says : words.tell.wrong[one.says]
  }
  return {
    wrong: {
      channel: sentence('channel'),
      narrative: sentence('narrative'),
      exclusions: sentence('exclusions'),
      asked: sentence('asked'),
      files: sentence('files'),
    },
    submit(event) {
      event.preventDefault()
      const [first] = found
      if (first === undefined) {
        onSound()
        return
      }
      setTried(true)
      // After the sentence has been drawn, so that a screen reader reads it with the field.
      setTimeout(() => document.getElementById(first.field)?.focus(), 0)
    },
  }
}
