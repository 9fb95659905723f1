import { Heading } from '../../lib/heading.tsx'
import { Notice } from '../../lib/notice.tsx'
import type { PortalView, Refused } from '../protocol.ts'
import type { Words } from '../words/en.ts'

export interface HomeProps {
  readonly words: Words
  readonly portal: PortalView | null
  /** Why the portal cannot be used, as far as that is known yet. */
  readonly trouble: Refused | null
  /** Not at the first sight of the page: the reader has not gone anywhere yet. */
  readonly focus: boolean
  readonly onTell: () => void
  readonly onComeBack: () => void
}

/** The first screen: report something, or come back. Drawn by the build, so it stands before any script runs. */
export function Home({ words, portal, trouble, focus, onTell, onComeBack }: HomeProps) {
  const { home } = words
  return (
    <div class="stack loose">
      <div class="hero full">
        <div class="stack">
          <Heading focus={focus}>{home.title}</Heading>
          <p class="lede">{home.lede}</p>
          <noscript>
            <div class="notice caution">
              <p>{home.noScript}</p>
            </div>
          </noscript>
          {trouble === null ? null : (
            <Notice kind="trouble" title={words.trouble.title}>
              <p>{trouble.says}</p>
            </Notice>
          )}
          <div class="doors full">
            <button type="button" class="door main" onClick={onTell}>
              <strong>{home.tell}</strong>
              <span>{home.tellAbout}</span>
            </button>
            <button type="button" class="door" onClick={onComeBack}>
              <strong>{home.comeBack}</strong>
              <span>{home.comeBackAbout}</span>
            </button>
          </div>
        </div>
        <aside class="sheet before" aria-labelledby="before">
          <div class="stack">
            <h2 id="before">{home.before}</h2>
            <ul class="stack close">
              {home.beforePoints.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
            <a href={`/${words.path}/limits/`}>{home.beforeMore}</a>
          </div>
        </aside>
      </div>
      <ul class="promises full">
        {home.promises.map(({ title, text }) => (
          <li key={title} class="stack close">
            <h2>{title}</h2>
            <p class="soft">{text}</p>
          </li>
        ))}
      </ul>
      <p class="small soft run-by" role="status">
        {portal === null ? '' : home.runBy(portal.organisation)}
      </p>
    </div>
  )
}
