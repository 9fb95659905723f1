import type { ComponentChildren } from 'preact'
import { foreignTextBytes } from '../../../domain/foreign.ts'
import { bodyClasses } from '../../../domain/sizes.ts'
import { elsewherePath } from '../../../domain/template.ts'
import type { SealedElsewhereWords } from '../../source/words/sealed-elsewhere/en.ts'
import { sealedElsewhereIn } from '../../source/words/sealed-elsewhere/in.ts'

const [small, middle, large] = bodyClasses.map((one) => String(foreignTextBytes[one]))

/**
 * What is typed into a terminal: a keyring for this once, the text filled up to its size, and one message for hidden
 * recipients that says neither by what program nor when it was sealed. GnuPG's agent takes its own files away while it
 * ends, so what is missing by then is no error. `{{…}}` is filled when the keys are known.
 */
const recipe = `export GNUPGHOME="$(mktemp -d)"
gpg --import {{id}}.asc
cp report.txt report.filled
truncate -s '>${small}' report.filled
gpg --faked-system-time "$(date -u +%Y%m%dT000000)!" \\
  --ignore-time-conflict --ignore-valid-from --trust-model always \\
  -z 0 --throw-keyids --no-emit-version --cipher-algo AES256 \\
{{#keys}}  --recipient {{fingerprint}} \\
{{/keys}}  --set-filename '' --armor --yes --output report.asc \\
  --encrypt report.filled
gpgconf --kill all
rm -rf "$GNUPGHOME" report.filled
unset GNUPGHOME`

/** How to seal a report without scripts, with the keys and a form for each desk: a template, filled by the publisher. */
export function SealedElsewhere({ language }: { readonly language: string }) {
  const { says, translated } = sealedElsewhereIn(language)
  return (
    <Spoken translated={translated}>
      <h1>{says.title}</h1>
      <p class="lede">{says.lede}</p>
      <p>
        {says.runBy} {'{{organisation}}'}.
      </p>
      <section class="stack">
        <h2>{says.before}</h2>
        <ul>
          {says.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <section class="stack">
        <h2>{says.steps}</h2>
        <ol>
          {[says.write, says.choose, says.compare, says.run, says.send].map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <p>{says.sizes(small ?? '', middle ?? '', large ?? '')}</p>
      </section>
      <section class="stack">
        <h2>{says.desks}</h2>
        {'{{#desks}}'}
        <Desk says={says} language={language} />
        {'{{/desks}}'}
      </section>
    </Spoken>
  )
}

/** What is answered to the form: a template, filled by intake. */
export function SealedElsewhereAnswer({ language }: { readonly language: string }) {
  const { says, translated } = sealedElsewhereIn(language)
  return (
    <Spoken translated={translated}>
      {'{{#accepted}}'}
      <h1>{says.taken}</h1>
      <p class="lede">{says.takenAbout}</p>
      <section class="stack">
        <h2>{says.receipt}</h2>
        <p>{says.receiptAbout}</p>
        <pre class="recipe" dir="ltr">
          {'{{receipt}}'}
        </pre>
      </section>
      {'{{/accepted}}{{#refused}}'}
      <h1>{says.refused}</h1>
      <p class="notice trouble" lang="en" dir="ltr">
        {'{{message}}'}
      </p>
      {'{{/refused}}'}
      <p>
        <a href={elsewherePath(language)}>{says.again}</a>
      </p>
    </Spoken>
  )
}

function Desk({ says, language }: { readonly says: SealedElsewhereWords; readonly language: string }) {
  return (
    <details class="sealed-desk" id="{{id}}">
      <summary>{'{{name}}'}</summary>
      <div class="stack">
        <h3>{says.keys}</h3>
        <dl class="fingerprints" dir="ltr">
          {'{{#keys}}'}
          <div>
            <dt>{'{{holder}}'}</dt>
            <dd>
              <code>{'{{legible}}'}</code>
            </dd>
          </div>
          {'{{/keys}}'}
        </dl>
        <p>
          <a href="{{keysPath}}" download="{{id}}.asc">
            {says.save} ({'{{id}}'}.asc)
          </a>
        </p>
        <h3>{says.commands}</h3>
        <pre class="recipe" dir="ltr">
          {recipe}
        </pre>
        <form method="post" action="/api/intake/foreign" enctype="multipart/form-data" class="stack">
          <input type="hidden" name="channel" value="{{id}}" />
          <input type="hidden" name="roster" value="{{roster}}" />
          <input type="hidden" name="language" value={language} />
          <div class="field">
            <label for="message-{{id}}">{says.paste}</label>
            <textarea id="message-{{id}}" name="message" rows={6} dir="ltr" autocomplete="off" spellcheck={false} />
          </div>
          <div class="field">
            <label for="file-{{id}}">{says.file}</label>
            <input id="file-{{id}}" type="file" name="file" />
          </div>
          <button type="submit" class="button main">
            {says.submit}
          </button>
        </form>
      </div>
    </details>
  )
}

function Spoken({ translated, children }: { readonly translated: boolean; readonly children: ComponentChildren }) {
  return (
    <article class="prose" {...(translated ? {} : { lang: 'en', dir: 'ltr' })}>
      {children}
    </article>
  )
}
