import { describe, expect, it } from 'vitest'
import { screenshot } from '../../helpers/screenshot.ts'

/** The texts and boxes of a picture, with their columns. */
function parts(text: string, columns = 20): readonly string[] {
  const svg = screenshot(text, { columns })
  const shapes = [...svg.matchAll(/<(text|rect) x="([\d.]+)" y="([\d.]+)"([^>]*)>(?:([^<]*)(?=<))?/g)]
  return shapes.map(([, shape, x, y, marks = '', inner = '']) => {
    const color = /fill="(#\w+)"/.exec(marks)?.[1] ?? ''
    return `${shape} ${Math.round((Number(x) - 14) / 8.4)} ${Math.round(Number(y))} ${color} ${inner}`
      .replace(/ +/g, ' ')
      .trim()
  })
}

describe('a screenshot', () => {
  it('places runs of one style by their column', () => {
    expect(parts('one \u001b[31mtwo\u001b[39m three')).toEqual([
      'text 0 28 one',
      'text 4 28 #ff7b72 two',
      'text 7 28 three',
    ])
  })

  it('goes on in the next row where a line is full, and keeps its colour across lines', () => {
    expect(parts('\u001b[32mabcd\nef', 3)).toEqual([
      'text 0 28 #7ee787 abc',
      'text 0 47 #7ee787 d',
      'text 0 66 #7ee787 ef',
    ])
  })

  it('gives wide characters two columns', () => {
    expect(parts('漢字\u001b[1m!')).toEqual(['text 0 28 漢字', 'text 4 28 !'])
  })

  it('draws blocks, so that bars have no gaps', () => {
    expect(parts('█▄')).toEqual(['rect 0 14', 'rect 1 24'])
  })

  it('lets nothing of the text act', () => {
    expect(screenshot('<script>&"', { columns: 20 })).toContain('>&#60;script&#62;&#38;&#34;</text>')
  })
})
