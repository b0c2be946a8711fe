import { expect, test } from 'vitest'
import { NO_COLOR } from '../../../src/format/color-type.ts'
import { listWriter, type ListColumn } from '../../../src/output/list.ts'
import { LIST_FORMATS, type ListFormat } from '../../../src/format/list-formats.ts'
import { memorySink } from '../../helpers/memory-sink.ts'

interface Thing {
  readonly name: string
  readonly count?: number
  readonly parts?: readonly string[]
}

const COLUMNS: readonly ListColumn<Thing>[] = [
  { key: 'name', label: 'Name', kind: 'text', value: ({ name }) => name },
  {
    key: 'count',
    label: 'Number of',
    kind: 'whole',
    value: ({ count }) => count,
    shown: ({ count = 0 }) => `${count}×`,
  },
  { key: 'parts', label: 'Parts', kind: 'text', value: ({ parts }) => parts, shown: false },
]

async function written(format: ListFormat, things: readonly Thing[], isTty = false): Promise<string> {
  const sink = memorySink({ isTty })
  const writer = listWriter(format, COLUMNS, sink, { color: NO_COLOR, ascii: false })
  for (const thing of things) await writer.row(thing)
  await writer.end()
  return sink.text()
}

const THINGS: readonly Thing[] = [{ name: 'a,"b', count: 2, parts: ['x', 'y'] }, { name: 'c\td' }]

test.each<[ListFormat, string]>([
  ['table', 'Name  Number of\n───────────────\na,"b  2×\nc\\td  0×\n'],
  ['json', '[\n{"name":"a,\\"b","count":2,"parts":["x","y"]},\n{"name":"c\\td"}\n]\n'],
  ['jsonl', '{"name":"a,\\"b","count":2,"parts":["x","y"]}\n{"name":"c\\td"}\n'],
  ['csv', 'name,count,parts\r\n"a,""b",2,"[""x"",""y""]"\r\nc\td,,\r\n'],
  ['tsv', 'name\tcount\tparts\na,"b\t2\t["x","y"]\nc\\td\t\t\n'],
])('%s', async (format, text) => {
  expect(await written(format, THINGS)).toBe(text)
})

test.each<[ListFormat, string]>([
  ['table', ''],
  ['json', '[]\n'],
  ['jsonl', ''],
  ['csv', 'name,count,parts\r\n'],
  ['tsv', 'name\tcount\tparts\n'],
])('%s of nothing', async (format, text) => {
  expect(await written(format, [])).toBe(text)
})

test.each(LIST_FORMATS)('%s moves no cursor on a terminal', async (format) => {
  const text = await written(format, [{ name: '\u001b[31m\u202e', parts: ['\u0007\r'] }], true)
  // oxlint-disable-next-line no-control-regex
  expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/)
})
