import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { App } from '../source/app.tsx'
import { en } from '../source/words/en.ts'
import { Document, type Loaded } from './document.tsx'
import { HowItWorks } from './reading/how-it-works.tsx'
import { Limits } from './reading/limits.tsx'

/** What the pages are made of: files that stand already, and what the site is to trust. */
export interface PageParts {
  readonly styles: { readonly source: Loaded; readonly desk: Loaded }
  readonly mark: string
  readonly scripts: { readonly source: Loaded; readonly desk: Loaded; readonly reading: Loaded }
  readonly pin: string
  readonly minimumVersion: number
  readonly exit: string
}

export interface Page {
  readonly path: string
  readonly html: string
}

/** Every page of the site, drawn. */
export function drawPages(parts: PageParts): readonly Page[] {
  const trust = { 'safehand-pin': parts.pin, 'safehand-minimum-version': String(parts.minimumVersion) }
  const page = (
    path: string,
    title: string,
    files: { readonly style: Loaded; readonly script: Loaded },
    meta: Readonly<Record<string, string>>,
    content: ComponentChildren,
    framed = true,
  ): Page => ({
    path,
    html: `<!doctype html>${renderToString(
      <Document words={en} title={title} {...files} mark={parts.mark} meta={meta} exit={parts.exit} framed={framed}>
        {content}
      </Document>,
    )}\n`,
  })
  const main = (content: ComponentChildren) => (
    <main id="main">
      <div class="page">{content}</div>
    </main>
  )
  const portal = (
    <main id="main">
      <div class="page" id="app">
        <App words={en} around={null} />
      </div>
    </main>
  )
  const desk = (
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
  )
  const { scripts, styles } = parts
  const source = { style: styles.source, script: scripts.source }
  const reading = { style: styles.source, script: scripts.reading }
  return [
    page('index.html', en.name, source, trust, portal),
    page('en/index.html', en.name, source, trust, portal),
    page('en/how-it-works/index.html', `${en.frame.how} · ${en.name}`, reading, {}, main(<HowItWorks />)),
    page('en/limits/index.html', `${en.frame.limits} · ${en.name}`, reading, {}, main(<Limits />)),
    page('desk/index.html', `Desk · ${en.name}`, { style: styles.desk, script: scripts.desk }, trust, desk, false),
  ]
}
