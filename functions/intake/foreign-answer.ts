import { fromUtf8 } from '../../domain/bytes.ts'
import { parseJson } from '../../domain/fields.ts'
import type { Receipt } from '../../domain/receipt.ts'
import { type Refusal, refusals } from '../../domain/refusal.ts'
import { elsewhereTemplates, elsewhereTextMax, fillTemplate, readElsewhereTemplates } from '../../domain/template.ts'
import type { IntakeParts } from './parts.ts'

type Site = IntakeParts['site']

/** The page that says that a message was taken, with its receipt. */
export async function receiptPage(site: Site, language: string, receipt: Receipt): Promise<Response> {
  const text = JSON.stringify(receipt, null, 2)
  const { day } = receipt.statement
  return await page(site, language, 200, { accepted: [{ receipt: text, day }], refused: [] }, `${text}\n`)
}

/** The page that says why one was not. */
export async function refusalPage(site: Site, language: string, why: Refusal): Promise<Response> {
  const filling = { accepted: [], refused: [{ message: why.message }] }
  return await page(site, language, refusals[why.code].status, filling, `${why.message}\n`)
}

/** Where no site was put beside the function, the same in plain words. */
async function page(
  site: Site,
  language: string,
  status: number,
  filling: Parameters<typeof fillTemplate>[1],
  plain: string,
): Promise<Response> {
  const text = fromUtf8((await site.get(elsewhereTemplates)) ?? new Uint8Array()) ?? ''
  const templates = text === '' ? {} : readElsewhereTemplates(parseJson(text, elsewhereTextMax), 'templates')
  const template = templates[language] ?? Object.values(templates)[0]
  const type = template === undefined ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8'
  const body = template === undefined ? plain : fillTemplate(template.answer, filling)
  return new Response(body, { status, headers: { 'content-type': type } })
}
