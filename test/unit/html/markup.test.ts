import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Markup, markup } from '../../../src/html/markup.ts'

test('what is put in is text, whatever it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const { text: made } = markup`<p title="${text}">${[text, [text]]}</p>`
      const inside = /^<p title="(.*?)">(.*)<\/p>$/s.exec(made)
      expect(inside?.slice(1).join('')).not.toMatch(/[<>"'\u0000-\u001f\u202e\u200b]/)
    }),
  )
})

test('markup stays, and nothing is nothing', () => {
  expect(markup`${markup`<b>${'<'}</b>`}${undefined}${false}${0}${[new Markup('<i>'), '&']}`.text).toBe(
    '<b>&lt;</b>0<i>&amp;',
  )
})
