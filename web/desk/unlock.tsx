import { useEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../lib/button.tsx'
import { Tick } from '../lib/choice.tsx'
import { Field, Wrong } from '../lib/field.tsx'
import { Heading } from '../lib/heading.tsx'
import { Notice } from '../lib/notice.tsx'
import { Fingerprint } from './fingerprint.tsx'
import type { KeyOwner, Refused } from './protocol.ts'
import { refusedOf } from './refused.ts'
import type { Words } from './words/en.ts'

/** A key file that somebody chose: still locked. */
export interface ChosenKey {
  readonly fileName: string
  readonly armored: string
  readonly owner: KeyOwner
}

export interface UnlockProps {
  readonly words: Words
  readonly chosen: ChosenKey | null
  readonly onChoose: (key: ChosenKey) => void
  /** Why the desk is closed, after it was open. */
  readonly note: string | null
  /** What is wrong with the portal itself: then nothing should be typed here. */
  readonly trouble: Refused | null
  readonly look: (armored: string) => Promise<KeyOwner>
  readonly unlock: (armored: string, passphrase: string) => Promise<void>
}

/** An armored key is a few kilobytes; with many old signatures a few dozen. */
const keyFileBytesMax = 256 << 10

type Fault = { readonly at: 'file' | 'passphrase' | 'portal'; readonly says: string } | null

/** The door: choose the key file, type its passphrase. */
export function UnlockScreen({ words, chosen, onChoose, note, trouble, look, unlock }: UnlockProps) {
  const { unlock: say } = words
  const [passphrase, setPassphrase] = useState('')
  const [fault, setFault] = useState<Fault>(null)
  const [shown, setShown] = useState(false)
  const [busy, setBusy] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (fault !== null) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], .picker input')?.focus()
  }, [fault])

  const choose = async (file: File) => {
    setFault(null)
    try {
      if (file.size > keyFileBytesMax) return setFault({ at: 'file', says: say.tooLarge })
      const armored = await file.text()
      onChoose({ fileName: file.name, armored, owner: await look(armored) })
    } catch (thrown) {
      const refused = refusedOf(thrown, words)
      setFault(
        refused.code === 'unsuitable-key' ? { at: 'file', says: say.notAKey } : { at: 'portal', says: refused.says },
      )
    }
  }
  const submit = async () => {
    if (chosen === null) return setFault({ at: 'file', says: say.noFile })
    if (passphrase.trim() === '') return setFault({ at: 'passphrase', says: say.noPassphrase })
    setFault(null)
    setBusy(true)
    try {
      await unlock(chosen.armored, passphrase)
      setPassphrase('')
    } catch (thrown) {
      const refused = refusedOf(thrown, words)
      setBusy(false)
      setFault({ at: refused.code === 'wrong-key-passphrase' ? 'passphrase' : 'portal', says: refused.says })
    }
  }

  const capable = isSecureContext && globalThis.crypto?.subtle !== undefined && typeof Worker === 'function'
  return (
    <main id="main" class="page door">
      <div class="stack door-head">
        <p class="eyebrow">{say.eyebrow}</p>
        <Heading focus={note !== null}>{say.heading}</Heading>
        <p class="lede">{say.lead}</p>
        {note === null ? null : <Notice kind="good">{note}</Notice>}
        {trouble === null ? null : <Notice kind="trouble">{trouble.says}</Notice>}
        {capable ? null : <Notice kind="trouble">{say.unsupported}</Notice>}
      </div>
      <div class="stack door-form">
        <form
          ref={form}
          class="sheet stack full"
          aria-busy={busy}
          onSubmit={(event) => {
            event.preventDefault()
            if (!busy) void submit()
          }}
        >
          {fault?.at === 'portal' ? <Notice kind="trouble">{fault.says}</Notice> : null}
          <KeyPicker words={words} chosen={chosen} wrong={fault?.at === 'file' ? fault.says : null} onFile={choose} />
          <Field
            id="passphrase"
            label={say.passphrase}
            hint={say.passphraseHint}
            value={passphrase}
            secret={!shown}
            dir="ltr"
            lengthMax={400}
            wrong={fault?.at === 'passphrase' ? fault.says : null}
            onInput={setPassphrase}
          />
          <Tick id="show-passphrase" ticked={shown} onTick={setShown}>
            {say.show}
          </Tick>
          <Button id="unlock" kind="main" type="submit" unavailable={busy ? say.busy : null}>
            {say.submit}
          </Button>
        </form>
      </div>
      <ul class="soft before">
        {say.before.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </main>
  )
}

function KeyPicker(props: {
  readonly words: Words
  readonly chosen: ChosenKey | null
  readonly wrong: string | null
  readonly onFile: (file: File) => Promise<void>
}) {
  const { chosen, wrong } = props
  const say = props.words.unlock
  return (
    <div class="field picker">
      <span class="label" id="key-label">
        {say.file}
      </span>
      <div class="hint" id="key-hint">
        {say.fileHint}
      </div>
      <label class="button slim pick">
        <input
          id="key"
          type="file"
          class="unseen"
          accept=".asc,.pgp,.gpg,.key,application/pgp-keys"
          aria-labelledby="key-label key-verb"
          aria-describedby={`key-hint${wrong === null ? '' : ' key-wrong'}`}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? []
            if (file !== undefined) void props.onFile(file)
            // The same file may be chosen again after it was repaired.
            event.currentTarget.value = ''
          }}
        />
        <span id="key-verb">{chosen === null ? say.choose : say.another}</span>
      </label>
      {wrong === null ? null : <Wrong id="key-wrong">{wrong}</Wrong>}
      {chosen === null ? null : (
        <div class={`key-card${chosen.owner.handle === null ? ' unknown' : ''}`} role="status">
          <strong>{chosen.owner.handle === null ? say.unknownKey : say.belongsTo(chosen.owner.handle)}</strong>
          <span class="soft small">
            <bdi>{chosen.fileName}</bdi>
          </span>
          <Fingerprint label={say.fingerprint} of={chosen.owner.fingerprint} />
        </div>
      )}
    </div>
  )
}
