import { expect, test } from 'vitest'
import { csvLine } from '../../../src/format/csv.ts'
import { tsvLine } from '../../../src/format/tsv.ts'

test.each([
  [['a', '', 'b'], 'a,,b'],
  [['[]'], '[]'],
  [['a b', "it's", 'x;y'], "a b,it's,x;y"],
  [['Mozilla/5.0 (KHTML, like Gecko)'], '"Mozilla/5.0 (KHTML, like Gecko)"'],
  [['say "hi"'], '"say ""hi"""'],
  [['two\nlines', 'two\r\nlines', 'lone\rCR'], '"two\nlines","two\r\nlines","lone\rCR"'],
  [['=cmd()', '\t'], '=cmd(),\t'],
])('%j', (cells, line) => {
  expect(csvLine(cells)).toBe(line)
})

test('safe cells are disarmed before they are quoted', () => {
  expect(csvLine(['=HYPERLINK("http://x","y")', 'ok'], true)).toBe(`"'=HYPERLINK(""http://x"",""y"")",ok`)
})

test('a TSV row is one line, and can be read back', () => {
  expect(tsvLine(['a\tb', 'c\r\nd', 'DOMAIN\\user', ''])).toBe('a\\tb\tc\\r\\nd\tDOMAIN\\\\user\t')
})
