import { useEffect, useRef, useState } from 'preact/hooks'
import type { CaseState } from '../../domain/clear/case.ts'
import { Button } from '../lib/button.tsx'
import { Field } from '../lib/field.tsx'
import { Notice } from '../lib/notice.tsx'
import { StateBadge } from './badges.tsx'
import type { CaseView } from './protocol.ts'
import { refusedOf } from './refused.ts'
import type { Words } from './words/en.ts'

export interface StateBoxProps {
  readonly words: Words
  readonly view: CaseView
  readonly setState: (to: CaseState, reason: string) => Promise<void>
}

/** Where the case stands, and where it may go from here. Each step asks for a reason before it is written. */
export function StateBox({ words, view, setState }: StateBoxProps) {
  const say = words.state
  const [to, setTo] = useState<CaseState | null>(null)
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [done, setDone] = useState<CaseState | null>(null)
  const form = useRef<HTMLFormElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (to !== null) form.current?.querySelector('textarea')?.focus()
  }, [to])
  // Somebody else may have moved the case while the reason was typed.
  const possible = to !== null && view.nextStates.includes(to) ? to : null

  const confirm = async (next: CaseState) => {
    setBusy(true)
    setTrouble(null)
    try {
      await setState(next, reason.trim())
      setTo(null)
      setReason('')
      setDone(next)
      heading.current?.focus()
    } catch (thrown) {
      setTrouble(refusedOf(thrown, words).says)
    }
    setBusy(false)
  }

  return (
    <section class="sheet stack full" aria-labelledby="state-heading">
      <h2 id="state-heading" ref={heading} tabIndex={-1}>
        {say.heading}
      </h2>
      <p class="row">
        <span class="soft">{say.now}</span>
        <StateBadge words={words} state={view.row.state} />
      </p>
      <p class="hint">{words.stateHints[view.row.state]}</p>
      <div role="status" class="unseen">
        {done === null ? '' : say.changed(done)}
      </div>
      {trouble === null ? null : <Notice kind="trouble">{trouble}</Notice>}
      {possible === null ? (
        <div class="state-buttons full">
          {view.nextStates.map((next) => (
            <Button key={next} slim onPress={() => setTo(next)}>
              {say.move(next)}
            </Button>
          ))}
        </div>
      ) : (
        <form
          ref={form}
          class="stack full"
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) void confirm(possible)
          }}
        >
          <Field
            id="reason"
            label={say.reason}
            hint={say.reasonHint}
            rows={3}
            lengthMax={4000}
            value={reason}
            onInput={setReason}
          />
          <div class="row">
            <Button id="confirm-state" kind="main" slim type="submit" unavailable={busy ? say.busy : null}>
              {say.confirm(possible)}
            </Button>
            {busy ? null : (
              <Button
                slim
                kind="quiet"
                onPress={() => {
                  setTo(null)
                  heading.current?.focus()
                }}
              >
                {say.cancel}
              </Button>
            )}
          </div>
        </form>
      )}
    </section>
  )
}
