// Prints a document. On a terminal it is sanitized; in a pipe, `raw` and `jsonl` give the bytes as delivered.

import { minified } from '../../decode/json/minify.ts'
import type { Color } from '../../format/color-type.ts'
import { printable, printableJson } from '../../format/sanitize.ts'
import { prettyRecord } from '../../output/json-pretty.ts'
import type { Sink } from '../../output/sink.ts'
import type { Document } from './document.ts'

export type CatFormat = 'json' | 'jsonl' | 'raw'

export async function printDocument(
  document: Document,
  format: CatFormat,
  sink: Sink,
  color: Color,
): Promise<void> {
  const { bytes, records, isJson } = document
  if (format === 'raw' || !isJson) return printAsIs(bytes, sink)
  if (format === 'json') return records.length > 0 ? printRecords(records, sink, color) : printPretty()
  const lines = records.length > 0 || bytes.length === 0 ? records : [wholeLine(bytes)]
  for (const line of lines) {
    await sink.write(sink.isTty ? printableJson(line.toString()) : line)
    await sink.write('\n')
  }

  async function printPretty(): Promise<void> {
    if (bytes.length > 0) await sink.write(`${prettyRecord(bytes, color)}\n`)
  }
}

// Record by record, because a file of 50 MB has tens of thousands of them.
async function printRecords(records: readonly Buffer[], sink: Sink, color: Color): Promise<void> {
  await sink.write(`{\n  ${color.cyan('"Records"')}: [\n`)
  for (const [i, record] of records.entries()) {
    const text = prettyRecord(record, color).replaceAll('\n', '\n    ')
    await sink.write(`    ${text}${i === records.length - 1 ? '' : ','}\n`)
  }
  await sink.write('  ]\n}\n')
}

async function printAsIs(bytes: Buffer, sink: Sink): Promise<void> {
  if (!sink.isTty) return sink.write(bytes)
  const text = bytes.toString().split('\n').map(printable).join('\n')
  await sink.write(text === '' || text.endsWith('\n') ? text : `${text}\n`)
}

// Truncated JSON cannot be minified safely; it is on one line already unless somebody formatted it.
function wholeLine(bytes: Buffer): Buffer {
  try {
    JSON.parse(bytes.toString())
  } catch {
    return bytes
  }
  return minified(bytes, 0, bytes.length)
}
