import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { type ElsewherePages, elsewherePath, elsewhereTemplates } from '../../domain/template.ts'
import { App } from '../source/app.tsx'
import { en } from '../source/words/en.ts'
import { type Language, languages } from '../source/words/languages.ts'
import { sealedElsewhereIn } from '../source/words/sealed-elsewhere/in.ts'
import { Document, type Frame, inLanguage, type Loaded } from './document.tsx'
import { ReadingPage, readingPages } from './reading/reading-page.tsx'
import { SealedElsewhere, SealedElsewhereAnswer } from './reading/sealed-elsewhere.tsx'
import { Signs, signsAddress, signsFile } from './reading/signs.tsx'

/** What the pages are made of: files that stand already, and what the site is to trust. */
export interface PageParts {
  readonly styles: { readonly source: Loaded; readonly desk: Loaded }
  readonly mark: string
  readonly scripts: {
    /** By the path of its language. */
    readonly source: ReadonlyMap<string, Loaded>
    readonly desk: Loaded
    readonly reading: Loaded
  }
  readonly pin: string
  readonly minimumVersion: number
  readonly exit: string
  /** Address of the portal in the Tor network, without a slash at its end; empty when there is none. */
  readonly onion: string
}

/** A file that is drawn rather than bundled. */
export interface Page {
  readonly path: string
  readonly text: string
}

/** Every page of the site, drawn: the portal and what there is to read in every language, and the desk. */
export function drawPages(parts: PageParts): readonly Page[] {
  const home = languages.flatMap((language) => sourcePages(parts, language))
  const first = home.find(({ path }) => path === `${en.path}/index.html`)
  return [
    ...home,
    ...(first === undefined ? [] : [{ path: 'index.html', text: first.text }]),
    { path: 'desk/index.html', text: deskPage(parts) },
    { path: signsAddress.slice(1), text: signsFile() },
    { path: elsewhereTemplates.slice(1), text: elsewhereFile(parts) },
  ]
}

/** How pages of one language are drawn. */
function drawingIn(parts: PageParts, spoken: Language) {
  const { words } = spoken
  const { scripts, styles, exit } = parts
  const page = (folder: string, title: string, script: Loaded | null, content: ComponentChildren, trusted: boolean) => {
    const path = `${words.path}/${folder}`
    return {
      path: `${path}index.html`,
      text: drawn(
        <Document
          words={words}
          title={title}
          style={styles.source}
          mark={parts.mark}
          script={script}
          meta={trusted ? trust(parts) : {}}
          exit={exit}
          onion={parts.onion === '' ? '' : `${parts.onion}/${path}`}
          frame={frameOf(spoken, folder)}
        >
          {content}
        </Document>,
      ),
    }
  }
  const toRead = (folder: string, title: string, content: ComponentChildren) =>
    page(
      folder,
      `${title} · ${words.name}`,
      scripts.reading,
      <main id="main">
        <div class="page">{content}</div>
      </main>,
      false,
    )
  return { page, toRead }
}

function sourcePages(parts: PageParts, spoken: Language): readonly Page[] {
  const { words, reading } = spoken
  const { scripts } = parts
  const { page, toRead } = drawingIn(parts, spoken)
  const { says } = sealedElsewhereIn(words.path)
  const portal = (
    <main id="main">
      <div class="page" id="app">
        <App words={words} around={null} />
      </div>
      <noscript>
        <p class="page">
          <a href={elsewherePath(words.path)}>{says.title}</a>
        </p>
      </noscript>
    </main>
  )
  return [
    page('', words.name, scripts.source.get(words.path) ?? null, portal, true),
    ...readingPages.map(({ folder, name }) =>
      toRead(folder, reading[name].title, <ReadingPage content={reading[name]} />),
    ),
    toRead('signs/', reading.signs.title, <Signs says={reading.signs} />),
  ]
}

/** The pages that name keys, which change while the portal runs: the portal fills them. */
function elsewhereFile(parts: PageParts): string {
  const templates = languages.map((spoken): [string, ElsewherePages] => {
    const { path } = spoken.words
    const { toRead } = drawingIn(parts, spoken)
    const { says } = sealedElsewhereIn(path)
    const drawnAs = (content: ComponentChildren) => toRead('sealed-elsewhere/', says.title, content).text
    return [
      path,
      {
        form: drawnAs(<SealedElsewhere language={path} />),
        answer: drawnAs(<SealedElsewhereAnswer language={path} />),
      },
    ]
  })
  return JSON.stringify(Object.fromEntries(templates))
}

function frameOf({ words, reading }: Language, folder: string): Frame {
  const toRead = [...readingPages, { folder: 'signs/', name: 'signs' } as const].map((one) => ({
    address: `/${words.path}/${one.folder}`,
    says: reading[one.name].title,
  }))
  return {
    reading: [...toRead, { address: elsewherePath(words.path), says: sealedElsewhereIn(words.path).says.title }],
    languages: languages.map((language) => inLanguage(language, folder)),
  }
}

function deskPage(parts: PageParts): string {
  return drawn(
    <Document
      words={en}
      title={`Desk · ${en.name}`}
      style={parts.styles.desk}
      mark={parts.mark}
      script={parts.scripts.desk}
      meta={trust(parts)}
      exit={parts.exit}
      onion=""
      frame={null}
    >
      <div id="app">
        <main id="main">
          <div class="page stack">
            <h1>The desk</h1>
            <p class="lede">For reviewers. Your key is unlocked in this browser and does not leave it.</p>
            <noscript>
              <div class="notice caution">
                <p>The desk opens envelopes in your browser, and needs scripts for it. Allow them for this site.</p>
              </div>
            </noscript>
          </div>
        </main>
      </div>
    </Document>,
  )
}

function trust({ pin, minimumVersion }: PageParts): Readonly<Record<string, string>> {
  return { 'safehand-pin': pin, 'safehand-minimum-version': String(minimumVersion) }
}

function drawn(page: Parameters<typeof renderToString>[0]): string {
  return `<!doctype html>${renderToString(page)}\n`
}
