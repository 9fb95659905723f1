import type { Reading } from '../../source/words/en.ts'
import { authorities, type SignCategory, signs } from './indicators.ts'

/** Where the same table stands for programs. */
export const signsAddress = '/indicators.json'

/** The library of signs by category. The table is in English so far, and marked so for readers and screen readers. */
export function Signs({ says }: { readonly says: Reading['signs'] }) {
  return (
    <article class="prose signs">
      <h1>{says.title}</h1>
      <p class="lede">{says.lede}</p>
      <p>
        {says.note} <a href={signsAddress}>indicators.json</a>
      </p>
      {categories.map((category) => (
        <section key={category} class="stack">
          <h2>{says.categories[category]}</h2>
          <ul class="sign-list">
            {signs
              .filter((one) => one.category === category)
              .map(({ id, sign, innocent }) => (
                <li key={id} id={id}>
                  <p lang="en" dir="ltr">
                    {sign}
                  </p>
                  <p class="small soft">
                    {says.innocent}:{' '}
                    <span lang="en" dir="ltr">
                      {innocent}
                    </span>
                  </p>
                </li>
              ))}
          </ul>
        </section>
      ))}
      <section class="stack">
        <h2>{says.sources}</h2>
        <ul lang="en" dir="ltr">
          {Object.entries(authorities).map(([id, title]) => (
            <li key={id}>{title}</li>
          ))}
        </ul>
      </section>
    </article>
  )
}

/** The table as JSON, for whoever wants to build on it. */
export function signsFile(): string {
  return `${JSON.stringify({ format: 'safehand-indicators/1', language: 'en', signs, sources: authorities }, null, 1)}\n`
}

const categories: readonly SignCategory[] = [...new Set(signs.map(({ category }) => category))]
