import { useState } from 'preact/hooks'
import { Button } from '../../lib/button.tsx'
import { Field } from '../../lib/field.tsx'
import { Heading } from '../../lib/heading.tsx'
import { isWord } from '../quiz.ts'
import type { Words } from '../words/en.ts'

export interface ConfirmProps {
  readonly words: Words
  readonly passphrase: readonly string[]
  /** Which two to ask for, from 0. */
  readonly places: readonly [number, number]
  readonly onRight: () => void
  readonly onShow: () => void
}

/** Asks for two of the twelve words, so that a slip of the pen is found while the words can still be shown. */
export function Confirm({ words, passphrase, places, onRight, onShow }: ConfirmProps) {
  const { confirm } = words
  const [typed, setTyped] = useState<readonly [string, string]>(['', ''])
  const [tried, setTried] = useState(false)
  const right = places.map((place, at) => isWord(typed[at] ?? '', passphrase[place] ?? ''))
  const submit = (event: Event): void => {
    event.preventDefault()
    if (right.every(Boolean)) {
      onRight()
      return
    }
    setTried(true)
    setTimeout(() => document.getElementById(`word-${right.indexOf(false)}`)?.focus(), 0)
  }
  return (
    <form class="stack loose narrow" noValidate onSubmit={submit}>
      <div class="stack">
        <Heading>{confirm.title}</Heading>
        <p class="lede">{confirm.lede}</p>
      </div>
      <div class="two full">
        {places.map((place, at) => (
          <Field
            key={place}
            id={`word-${at}`}
            label={confirm.word(place + 1)}
            dir="ltr"
            value={typed[at] ?? ''}
            onInput={(word) => setTyped(at === 0 ? [word, typed[1]] : [typed[0], word])}
            wrong={tried && right[at] === false ? confirm.wrong : null}
          />
        ))}
      </div>
      <div class="row">
        <Button kind="main" type="submit">
          {confirm.check}
        </Button>
        <Button kind="quiet" onPress={onShow}>
          {confirm.show}
        </Button>
      </div>
    </form>
  )
}
