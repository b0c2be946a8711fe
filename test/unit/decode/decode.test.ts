import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Batch, DecodePlan, FileInput } from '../../../src/decode/batch.ts'
import { createDecoder } from '../../../src/decode/decode.ts'
import { RowBuilder } from '../../../src/decode/row-builder.ts'
import { Scanner } from '../../../src/decode/json/scan.ts'
import { allOf, type Clause } from '../../../src/filter/clause.ts'
import type { RowFormat } from '../../../src/format/row.ts'
import { parsePattern } from '../../../src/filter/pattern/parse.ts'
import { reportOf, reportsOf } from '../../helpers/file-reports.ts'

const LOGIN: Clause = { kind: 'text', field: 'event-name', values: ['ConsoleLogin'] }

function decode(contents: readonly (string | Uint8Array)[], ...clauses: readonly Clause[]): Batch {
  const files = contents.map((content, index) => {
    return {
      index,
      file: `file ${index}`,
      account: undefined,
      notAfter: undefined,
      bytes: Buffer.from(content),
    }
  })
  return decodeFiles(files, ...clauses)
}

function decodeFiles(files: readonly FileInput[], ...clauses: readonly Clause[]): Batch {
  return createDecoder(planOf(clauses))(files)
}

function planOf(clauses: readonly Clause[], row: RowFormat = { kind: 'jsonl' }): DecodePlan {
  return {
    filter: allOf(clauses),
    output: { kind: 'rows', row, ascending: false },
    maxInflated: 1 << 22,
    debug: false,
  }
}

function inputOf(path: string, index: number): FileInput {
  return { index, file: path, account: undefined, notAfter: undefined, path }
}

/** One row after the other, each with its line end taken off. */
const textOf = ({ rows }: Batch): string =>
  Buffer.concat(rows!.map(({ data }) => data))
    .toString()
    .replaceAll('\n', '')

it('a file is scanned for its times, and its words collected, only if the index is to know of it', () => {
  const span = vi.spyOn(Scanner.prototype, 'span')
  const words = vi.spyOn(Scanner.prototype, 'wordFilter')
  const bytes = gzipSync(
    '{"Records":[{"eventVersion":"1.08","eventTime":"2024-08-18T11:40:00Z","eventName":"GetObject"}]}',
  )
  const input = { index: 0, file: 'x', account: undefined, notAfter: undefined, bytes }
  expect(reportOf(decodeFiles([input], LOGIN))).toMatchObject({ passedOver: true, survey: undefined })
  expect([span.mock.calls.length, words.mock.calls.length]).toEqual([0, 0])
  const time = Date.UTC(2024, 7, 18, 11, 40)
  const batch = decodeFiles([{ ...input, survey: true }], LOGIN)
  expect(reportOf(batch)).toMatchObject({ passedOver: true, survey: { from: time, to: time } })
  expect([span.mock.calls.length, words.mock.calls.length]).toEqual([1, 1])
  vi.restoreAllMocks()
})

describe('a file that cannot hold what is asked for is passed over', () => {
  const plain = '{"Records":[{"eventTime":"2024-08-18T11:40:00Z","eventName":"GetObject"}]}'

  it.each([
    ['a log file', plain, true],
    ['not when it holds the word', plain.replace('GetObject', 'XConsoleLogin'), false],
    ['not when it may hold it in disguise', plain.replace('GetObject', '\\u0043'), false],
    ['not when it may be no log file', ` ${plain}`, false],
    ['not when it is cut short, so that this is told', plain.slice(0, -3), false],
    [
      'not when it is a notification',
      plain.replace('"eventTime"', '"eventSource":"aws:s3","eventTime"'),
      false,
    ],
  ])('%s', (_, content, expected) => {
    expect(reportOf(decode([content], LOGIN))).toMatchObject({ passedOver: expected, matched: 0 })
    expect(reportOf(decode([content])).passedOver).toBe(false)
  })

  it('but not the word of a saved lookup beside the record', () => {
    const saved = '{"Events":[{"Username":"alice","CloudTrailEvent":"{\\"eventTime\\":\\"x\\"}"}]}'
    const user: Clause = { kind: 'text', field: 'user-name', values: ['alice'] }
    expect(reportOf(decode([saved], user)).matched).toBe(1)
  })
})

describe('rows', () => {
  it('are the bytes as delivered, on one line', () => {
    const odd = '{"z":1E+2,"eventTime":"2024-08-18T11:40:00Z","n":9007199254740993,"a":"\\u0041","a":"b c"}'
    expect(textOf(decode([`{"Records":[${odd}]}`]))).toBe(odd)
    const pretty = '{\r\n  "eventTime" : "2024-08-18T11:40:00Z",\n\t"a": [ 1, "b  \\n \\" c" ] }'
    expect(textOf(decode([pretty]))).toBe('{"eventTime":"2024-08-18T11:40:00Z","a":[1,"b  \\n \\" c"]}')
  })

  it('are whole records of any size, whichever of them match', () => {
    const size = fc.oneof(
      { weight: 5, arbitrary: fc.integer({ min: 300, max: 3000 }) },
      fc.integer({ min: 30_000, max: 70_000 }),
    )
    const record = fc.record({ isWanted: fc.boolean(), size })
    // Nothing that a text could be searched for.
    const plan = { ...planOf([]), filter: { kind: 'not', of: LOGIN } as const }
    const added = vi.spyOn(RowBuilder.prototype, 'addRecord')
    fc.assert(
      fc.property(fc.array(fc.array(record, { minLength: 1, maxLength: 12 }), { maxLength: 4 }), (files) => {
        let second = 0
        const wanted: string[] = []
        const inputs = files.map((records, index) => {
          const texts = records.map(({ isWanted, size }) => {
            const eventTime = new Date(Date.UTC(2024, 7, 18) + second++ * 1000).toISOString().slice(0, 19)
            const text = JSON.stringify({
              eventVersion: '1.08',
              eventTime: `${eventTime}Z`,
              eventName: isWanted ? 'GetObject' : 'ConsoleLogin',
              eventID: `id ${second}`,
              recipientAccountId: '123456789012',
              requestParameters: 'x'.repeat(size),
            })
            if (isWanted) wanted.unshift(text)
            return text
          })
          const bytes = gzipSync(`{"Records":[${texts.join(',')}]}`)
          return { index, file: 'x', account: undefined, notAfter: undefined, bytes }
        })
        added.mockClear()
        expect(textOf(createDecoder(plan)(inputs))).toBe(wanted.join(''))
        expect(added).toHaveBeenCalledTimes(wanted.length)
      }),
    )
    added.mockRestore()
  })

  it('are on one line wherever the file has line ends', () => {
    const record =
      '{"eventVersion":"1.08","userIdentity":{"type":"Root","a":[1,{},"b"]},"eventTime":"2024-08-18T11:40:00Z","eventID":"1","recipientAccountId":"2"}'
    const whole = `{"Records":[${record},${record}]}`
    for (const { index } of whole.matchAll(/[{}[\]:,](?!\d\d)/g)) {
      for (const end of ['\n', '\r', '\r\n']) {
        for (const at of [index, index + 1]) {
          const text = gzipSync(`${whole.slice(0, at)}${end}${whole.slice(at)}`)
          const input = { index: 0, file: 'x', account: undefined, notAfter: undefined, bytes: text }
          expect(textOf(decodeFiles([input]))).toBe(record + record)
        }
      }
    }
  })
})

describe('hostile files', () => {
  const deep = `{"eventTime":"2024-08-18T11:40:00Z","requestParameters":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  const next = '{"eventTime":"2024-08-18T11:41:00Z","eventName":"ConsoleLogin"}'
  const source = '{ $.requestParameters[0] = 1 || $.eventName = ConsoleLogin }'

  it.each<[string, Clause | undefined]>([
    ['nothing', undefined],
    ['a name', LOGIN],
    ['a text anywhere', { kind: 'contains', values: ['consolelogin'] }],
    ['a pattern', { kind: 'pattern', node: parsePattern(source) }],
    ['a resource', { kind: 'text', field: 'resource-name', values: ['!x'] }],
  ])('of any depth are searched for %s, and the next record is found', (_, clause) => {
    const report = reportOf(decode([`{"Records":[${deep},${next}]}`], ...(clause ? [clause] : [])))
    expect(report.records).toBe(2)
    expect(report.matched).toBeGreaterThan(0)
  })

  it.each<RowFormat>([
    { kind: 'csv', csvSafe: true },
    { kind: 'table', columns: ['event-name', 'requestParameters'] },
    { kind: 'lookup-events' },
  ])('of any depth hide no other record, as %j', (row) => {
    const bytes = Buffer.from(`{"Records":[${deep},${next}]}`)
    const input = { index: 0, file: 'deep', account: undefined, notAfter: undefined, bytes }
    const batch = createDecoder(planOf([], row))([input])
    const { matched, problems } = reportOf(batch)
    expect(matched + problems.length).toBe(2)
    expect(textOf(batch)).toContain('ConsoleLogin')
  })

  it('name what cannot be read, and the batch goes on', () => {
    const folder = mkdtempSync(join(tmpdir(), 'trail-explore-decode-'))
    const whole = join(folder, 'whole.json')
    writeFileSync(whole, next)
    const large = join(folder, 'large.json')
    writeFileSync(large, Buffer.alloc((1 << 22) + 1, ' '))
    const reports = reportsOf(decodeFiles([join(folder, 'gone'), folder, large, whole].map(inputOf)))
    expect(reports.map(({ problems }) => problems.map(({ kind }) => kind))).toEqual([
      ['unreadable'],
      ['unreadable'],
      ['unreadable'],
      [],
    ])
    expect(reports[3]!.matched).toBe(1)
    rmSync(folder, { recursive: true })
  })

  it('share no bytes with the one read before', () => {
    const folder = mkdtempSync(join(tmpdir(), 'trail-explore-decode-'))
    const records = [1, 2].map((n) => `{"eventTime":"2024-08-18T11:40:0${n}Z","eventID":"${n}"}`)
    const files = records.map((text, index) => {
      const path = join(folder, `${index}`)
      writeFileSync(path, index === 0 ? gzipSync(text) : text)
      return { index, file: path, account: undefined, notAfter: undefined, path }
    })
    expect(textOf(decodeFiles([...files, files[0]!]))).toBe(records[1]! + records[0]! + records[0]!)
    rmSync(folder, { recursive: true })
  })
})

describe('an event later than the name of its file allows', () => {
  const time = Date.UTC(2024, 7, 18, 11, 40)
  const content = Buffer.from('{"eventTime":"2024-08-18T11:40:00Z"}')

  it.each([
    [time - 1, 'x'],
    [time, undefined],
    [undefined, undefined],
  ])('%s: %s', (notAfter, misnamed) => {
    const batch = decodeFiles([{ index: 0, file: 'x', account: undefined, notAfter, bytes: content }])
    expect(reportOf(batch).misnamed).toBe(misnamed)
  })
})
