import * as f from './fields.ts'

/** What goes into a template: texts by name, and lists of what is repeated; an empty list leaves its part out. */
export interface Filling {
  readonly [name: string]: string | readonly Filling[]
}

/**
 * Fill a page that was drawn beforehand: `{{name}}` becomes a text, with everything escaped that HTML would read, and
 * `{{#name}}…{{/name}}` is repeated for each of a list. A name that nobody fills becomes nothing.
 */
export function fillTemplate(template: string, filling: Filling): string {
  return template.replaceAll(marks, (_, list: string | undefined, inside: string, name: string) => {
    if (list === undefined) return escaped(textOf(filling[name]))
    const items = filling[list] ?? []
    return typeof items === 'string' ? '' : items.map((one) => fillTemplate(inside, { ...filling, ...one })).join('')
  })
}

const marks = /\{\{#([a-zA-Z]+)\}\}([\s\S]*?)\{\{\/\1\}\}|\{\{([a-zA-Z]+)\}\}/g

function textOf(value: Filling[string] | undefined): string {
  return typeof value === 'string' ? value : ''
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (one) => entities[one] ?? '')
}

/**
 * The pages for people whose browser runs no scripts, in one language: they name keys, which change while the portal
 * runs, so the site holds templates of them.
 */
export interface ElsewherePages {
  /** How to seal a text without us, with a form for each subject desk. */
  readonly form: string
  /** What is answered to that form. */
  readonly answer: string
}

/** The file of the site that holds these templates, by the path of each language. */
export const elsewhereTemplates = '/sealed-elsewhere.json'

/** Where the filled form stands. */
export function elsewherePath(language: string): string {
  return `/${language}/sealed-elsewhere/`
}

/** In UTF-16 units: several times what a page takes. */
const templateMax = 200_000

/** The path of a language. */
export const elsewhereLanguageForm = /^[a-z]{2}(?:-[a-z]{2,4})?$/

/** The whole file, in UTF-16 units. */
export const elsewhereTextMax = 4 << 20

export const readElsewhereTemplates: f.Read<Readonly<Record<string, ElsewherePages>>> = f.dictionary(
  elsewhereLanguageForm,
  f.object<ElsewherePages>({ form: f.text(templateMax), answer: f.text(templateMax) }),
  64,
)
