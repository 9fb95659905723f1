import { describe, expect, it } from 'vitest'
import type { Conversation } from '../../../client/replies.ts'
import type { Reply } from '../../../domain/clear/reply.ts'
import { conversationView } from '../../../web/source/views.ts'
import { organise } from '../../support/organisation.ts'

const { roster, people } = await organise()

const reply = (member: string, sequence: number): Reply => ({
  member,
  sequence,
  text: `number ${sequence}`,
  state: null,
  excluded: [],
  sealTo: [],
  lastTip: { sequence: 1, hash: '00'.repeat(32) },
})

describe('what a source reads', () => {
  it('shows a gap at its place among the replies of the same person', () => {
    const conversation: Conversation = {
      replies: [reply(people.ada.id, 1), reply(people.ada.id, 3), reply(people.grace.id, 1)],
      missing: [{ member: people.ada.id, sequence: 2 }],
      unsound: 0,
      known: null,
    }
    const shown = conversationView(conversation, roster).letters.map((one) => `${one.kind} ${one.from} ${one.sequence}`)
    const ada = ['reply ada 1', 'missing ada 2', 'reply ada 3']
    expect(shown.filter((one) => one.includes('ada'))).toEqual(ada)
    expect(shown).toHaveLength(4)
  })

  it('names somebody who has left the roster without guessing', () => {
    const conversation: Conversation = { replies: [reply('0123456789abcdef', 1)], missing: [], unsound: 0, known: null }
    expect(conversationView(conversation, roster).letters[0]?.from).toBe('012345')
  })
})
