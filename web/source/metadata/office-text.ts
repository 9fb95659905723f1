import { type Betrayal, type Finding, finding } from './findings.ts'

/** Text of a part of a document with what it betrays taken out of its tags. */
interface Unnamed {
  readonly text: string
  readonly findings: readonly Finding[]
  readonly stays: readonly Betrayal[]
}

/**
 * Take names, times, paths and marks of sittings out of the tags of a part. The text between tags is what people wrote,
 * and stays. Documents are text to us here: taking them apart as XML and writing them again would change more.
 */
export function unnamed(text: string): Unnamed {
  const findings: Finding[] = []
  let mended = text
  for (const { form, what, by } of rules) {
    mended = mended.replace(form, (whole: string, before: string, value: string, after: string) => {
      if (value !== '' && value !== by) findings.push(finding(what, what === 'history' ? null : value))
      return value === '' ? whole : `${before}${by}${after}`
    })
  }
  const stays: Betrayal[] = []
  if (/<(?:w:(?:del|ins|moveFrom)|text:(?:changed-region|tracked-changes))\b/.test(text)) stays.push('changes')
  if (/<(?:w:comment|comment|p:cm|p188:cm|office:annotation|threadedComment)\b/.test(text)) stays.push('comments')
  if (/<w:vanish\b|\bstate="(?:hidden|veryHidden)"|<p:sld\b[^>]*\bshow="0"/.test(text)) stays.push('hidden')
  return { text: mended, findings: [...findings, ...stays.map((one) => finding(one))], stays }
}

interface Rule {
  /** Three groups: what stands before, what betrays, what stands after. */
  readonly form: RegExp
  readonly what: Betrayal
  readonly by: string
}

const attribute = (names: string, what: Betrayal, by = ''): Rule => ({
  form: new RegExp(`(\\s(?:${names})=")([^"]*)(")`, 'g'),
  what,
  by,
})
const element = (names: string, what: Betrayal, by = ''): Rule => ({
  form: new RegExp(`(<(?:${names})(?:\\s[^>]*)?>)([^<]*)(</)`, 'g'),
  what,
  by,
})

const long = '2000-01-01T00:00:00Z'

const rules: readonly Rule[] = [
  attribute('w:author|w:initials|userName|lastUserName|displayName|w15:author|w:lastEdited', 'person'),
  attribute('w15:userId|userId|providerId|w15:providerId', 'person', 'None'),
  attribute('w:date|w16du:dateUtc|dT', 'time', long),
  attribute('w:rsid\\w*|w14:(?:paraId|textId)(?=_)', 'history', '00000000'),
  element('author|dc:creator|text:author|text:author-name|text:author-initials|meta:creator-initials', 'person'),
  element('dc:date|text:date|meta:date-string', 'time', long),
  // People of comments, and of who wrote last.
  {
    form: /(<(?:p:cmAuthor|p188:author|person|fileSharing)\b[^>]*?\s(?:name|initials)=")([^"]*)(")/g,
    what: 'person',
    by: '',
  },
  { form: /(<p188:author\b[^>]*?\sinitials=")([^"]*)(")/g, what: 'person', by: '' },
  { form: /(<p:cmAuthor\b[^>]*?\sinitials=")([^"]*)(")/g, what: 'person', by: '' },
  { form: /(<p:cm\b[^>]*?\sdt=")([^"]*)(")/g, what: 'time', by: '2000-01-01T00:00:00.000' },
  // Where a file lay on somebody's computer: templates, linked sheets, the workbook itself.
  { form: /(\s(?:Target|url|xlink:href)=")((?:file:|[A-Za-z]:\\|\\\\)[^"]*)(")/g, what: 'path', by: 'about:blank' },
  { form: /(<x15ac:absPath\b[^>]*?\surl=")([^"]*)(")/g, what: 'path', by: 'about:blank' },
  { form: /(<w:rsid(?:Root|)\s+w:val=")([^"]*)(")/g, what: 'history', by: '00000000' },
]
