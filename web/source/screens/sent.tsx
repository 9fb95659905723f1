import { useState } from 'preact/hooks'
import { Button } from '../../lib/button.tsx'
import { Heading } from '../../lib/heading.tsx'
import { Notice } from '../../lib/notice.tsx'
import type { SentView } from '../protocol.ts'
import type { Words } from '../words/en.ts'

export interface SentProps {
  readonly words: Words
  readonly sent: SentView
  readonly onWritten: () => void
  readonly onNever: () => void
}

/** Twelve words, shown once. Both ways on are equal: nobody should keep words that they are afraid to keep. */
export function SentScreen({ words, sent, onWritten, onNever }: SentProps) {
  const { sent: says } = words
  const [said, setSaid] = useState('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(sent.words.join(' '))
      setSaid(says.copied)
    } catch {
      setSaid(says.copyFailed)
    }
  }
  const print = (): void => {
    setSaid(says.printHint)
    window.print()
  }
  return (
    <div class="stack loose">
      <div class="stack no-print narrow">
        <Heading>{says.title}</Heading>
        <p class="lede">{says.lede}</p>
      </div>
      <div class="beside full">
        <section class="sheet full words-sheet" aria-labelledby="words">
          <div class="stack">
            <h2 id="words">{says.words}</h2>
            <p class="hint no-print">{says.wordsHint}</p>
            <ol class="words full" dir="ltr" translate={false}>
              {sent.words.map((word, at) => (
                // The same word may stand twice, and the list never changes.
                <li key={`${at + 1} ${word}`}>
                  <span class="number soft">{at + 1}</span> <b>{word}</b>
                </li>
              ))}
            </ol>
            <div class="row no-print">
              <Button slim onPress={() => void copy()}>
                {says.copy}
              </Button>
              <Button slim onPress={print}>
                {says.print}
              </Button>
            </div>
            <p class="hint no-print" role="status">
              {said}
            </p>
          </div>
        </section>
        <div class="stack no-print">
          <Notice kind="caution" title={says.loss}>
            <p>{says.lossText}</p>
          </Notice>
        </div>
      </div>
      <div class="stack no-print narrow full">
        <details>
          <summary>{says.receipt}</summary>
          <div class="stack">
            <p class="hint">{says.receiptText}</p>
            <pre class="sheet full receipt" dir="ltr">
              {sent.receipt}
            </pre>
          </div>
        </details>
        <div class="row">
          <Button onPress={onWritten}>{says.written}</Button>
          <Button onPress={onNever}>{says.never}</Button>
        </div>
      </div>
    </div>
  )
}
