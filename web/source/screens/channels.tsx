import { Choice } from '../../lib/choice.tsx'
import type { ChannelView } from '../protocol.ts'
import type { Words } from '../words/en.ts'

export interface ChannelsProps {
  readonly words: Words
  readonly channels: readonly ChannelView[]
  readonly legend: string
  readonly hint: string
  readonly chosen: string | null
  readonly onChoose: (channel: string) => void
  readonly wrong?: string | null
}

/** The subjects of the roster, in its order, with a line of ours about those that we know. */
export function Channels({ words, channels, legend, hint, chosen, onChoose, wrong = null }: ChannelsProps) {
  const ours: { readonly [Of in 'names' | 'about']: Readonly<Record<string, string>> } = words.channels
  return (
    <Choice
      id="channel"
      legend={<h2>{legend}</h2>}
      hint={hint}
      options={channels.map(({ id, names }) => ({
        value: id,
        name: names[words.language] ?? ours.names[id] ?? names.en ?? id,
        about: ours.about[id] ?? '',
      }))}
      chosen={chosen}
      onChoose={onChoose}
      wrong={wrong}
    />
  )
}
