import { array, assert, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseXml, textIn } from '../../../../src/source/s3/xml.ts'

const escape = (text: string) => text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`)

describe('an answer as a tree', () => {
  it.each([
    ['<a>x</a>', 'x'],
    ['<?xml version="1.0" encoding="UTF-8"?>\n<a xmlns="http://x/">x</a>\n', 'x'],
    ['<s3:a xmlns:s3="http://x/">x</s3:a>', 'x'],
    ['<!DOCTYPE a><!-- a --><a>x<!-- <b> -->y</a>', 'xy'],
    ['<a><![CDATA[<b>&amp;]]></a>', '<b>&amp;'],
    ['<a>&lt;&gt;&amp;&quot;&apos;&#38;lt;&#x1F600;</a>', '<>&"\'&lt;😀'],
    ['<a>&unknown; &#x110000;</a>', '&unknown; &#x110000;'],
    ['<a />', ''],
    ['<a\n></a >', ''],
  ])('%j', (xml, text) => expect(parseXml(xml)).toMatchObject({ name: 'a', text }))

  it('finds children by name, the first of several', () => {
    const root = parseXml('<a><b/><c>1</c><c>2</c><d><c>3</c></d></a>')
    expect(root.children.map(({ name }) => name)).toEqual(['b', 'c', 'c', 'd'])
    expect([textIn(root, 'c'), textIn(root, 'b'), textIn(root, 'x'), textIn(undefined, 'x')]).toEqual([
      '1',
      '',
      undefined,
      undefined,
    ])
  })

  it.each([
    '',
    'text',
    '<a>',
    '<a></b>',
    '</a>',
    '<a><b></a></b>',
    '<a/><b/>',
    '<a',
    '< a/>',
    '<a><!-- </a>',
    '<a><![CDATA[</a>',
    '<a>'.repeat(60) + '</a>'.repeat(60),
  ])('refuses %j', (xml) => expect(() => parseXml(xml)).toThrow(SyntaxError))

  it('gives back whatever was escaped', () => {
    assert(
      property(array(string({ unit: 'binary' })), (texts) => {
        const xml = `<a>${texts.map((text) => `<k>${escape(text)}</k>`).join('\n')}</a>`
        expect(parseXml(xml).children.map(({ text }) => text)).toEqual(texts)
      }),
    )
  })

  it('takes time in proportion to the text, whatever it is', () => {
    for (const part of ['<', '<a ', '<!--', '&', '<a>&amp', '<![CDATA[', '</'])
      expect(() => parseXml(part.repeat(200_000))).toThrow(SyntaxError)
  })
})
