import { harmless } from './plain-text.ts'
import type { HistoryLine } from './protocol.ts'
import type { Words } from './words/en.ts'

/** Everything that was done, as a table that can be read from end to end. */
export function Journal({ words, history }: { readonly words: Words; readonly history: readonly HistoryLine[] }) {
  const say = words.history
  return (
    <details class="sheet full journal">
      <summary>
        {say.heading} ({history.length})
      </summary>
      <p class="hint">{say.lead}</p>
      <table>
        <caption class="unseen">{say.caption}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {say.position}
            </th>
            <th scope="col">{say.day}</th>
            <th scope="col">{say.by}</th>
            <th scope="col">{say.what}</th>
          </tr>
        </thead>
        <tbody>
          {history.map((line) => (
            <tr key={line.position} class={line.believed ? undefined : 'not-believed'}>
              <td class="number">{line.position + 1}</td>
              <td class="day">{words.day(line.day)}</td>
              <td>{line.by}</td>
              <td>
                {say.did(line)}{' '}
                {line.reason === '' ? null : (
                  <span class="written soft" dir="auto">
                    {harmless(line.reason)}
                  </span>
                )}
                {line.believed ? null : <strong class="badge red">{say.notBelieved}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}
