import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fillTemplate } from '../../domain/template.ts'

describe('a template', () => {
  it('repeats what stands in a list, within lists too, and leaves out what is empty', () => {
    const template = '{{title}}:{{#desks}} {{name}}({{#keys}}{{name}},{{/keys}}){{title}}{{/desks}}{{#none}}x{{/none}}.'
    const keys = [{ name: 'k' }, { name: 'l' }]
    const filling = {
      title: 't',
      desks: [
        { name: 'a', keys },
        { name: 'b', keys: [] },
      ],
      none: [],
    }
    expect(fillTemplate(template, filling)).toBe('t: a(k,l,)t b()t.')
  })

  it('lets no text become markup or another mark', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('<', '>', '"', "'", '&', '{', '}', '#', '/', 'b', '$') }),
        (text) => {
          const filled = fillTemplate('<p title="{{text}}">{{#list}}{{text}}{{/list}}</p>', {
            text,
            list: [{}],
            b: 'HIT',
          })
          expect(filled).not.toContain('HIT')
          expect(
            filled
              .replace(/^<p title="/, '')
              .replace('</p>', '')
              .split('">'),
          ).toHaveLength(2)
          expect(filled.match(/[<>"']/g)?.length).toBe(6)
        },
      ),
    )
  })
})
