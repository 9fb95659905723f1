import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '../../domain/day.ts'
import { splitDrop } from '../../domain/drop.ts'
import { limits } from '../../domain/limits.ts'
import { bodyClasses } from '../../domain/sizes.ts'
import type { assemble } from '../../functions/adapters/assemble.ts'
import { kinds } from '../../functions/adapters/dynamo/table.ts'
import { aliases } from '../../functions/adapters/kms/kms.ts'
import { actsOf, type FunctionName, functionNames, keyAliases, rights } from '../../infra/rights.ts'
import { type Ground, openGround } from '../support/ground.ts'
import { anAllowance, anEntry, anUpload, append, aSubmission } from '../support/kept.ts'
import { shapedBatch, shapedSlot } from '../support/shapes.ts'

type Parts = ReturnType<typeof assemble>

/** An act on rows of a kind, as AWS would judge it: `content dynamodb:PutItem SUB`. */
type Asked = string

/** What each function does with the database, over all that it can be asked to do. */
const acts: Readonly<Record<FunctionName, (parts: Parts, ground: Ground) => Promise<void>>> = {
  async intake(parts, { today }) {
    for (const bodyLength of bodyClasses) {
      const submission = await aSubmission(today(), { bodyLength })
      await parts.submissions.keep(submission)
      // The same again: the receipt is read.
      await parts.submissions.keep(submission)
    }
    const { announced, chunks } = await anUpload(today())
    await parts.uploads.open(announced)
    for (const one of [...chunks, ...chunks]) await parts.uploads.keep(one, today())
    const hashes = chunks.map((one) => one.hash)
    await parts.uploads.missing(announced.plan.upload, hashes, today())
    await parts.submissions.keep(await aSubmission(today(), { uploads: [announced.plan.upload] }))
    await parts.foreignNumbers.take(today(), '00'.repeat(32))
    await parts.rosters.published()
    await parts.rosters.find(1)
    await parts.epochs.find(today())
  },

  async desk(parts, { today }) {
    const now = Date.parse(`${today()}T09:15:00Z`)
    await parts.rosters.keep({ version: 1, json: '{}', day: today() })
    await parts.rosters.keep({ version: 2, json: '{}', day: today() })
    await parts.rosters.published()
    await parts.sessions.offer('a nonce', now + 60_000)
    await parts.sessions.spend('a nonce', now)
    await parts.sessions.firstUse('a proof', now + 60_000)
    await parts.sessions.open('a token', { member: 'ada0000000000001', thumbprint: 'x' }, now + 60_000)
    await parts.sessions.find('a token', now)
    await parts.sessions.end('a token')
    const first = await append(anEntry(), today())
    await parts.journals.append(first)
    await parts.journals.append(await append(anEntry(first), today()))
    // Somebody else was first: the winner is read.
    await parts.journals.append(await append(anEntry(null, first.entry.journal), today()))
    await parts.slots.keep(splitDrop(shapedBatch()), 'batch', addDays(today(), 30), anAllowance())
    await parts.feeds.list('electronics', 0, today(), limits.syncPageBytes)
    await parts.chunks.find({ upload: '00'.repeat(32), hash: '00'.repeat(32) }, today())
  },

  async publisher(parts, { today }) {
    while ((await parts.sequencer.sequence()) > 0);
    await parts.drops.waiting()
    const number = await parts.drops.make(today(), shapedSlot)
    await parts.drops.find(number ?? 0)
    await parts.drops.next()
    await parts.drops.madeOn(today())
    await parts.rosters.newest()
    await parts.rosters.find(1)
    await parts.rosters.markPublished(1)
  },

  async caretaker(parts, ground) {
    const { today } = ground
    await parts.epochs.keep(await parts.maker.make(addDays(today(), limits.epochsAhead), '00'.repeat(16)))
    await parts.rosters.published()
    await parts.rewrapping.rewrap(today(), addDays(today(), 1))
    ground.pass(120)
    while ((await parts.expiry.eraseDue(today())) > 0);
    for (const { day } of await parts.epochs.list()) await parts.epochs.destroy(day)
  },
}

let ground: Ground
const asked = new Map<FunctionName, ReadonlySet<Asked>>()

beforeAll(async () => {
  ground = await openGround()
  // In this order: what one leaves, the next finds. The desk looks once more, when there is something to see.
  for (const name of ['intake', 'desk', 'publisher', 'caretaker'] as const) {
    const heard = new Set<Asked>()
    const parts = listeningTo(ground, heard)
    await acts[name](parts, ground)
    asked.set(name, heard)
    if (name === 'publisher') {
      const more = new Set<Asked>()
      await listeningTo(ground, more).feeds.list('electronics', 0, ground.today(), limits.syncPageBytes)
      asked.set('desk', new Set([...(asked.get('desk') ?? []), ...more]))
    }
  }
})
afterAll(() => ground.close())

describe('the rights of a function in AWS', () => {
  it.each(functionNames)('cover everything that %s does', (name) => {
    const granted = new Set(grantedTo(name))
    expect([...(asked.get(name) ?? [])].filter((one) => !granted.has(one))).toEqual([])
  })

  it.each(functionNames)('name no kind of row that %s never touches', (name) => {
    const touched = new Set([...(asked.get(name) ?? [])].map((one) => one.split(' ').at(-1)))
    const named = [...Object.keys(rights[name].content), ...Object.keys(rights[name].keys)]
    expect(named.filter((kind) => !touched.has(kind))).toEqual([])
  })

  it('let nobody scan', () => {
    expect(Object.values(actsOf).flat()).not.toContain('dynamodb:Scan')
  })

  it('let intake and publisher read nothing that is sealed', () => {
    for (const name of ['intake', 'publisher', 'caretaker'] as const) {
      for (const kind of ['BODY', 'GRANT', 'ENTRY'] as const) {
        expect(rights[name].content[kind] ?? [], `${name} ${kind}`).not.toContain('read')
      }
    }
    expect(rights.intake.keys.KEY).toEqual(['write'])
    for (const prefix of ['body', 'chunk'] as const) {
      const readers = functionNames.filter((name) => rights[name].blobs[prefix]?.includes('read'))
      expect(readers, prefix).toEqual(['desk'])
    }
    expect(rights.publisher.keys).toEqual({})
  })

  it('let only desk and caretaker unwrap what seals at rest', () => {
    const may = functionNames.filter((name) => rights[name].kms.sealing?.includes('kms:Decrypt'))
    expect(may).toEqual(['desk', 'caretaker'])
  })

  it('are about the kinds and the keys that the code has', () => {
    const known: readonly string[] = Object.values(kinds).flat()
    for (const name of functionNames) {
      const named = [...Object.keys(rights[name].content), ...Object.keys(rights[name].keys)]
      expect(named.filter((kind) => !known.includes(kind))).toEqual([])
    }
    expect(keyAliases).toEqual(aliases)
  })
})

function grantedTo(name: FunctionName): Asked[] {
  return (['content', 'keys'] as const).flatMap((table) =>
    Object.entries(rights[name][table]).flatMap(([kind, granted]) =>
      granted.flatMap((right) => actsOf[right].map((act) => `${table} ${act} ${kind}`)),
    ),
  )
}

/** All ports through a client that notes what is asked of the database. */
function listeningTo(on: Ground, heard: Set<Asked>): Parts {
  const client = on.newClient()
  client.middlewareStack.add(
    (next, context) => (args) => {
      const table = (name: unknown) => (name === on.tables.keys ? 'keys' : 'content')
      for (const { act, TableName, pk } of actsIn(context.commandName ?? '', args.input as Input)) {
        heard.add(`${table(TableName)} dynamodb:${act} ${pk.split('#')[0]}`)
      }
      return next(args)
    },
    { step: 'initialize', name: 'listening' },
  )
  return on.through(client)
}

interface Keyed {
  readonly TableName?: string
  readonly Key?: { readonly pk?: { readonly S?: string } }
  readonly Item?: { readonly pk?: { readonly S?: string } }
}

type Input = Keyed & {
  readonly ExpressionAttributeValues?: { readonly ':pk'?: { readonly S?: string } }
  readonly RequestItems?: Readonly<Record<string, { readonly Keys: readonly Required<Keyed>['Key'][] }>>
  readonly TransactItems?: readonly { Put?: Keyed; Update?: Keyed; Delete?: Keyed; ConditionCheck?: Keyed }[]
}

/** The rows that a command is about, and the acts that AWS would ask the rights for. */
function actsIn(command: string, input: Input): { act: string; TableName: unknown; pk: string }[] {
  const pkOf = (one: Keyed) => one.Key?.pk?.S ?? one.Item?.pk?.S ?? ''
  if (input.TransactItems !== undefined) {
    return input.TransactItems.flatMap((item) =>
      Object.entries(item).map(([kind, one]: [string, Keyed]) => ({
        act: `${kind}Item`,
        TableName: one.TableName,
        pk: pkOf(one),
      })),
    )
  }
  if (input.RequestItems !== undefined) {
    return Object.entries(input.RequestItems).flatMap(([TableName, { Keys }]) =>
      Keys.map((Key) => ({ act: 'BatchGetItem', TableName, pk: pkOf({ Key }) })),
    )
  }
  const act = command.replace(/Command$/, '')
  const pk = act === 'Query' ? (input.ExpressionAttributeValues?.[':pk']?.S ?? '') : pkOf(input)
  return [{ act, TableName: input.TableName, pk }]
}
