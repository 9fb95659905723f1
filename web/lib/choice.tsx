import type { ComponentChildren } from 'preact'
import { Wrong } from './field.tsx'

export interface Option {
  readonly value: string
  readonly name: string
  readonly about?: string
}

export interface ChoiceProps {
  readonly id: string
  readonly legend: ComponentChildren
  readonly hint?: ComponentChildren
  readonly options: readonly Option[]
  readonly chosen: string | null
  readonly onChoose: (value: string) => void
  readonly wrong?: string | null
}

/**
 * One of several, as cards. Browsers keep on the disk what was chosen, so as to restore it. Chromium does not where it
 * is told to complete nothing, Firefox does not where what is chosen is also what the page came with.
 */
export function Choice({ id, legend, hint, options, chosen, onChoose, wrong }: ChoiceProps) {
  const described = [hint ? `${id}-hint` : '', wrong ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined
  return (
    <fieldset aria-describedby={described}>
      <div class="stack">
        <legend>{legend}</legend>
        {hint ? (
          <div id={`${id}-hint`} class="hint">
            {hint}
          </div>
        ) : null}
        {wrong ? <Wrong id={`${id}-wrong`}>{wrong}</Wrong> : null}
        <div class="cards full">
          {options.map((option, at) => (
            <label key={option.value} class="card">
              <input
                id={at === 0 ? id : undefined}
                type="radio"
                autocomplete="off"
                name={id}
                value={option.value}
                checked={chosen === option.value}
                defaultChecked={chosen === option.value}
                onChange={() => onChoose(option.value)}
              />
              <span>
                <strong>{option.name}</strong>
                {option.about ? <span>{option.about}</span> : null}
              </span>
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  )
}

/** Yes or no, as a tick. It is not kept either: some tell whom not to trust. */
export function Tick(props: {
  readonly id: string
  readonly ticked: boolean
  readonly onTick: (ticked: boolean) => void
  readonly children: ComponentChildren
}) {
  return (
    <label class="tick" for={props.id}>
      <input
        id={props.id}
        type="checkbox"
        autocomplete="off"
        checked={props.ticked}
        defaultChecked={props.ticked}
        onChange={(event) => props.onTick(event.currentTarget.checked)}
      />
      <span>{props.children}</span>
    </label>
  )
}
