import type { ComponentChildren } from 'preact'
import type { Words } from '../source/words/en.ts'

/** A file that a page loads: its address and the hash that the browser checks it against. */
export interface Loaded {
  readonly address: string
  readonly integrity: string
}

export interface DocumentProps {
  readonly words: Words
  readonly title: string
  readonly style: Loaded
  readonly mark: string
  readonly script: Loaded | null
  /** What the page is built to trust, by name. */
  readonly meta?: Readonly<Record<string, string>>
  /** Where the exit leads. */
  readonly exit: string
  /** Whether the masthead of the portal stands around it; the desk has its own. */
  readonly framed: boolean
  readonly children: ComponentChildren
}

/** The frame of every page. Nothing in it is inline, and nothing in it comes from elsewhere. */
export function Document({ words, title, style, mark, script, meta = {}, exit, framed, children }: DocumentProps) {
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
        {Object.entries({ ...meta, 'safehand-exit': exit }).map(([name, content]) => (
          <meta key={name} name={name} content={content} />
        ))}
        <link rel="icon" type="image/svg+xml" href={mark} />
        <link rel="stylesheet" href={style.address} integrity={style.integrity} />
        {script === null ? null : <script type="module" src={script.address} integrity={script.integrity} />}
      </head>
      <body>
        {framed ? (
          <Frame words={words} exit={exit}>
            {children}
          </Frame>
        ) : (
          children
        )}
      </body>
    </html>
  )
}

/** What stands around the pages of a source: the way out on top, and where to read more below. */
function Frame(props: { readonly words: Words; readonly exit: string; readonly children: ComponentChildren }) {
  const { words, exit, children } = props
  const { frame, language } = words
  return (
    <>
      <a class="skip" href="#main">
        {frame.skip}
      </a>
      <header class="masthead no-print">
        <div class="page">
          <a class="brand" href={`/${language}/`}>
            {words.name}
          </a>
          <a id="exit" class="button exit" href={exit} rel="noreferrer" title={frame.exitHint}>
            {frame.exit}
          </a>
        </div>
      </header>
      {children}
      <footer class="foot no-print">
        <nav class="page" aria-label={words.name}>
          <a href={`/${language}/how-it-works/`}>{frame.how}</a>
          <a href={`/${language}/limits/`}>{frame.limits}</a>
          <a href="/desk/">{frame.desk}</a>
        </nav>
      </footer>
    </>
  )
}
