import { type Bytes, concat, toUtf8 } from '../../domain/bytes.ts'
import { foreignMessageBytesMax } from '../../domain/foreign.ts'
import { type ChannelId, channelForm } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import { elsewhereLanguageForm } from '../../domain/template.ts'

/** What the form without scripts sends: a browser's own `multipart/form-data`. */
export interface ForeignForm {
  readonly channel: ChannelId
  /** Version of the roster whose keys the page showed. */
  readonly roster: number
  readonly language: string
  /** The file that was chosen, or else what was pasted. */
  readonly message: Bytes
}

/**
 * Read the form, bounded.
 *
 * @throws Refusal `too-large`, `malformed`
 */
export async function readForm(request: Request): Promise<ForeignForm> {
  const type = request.headers.get('content-type') ?? ''
  if (!type.startsWith('multipart/form-data')) throw new Refusal('malformed')
  const fields = await fieldsOf(await bounded(request), type)
  const channel = textIn(fields, 'channel')
  const roster = Number(textIn(fields, 'roster'))
  const language = textIn(fields, 'language')
  if (!channelForm.test(channel) || !Number.isSafeInteger(roster)) throw new Refusal('malformed')
  if (!elsewhereLanguageForm.test(language)) throw new Refusal('malformed')
  const file = fields.get('file')
  const chosen = file instanceof Blob ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array()
  const pasted = textIn(fields, 'message')
  if (chosen.length > 0 && pasted.trim() !== '') {
    throw new Refusal('malformed', 'Paste the message or choose its file, not both. Nothing was kept.')
  }
  return { channel, roster, language, message: chosen.length > 0 ? chosen : toUtf8(pasted) }
}

async function bounded(request: Request): Promise<Bytes> {
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const piece of request.body ?? []) {
    length += piece.length
    if (length > foreignMessageBytesMax) throw new Refusal('too-large')
    pieces.push(piece)
  }
  return concat(...pieces)
}

async function fieldsOf(octets: Bytes, type: string): Promise<FormData> {
  try {
    return await new Response(octets, { headers: { 'content-type': type } }).formData()
  } catch {
    throw new Refusal('malformed')
  }
}

function textIn(fields: FormData, name: string): string {
  const field = fields.get(name)
  if (typeof field !== 'string') throw new Refusal('malformed')
  return field
}
