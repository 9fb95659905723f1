import { useState } from 'preact/hooks'
import { Button } from '../../lib/button.tsx'
import { Field } from '../../lib/field.tsx'
import { Heading } from '../../lib/heading.tsx'
import type { Refused } from '../protocol.ts'
import { wordsIn } from '../quiz.ts'
import type { Words } from '../words/en.ts'

export interface ComeBackProps {
  readonly words: Words
  /** Why the last try failed. */
  readonly failed: Refused | null
  /** The words are being tried. */
  readonly busy: boolean
  readonly onRead: (typed: string) => void
}

/** Twelve words, typed. They are checked here before anything else happens. */
export function ComeBack({ words, failed, busy, onRead }: ComeBackProps) {
  const { comeBack } = words
  const [typed, setTyped] = useState('')
  const [tried, setTried] = useState<string | null>(null)
  const counted = wordsIn(typed).length
  const miscounted = counted < 12 ? comeBack.missing : counted > 12 ? comeBack.tooMany : null
  const said = tried === typed ? (miscounted ?? failed?.says ?? null) : null
  const submit = (event: Event): void => {
    event.preventDefault()
    if (busy) return
    setTried(typed)
    if (miscounted === null) onRead(typed)
    else setTimeout(() => document.getElementById('words')?.focus(), 0)
  }
  return (
    <form class="stack loose narrow" noValidate onSubmit={submit}>
      <div class="stack">
        <Heading>{comeBack.title}</Heading>
        <p class="lede">{comeBack.lede}</p>
      </div>
      <div class="stack full">
        <Field
          id="words"
          label={comeBack.words}
          hint={comeBack.wordsHint}
          rows={4}
          dir="ltr"
          value={typed}
          onInput={setTyped}
          wrong={busy ? null : said}
        />
        <p class="hint">{comeBack.counted(counted)}</p>
      </div>
      <div class="stack">
        <Button kind="main" type="submit">
          {comeBack.show}
        </Button>
        <div class="stack close" role="status">
          {busy ? (
            <>
              <p>{comeBack.reading}</p>
              <p class="hint">{comeBack.readingHint}</p>
            </>
          ) : null}
        </div>
      </div>
    </form>
  )
}
