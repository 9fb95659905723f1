import { Heading } from '../../lib/heading.tsx'
import { Steps } from '../../lib/steps.tsx'
import type { SendStep } from '../protocol.ts'
import type { Words } from '../words/en.ts'

const order = ['sealing', 'working', 'sending'] as const

/** What is happening between the button and the receipt. */
export function Sending(props: { readonly words: Words; readonly step: SendStep; readonly followUp: boolean }) {
  const { sending } = props.words
  const at = order.findIndex((one) => one === (props.step === 'waiting' ? 'sending' : props.step))
  return (
    <div class="stack loose narrow">
      <div class="stack">
        <Heading>{props.followUp ? sending.followUpTitle : sending.title}</Heading>
        <p class="lede">{sending.lede}</p>
      </div>
      <div class="sheet full">
        <Steps steps={order.map((one) => sending.steps[one])} at={at} says={sending} />
      </div>
      <p class="hint" role="status">
        {props.step === 'waiting' ? sending.waiting : ''}
      </p>
    </div>
  )
}
