/** A sentence in the forms that a language has for numbers; `#` stands for the number. */
export type NumberForms = { readonly [Form in Intl.LDMLPluralRule]?: string } & { readonly other: string }

/** The sentence for this many, in the form that fits the number in that language. */
export function plural(language: string, many: number, forms: NumberForms): string {
  const form = forms[new Intl.PluralRules(language).select(many)] ?? forms.other
  return form.replace('#', String(many))
}
