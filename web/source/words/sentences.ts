/**
 * The shape that every catalogue shares with the English one: the same sentences under the same names, lists of the
 * same length. What is missing in a language does not compile.
 */
export type Sentences<T> = T extends string
  ? string
  : T extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Name in keyof T]: Name extends 'id' ? T[Name] : Name extends 'dir' ? Direction : Sentences<T[Name]> }

type Direction = 'ltr' | 'rtl'
