import { useEffect, useRef } from 'preact/hooks'
import { type CaseState, caseStates } from '../../domain/clear/case.ts'
import type { ChannelId } from '../../domain/record.ts'
import { Heading } from '../lib/heading.tsx'
import { Notice } from '../lib/notice.tsx'
import { DueBadge, StateBadge } from './badges.tsx'
import type { QueueRow, Signed, Warning } from './protocol.ts'
import type { Words } from './words/en.ts'

export interface Filter {
  readonly channel: ChannelId | 'all'
  readonly state: CaseState | 'all' | 'open'
}

export const unfiltered: Filter = { channel: 'all', state: 'all' }

/** The rows that a filter lets through, in the order in which they came. */
export function shownRows(rows: readonly QueueRow[], filter: Filter): readonly QueueRow[] {
  return rows.filter(
    (row) =>
      (filter.channel === 'all' || row.channel === filter.channel) &&
      (filter.state === 'all' || (filter.state === 'open' ? row.state !== 'closed' : row.state === filter.state)),
  )
}

export interface QueueProps {
  readonly words: Words
  /** The rows to show, and all there are; `null` until the desk has looked for the first time. */
  readonly rows: readonly QueueRow[]
  readonly all: readonly QueueRow[] | null
  readonly warnings: readonly Warning[]
  readonly organisation: string
  readonly rosterVersion: number
  readonly channels: Signed['channels']
  readonly filter: Filter
  /** Journal of the case that was looked at last: focus returns to it. */
  readonly chosen: string | null
  readonly onFilter: (filter: Filter) => void
  readonly onOpen: (journal: string) => void
}

/** What a channel is called. */
export function nameIn(channels: Signed['channels'], channel: ChannelId): string {
  return channels.find(({ id }) => id === channel)?.name ?? channel
}

/** Everything that waits, by the day on which something is due. */
export function QueueScreen(props: QueueProps) {
  const { words, rows, all, warnings, chosen } = props
  const open = (all ?? []).filter((row) => row.state !== 'closed')
  const back = chosen !== null && rows.some((row) => row.journal === chosen)
  const cameFrom = useRef(chosen)
  useEffect(() => {
    if (cameFrom.current !== null) document.getElementById(`case-${cameFrom.current}`)?.focus()
  }, [])
  return (
    <main id="main" class="page">
      <div class="stack">
        <div class="queue-head full">
          <div class="stack close">
            <Heading focus={!back}>{words.queue.heading}</Heading>
            <p class="soft">
              {all === null
                ? words.queue.opening
                : words.queue.summary(open.length, open.filter((row) => row.unanswered > 0).length)}
            </p>
          </div>
          {all === null || all.length === 0 ? null : <Filters {...props} />}
        </div>
        {warnings.map((warning) => (
          <Notice key={`${warning.code}${warning.channel}`} kind="caution" title={words.alarms.heading}>
            <p>
              {words.alarms.codes[warning.code]} ({words.alarms.where(nameIn(props.channels, warning.channel), warning)}
              )
            </p>
          </Notice>
        ))}
        {rows.length > 0 ? (
          <QueueTable {...props} />
        ) : all === null ? null : (
          <div class="sheet empty full">
            <h2>{all.length === 0 ? words.queue.empty : words.queue.filtered}</h2>
            {all.length === 0 ? <p class="soft">{words.queue.emptyHint}</p> : null}
          </div>
        )}
        <p class="hint">
          {words.queue.privacy} {words.queue.roster(props.organisation, props.rosterVersion)}
        </p>
      </div>
    </main>
  )
}

function Filters({ words, channels, filter, onFilter }: QueueProps) {
  const say = words.queue
  return (
    <div class="filters">
      <label>
        <span>{say.filterChannel}</span>
        <select
          value={filter.channel}
          onChange={(event) => onFilter({ ...filter, channel: event.currentTarget.value })}
        >
          <option value="all">{say.all}</option>
          {channels.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{say.filterState}</span>
        <select
          value={filter.state}
          onChange={(event) => onFilter({ ...filter, state: event.currentTarget.value as Filter['state'] })}
        >
          <option value="all">{say.all}</option>
          <option value="open">{say.allOpen}</option>
          {caseStates.map((state) => (
            <option key={state} value={state}>
              {words.states[state]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}

function QueueTable({ words, rows, channels, chosen, onOpen }: QueueProps) {
  const say = words.queue
  return (
    <table class="queue">
      <caption class="unseen">{say.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say.source}</th>
          <th scope="col">{say.channel}</th>
          <th scope="col">{say.state}</th>
          <th scope="col">{say.due}</th>
          <th scope="col">{say.arrived}</th>
          <th scope="col" class="number">
            {say.tips}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={row.journal}
            class={`${row.unanswered > 0 ? 'fresh' : ''}${row.journal === chosen ? ' chosen' : ''}`}
            onClick={(event) => {
              if (!(event.target instanceof Element && event.target.closest('button'))) onOpen(row.journal)
            }}
          >
            <th scope="row">
              <button type="button" class="row-open" id={`case-${row.journal}`} onClick={() => onOpen(row.journal)}>
                {row.alias}
              </button>
              {row.unanswered === 0 ? null : (
                <span class="badge fresh-badge" title={say.freshHint(row.unanswered)}>
                  {say.fresh(row.unanswered)}
                </span>
              )}
              {row.unsent === 0 ? null : <span class="badge amber">{say.unsent}</span>}
              {row.alarms === 0 ? null : <span class="badge red">{say.alarm}</span>}
              <span class="glimpse" dir="auto">
                {row.glimpse}
              </span>
            </th>
            <td data-name={say.channel}>{nameIn(channels, row.channel)}</td>
            <td data-name={say.state}>
              <StateBadge words={words} state={row.state} />
            </td>
            <td data-name={say.due}>
              <DueBadge words={words} deadline={row.deadline} />
            </td>
            <td data-name={say.arrived} class="day">
              {words.day(row.day)}
            </td>
            <td data-name={say.tips} class="number">
              {row.tips}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
