import { Tick } from '../../lib/choice.tsx'
import { Notice } from '../../lib/notice.tsx'
import type { ChosenFile } from '../draft.ts'
import type { Finding } from '../metadata/findings.ts'
import type { FileView } from '../protocol.ts'
import { sizeIn } from './size.ts'
import { words } from './words/chosen.ts'

export interface FileCardProps {
  readonly chosen: ChosenFile
  readonly onChange: (to: Partial<ChosenFile>) => void
  readonly onRemove: () => void
}

/** A file: what it is, what it would tell, and what is to be sent of it. */
export function FileCard({ chosen, onChange, onRemove }: FileCardProps) {
  const { file, seen, id, keepsName } = chosen
  const title = `file-${id}-title`
  return (
    <article class="sheet stack" aria-labelledby={title}>
      <header class="file-head full">
        <div class="stack close">
          <h3 id={title} dir="auto" class="written">
            {file.name}
          </h3>
          <p class="hint" role="status">
            {seen === null
              ? words.looking
              : [isView(seen) ? words.kinds[seen.kind] : null, sizeIn(file.size)].filter(Boolean).join(' · ')}
          </p>
        </div>
        <button type="button" class="button slim" aria-label={words.removeOne(file.name)} onClick={onRemove}>
          {words.remove}
        </button>
      </header>
      {seen === null ? null : isView(seen) ? (
        <>
          <Found seen={seen} />
          {seen.kind === 'text' ? null : seen.why === null ? (
            <Versions chosen={chosen} onChange={onChange} />
          ) : (
            <Notice kind="caution" title={words.cannot}>
              <p>{words.why[seen.why]}</p>
              <Tick
                id={`file-${id}-as-it-is`}
                ticked={chosen.versions === 'original'}
                onTick={(ticked) => onChange({ versions: ticked ? 'original' : null })}
              >
                {words.asItIs}
              </Tick>
            </Notice>
          )}
          <Tick id={`file-${id}-name`} ticked={keepsName} onTick={(ticked) => onChange({ keepsName: ticked })}>
            {words.keepName}
          </Tick>
        </>
      ) : (
        <Notice kind="caution">
          <p>{seen.says}</p>
        </Notice>
      )}
    </article>
  )
}

function isView(seen: NonNullable<ChosenFile['seen']>): seen is FileView {
  return 'findings' in seen
}

function Found({ seen }: { readonly seen: FileView }) {
  const { findings, stays, why } = seen
  if (why !== null) return null
  return (
    <div class="stack close">
      {findings.length === 0 ? (
        <p>{words.foundNothing}</p>
      ) : (
        <>
          <p class="label">{words.found}</p>
          <ul class="found">
            {findings.map((one) => (
              <li key={`${one.what} ${one.value}`}>
                <Said finding={one} />
              </li>
            ))}
          </ul>
        </>
      )}
      {stays.length === 0 ? null : (
        <Notice kind="caution" title={words.stays}>
          <ul>
            {stays.map((what) => (
              <li key={what}>{words.betrays[what]}</li>
            ))}
          </ul>
          <p>{words.staysText}</p>
        </Notice>
      )}
    </div>
  )
}

function Said({ finding: { what, value } }: { readonly finding: Finding }) {
  return (
    <>
      {words.betrays[what]}
      {value === null ? null : (
        <>
          : <bdi>{value}</bdi>
        </>
      )}
    </>
  )
}

/** Three ways, small, because every file has them. */
function Versions({ chosen, onChange }: Pick<FileCardProps, 'chosen' | 'onChange'>) {
  const options = [
    { value: 'cleaned', name: words.cleaned, about: words.cleanedAbout },
    { value: 'original', name: words.original, about: words.originalAbout },
    { value: 'both', name: words.both, about: words.bothAbout },
  ] as const
  return (
    <fieldset>
      <legend class="label">{words.versions}</legend>
      {options.map(({ value, name, about }) => (
        <label key={value} class="tick">
          <input
            type="radio"
            autocomplete="off"
            name={`file-${chosen.id}-versions`}
            value={value}
            checked={chosen.versions === value}
            defaultChecked={chosen.versions === value}
            onChange={() => onChange({ versions: value })}
          />
          <span>
            {name} <span class="hint">{about}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
