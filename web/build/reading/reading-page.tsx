import type { Reading } from '../../source/words/en.ts'

/** The pages that are prose alone, in the order in which they are offered, and where each stands. */
export const readingPages = [
  { folder: 'safely/', name: 'safely' },
  { folder: 'how-it-works/', name: 'how' },
  { folder: 'limits/', name: 'limits' },
  { folder: 'other-ways/', name: 'elsewhere' },
] as const satisfies readonly { readonly folder: string; readonly name: keyof Reading }[]

/** A page to read, as a catalogue has it. */
interface Prose {
  readonly title: string
  readonly lede: string
  readonly sections: readonly Section[]
}

interface Section {
  readonly title: string
  readonly text?: string
  readonly points?: readonly string[]
  /** What follows one upon the other. */
  readonly steps?: readonly string[]
}

/** Prose under headings, for people who want to know before they trust. */
export function ReadingPage({ content }: { readonly content: Prose }) {
  return (
    <article class="prose">
      <h1>{content.title}</h1>
      <p class="lede">{content.lede}</p>
      {content.sections.map(({ title, text, points = [], steps = [] }) => (
        <section key={title} class="stack">
          <h2>{title}</h2>
          {text === undefined ? null : <p>{text}</p>}
          {points.length === 0 ? null : (
            <ul>
              {points.map((point) => (
                <li key={point}>{point}</li>
              ))}
            </ul>
          )}
          {steps.length === 0 ? null : (
            <ol>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          )}
        </section>
      ))}
    </article>
  )
}
