import type { ComponentChildren } from 'preact'
import type { Words } from '../source/words/en.ts'
import type { Language } from '../source/words/languages.ts'

/** A file that a page loads: its address and the hash that the browser checks it against. */
export interface Loaded {
  readonly address: string
  readonly integrity: string
}

/** A link, in words of the page's language. */
export interface Signpost {
  readonly address: string
  readonly says: string
}

/** What stands around the pages of a source. */
export interface Frame {
  /** The pages to read. */
  readonly reading: readonly Signpost[]
  /** The same page in every language. */
  readonly languages: readonly (Signpost & Pick<Words, 'language' | 'dir'>)[]
}

export interface DocumentProps {
  readonly words: Pick<Words, 'language' | 'dir' | 'name' | 'frame' | 'path'>
  readonly title: string
  readonly style: Loaded
  readonly mark: string
  readonly script: Loaded | null
  /** What the page is built to trust, by name. */
  readonly meta?: Readonly<Record<string, string>>
  /** Where the exit leads. */
  readonly exit: string
  /** The same page in the Tor network, which Tor Browser then offers; empty when there is none. */
  readonly onion: string
  /** `null` for the desk, which has a masthead of its own. */
  readonly frame: Frame | null
  readonly children: ComponentChildren
}

/** The frame of every page. Nothing in it is inline, and nothing in it comes from elsewhere. */
export function Document(props: DocumentProps) {
  const { words, title, style, mark, script, meta = {}, exit, onion, frame, children } = props
  const { language, dir } = words
  return (
    <html lang={language} dir={dir}>
      <head>
        <meta charset="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <meta name="robots" content="noindex" />
        <meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
        {onion === '' ? null : <meta http-equiv="onion-location" content={onion} />}
        {Object.entries({ ...meta, 'safehand-exit': exit }).map(([name, content]) => (
          <meta key={name} name={name} content={content} />
        ))}
        <link rel="icon" type="image/svg+xml" href={mark} />
        <link rel="stylesheet" href={style.address} integrity={style.integrity} />
        {script === null ? null : <script type="module" src={script.address} integrity={script.integrity} />}
      </head>
      <body>
        {frame === null ? (
          children
        ) : (
          <Framed words={words} exit={exit} frame={frame}>
            {children}
          </Framed>
        )}
      </body>
    </html>
  )
}

/** What the chooser shows of a language: a link to the same page, marked as what it is written in. */
export function inLanguage({ name, words }: Language, page: string): Frame['languages'][number] {
  const { language, dir, path } = words
  return { address: `/${path}/${page}`, says: name, language, dir }
}

/** The way out and the languages on top, and where to read more below. */
function Framed(props: {
  readonly words: DocumentProps['words']
  readonly exit: string
  readonly frame: Frame
  readonly children: ComponentChildren
}) {
  const { words, exit, frame, children } = props
  const says = words.frame
  return (
    <>
      <a class="skip" href="#main">
        {says.skip}
      </a>
      <header class="masthead no-print">
        <div class="page">
          <a class="brand" href={`/${words.path}/`}>
            {words.name}
          </a>
          <a id="exit" class="button exit" href={exit} rel="noreferrer" title={says.exitHint}>
            {says.exit}
          </a>
        </div>
      </header>
      <nav class="tongues page no-print" aria-label={says.languages}>
        {frame.languages.map(({ address, says: name, language, dir }) => (
          <a
            key={address}
            href={address}
            lang={language}
            dir={dir}
            aria-current={language === words.language ? 'true' : undefined}
          >
            {name}
          </a>
        ))}
      </nav>
      {children}
      <footer class="foot no-print">
        <nav class="page" aria-label={says.reading}>
          {frame.reading.map(({ address, says: title }) => (
            <a key={address} href={address}>
              {title}
            </a>
          ))}
          <a href="/desk/">{says.desk}</a>
        </nav>
      </footer>
    </>
  )
}
