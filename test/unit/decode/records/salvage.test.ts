// Damage around whole records, and everything whole comes out, once each, and what was passed over is told.

import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRecords, type RecordIssue } from '../../../../src/decode/records/records.ts'
import { loaded } from '../../../helpers/loaded.ts'

function read(content: string | Buffer): { ids: string[]; issues: readonly RecordIssue[] } {
  const ids: string[] = []
  const issues = readRecords(loaded(content), ({ bytes, start, end }) => {
    const { eventID } = JSON.parse(bytes.toString('utf8', start, end)) as { eventID?: string }
    ids.push(eventID ?? 'without an ID')
  })
  return { ids, issues }
}

function record(id: string): string {
  return JSON.stringify({
    eventVersion: '1.08',
    userIdentity: { type: 'IAMUser', userName: 'al"ice', sessionContext: { attributes: { mfa: 'false' } } },
    eventTime: '2024-08-18T11:40:01Z',
    eventSource: 'iam.amazonaws.com',
    eventName: 'PutUserPolicy',
    requestParameters: {
      policyDocument: '{"Statement":[{"Action":["ec2:*"],"Effect":"Allow"}],"Version":"2012-10-17"}',
      tags: [{ key: '}]', value: '{[' }, {}],
    },
    responseElements: null,
    resources: [{ ARN: 'arn:aws:s3:::a,b' }, { ARN: '\\' }],
    readOnly: false,
    eventID: id,
  })
}

/** What may be put around or between records without being a part of one; no quote, which would turn text inside out. */
const junk = fc.oneof(
  fc.constantFrom(
    '}',
    ']',
    '{',
    '[',
    ':',
    ';',
    'x',
    '\\',
    ',',
    ',,',
    '[,',
    '],',
    '}}',
    '\0\0',
    'null',
    '17',
    '{]',
    '[{',
  ),
  fc.stringMatching(/^[\x00-\x21\x23-\x7e]{1,12}$/),
)

const OPENINGS = [
  '{"Records":[',
  '[',
  '{"Records":[\n',
  '',
  '{"version":1,"Records":[',
  '"Records":[',
  'ecords":[',
]
const CLOSINGS = [']}', ']', '\n]}\n', '']
const SEPARATORS = [',', ',\n', '\n', '']

describe('whole records', () => {
  it('come out, whatever stands around them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OPENINGS),
        fc.constantFrom(...CLOSINGS),
        fc.constantFrom(...SEPARATORS),
        fc.array(fc.option(junk, { nil: '' }), { minLength: 2, maxLength: 7 }),
        (opening, closing, separator, around) => {
          const ids = around.slice(1).map((_, n) => `id-${n}`)
          const list = ids.map((id, n) => record(id) + around[n + 1]!).join(separator)
          expect(read(opening + around[0]! + list + closing).ids).toEqual(ids)
        },
      ),
      { numRuns: 600 },
    )
  })

  // One byte of one record: the others are whole.
  const damages: readonly (readonly [string, (text: string, at: number, by: string) => string])[] = [
    ['deleted', (text, at) => text.slice(0, at) + text.slice(at + 1)],
    ['inserted', (text, at, by) => text.slice(0, at) + by + text.slice(at)],
    ['replaced', (text, at, by) => text.slice(0, at) + by + text.slice(at + 1)],
    ['cut behind', (text, at) => text.slice(0, at)],
    ['cut before', (text, at) => text.slice(at)],
  ]

  it.each(damages)('come out beside a record with a byte %s', (_, damage) => {
    fc.assert(
      fc.property(
        fc.constantFrom(...OPENINGS.slice(0, 5)),
        fc.constantFrom(',', ',\n', '\n'),
        fc.nat(4),
        fc.nat(record('id-0').length - 1),
        fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', ':', 'x', '\0', '\n', ' '),
        (opening, separator, broken, at, by) => {
          const texts = Array.from({ length: 5 }, (_, n) => record(`id-${n}`))
          const others = texts.map((_, n) => `id-${n}`).filter((_, n) => n !== broken)
          texts[broken] = damage(texts[broken]!, at, by)
          const { ids } = read(
            opening + texts.join(separator) + (opening === '' ? '' : opening === '[' ? ']' : ']}'),
          )
          const seen = ids.filter((id) => others.includes(id))
          expect(seen).toEqual(others)
        },
      ),
      { numRuns: 600 },
    )
  })

  it.each(['"', '\\"', '{', '[', '}', ']', '":"', '{"a":"', '["'])(
    'come out where %s is put anywhere',
    (by) => {
      const texts = Array.from({ length: 4 }, (_, n) => record(`id-${n}`))
      const file = `{"Records":[${texts.join(',')}]}`
      for (let at = 0; at < file.length; at++) {
        const within = texts.findIndex((text) => {
          const start = file.indexOf(text)
          return at > start && at < start + text.length
        })
        const others = texts.map((_, n) => `id-${n}`).filter((_, n) => n !== within)
        const { ids } = read(file.slice(0, at) + by + file.slice(at))
        expect([at, others.filter((id) => !ids.includes(id))]).toEqual([at, []])
      }
    },
  )

  it('come out where the front of a file is gone, and it is told how much', () => {
    const whole = `{"Records":[${record('id-0')},${record('id-1')}]}`
    const second = whole.indexOf(record('id-1'))
    for (let at = 1; at < second; at++) {
      const { ids, issues } = read(whole.slice(at))
      expect([at, ids]).toEqual([at, at <= 12 ? ['id-0', 'id-1'] : ['id-1']])
      expect(new Set(issues.map(({ kind }) => kind))).toEqual(new Set(['damaged']))
      const isTold = / bytes? passed over|entries are not/.test(issues.map(({ what }) => what).join())
      expect([at, isTold || at <= 12 || whole[at] === ',']).toEqual([at, true])
    }
  })

  const [a, b, c] = [record('a'), record('b'), record('c')]
  it.each([
    ['a wrapper with a version', `{"eventVersion":"1.0","Records":[${a},${b}]}`, ['a', 'b']],
    ['a wrapper with a time', `{"eventTime":"x","Records":[${a},${b}]}`, ['a', 'b']],
    ['a wrapper with an event', `{"detail":{"eventName":"A"},"Records":[${a},${b}]}`, ['a', 'b']],
    ['two lists, one misspelt', `{"Rucords":[${a},${b}],"Records":[]}`, ['a', 'b']],
    ['a list in a list', `{"Records":[[${a},${b}]]}`, ['a', 'b']],
    ['two keys of one name', `{"Records":null,"Records":{"a":[${a},${b}]}}`, ['a', 'b']],
    ['two lists of one name', `{"Records":[${a}],"Records":[${b}]}`, ['a', 'b']],
    ['a record with a list', `${a.slice(0, -1)},"Records":[${b}]}`, ['a', 'b']],
    [
      'a record with a list, in a list',
      `{"Records":[${a.slice(0, -1)},"Records":[${b}]},${c}]}`,
      ['a', 'b', 'c'],
    ],
    ['records in unknown wrappers', `{"Records":[${a}},{"aws":{"cloudtrail":${b}}},${c}]}`, ['a', 'b', 'c']],
    ['a list that never closes, in a list', `{"Records":[${a},[${b},${c}]}`, ['a', 'b', 'c']],
    ['an object that never closes', `{"Records":[${a},{"x":[${b},${c}]}`, ['a', 'b', 'c']],
    ['many that never close', `{"Records":[${a},[[[{"x":[[${b},${c}]}`, ['a', 'b', 'c']],
    ['a list without a key', `{"Records":x[${a},${b}]}`, ['a', 'b']],
    ['a list without an end', `{"Records":[${a},${b}`, ['a', 'b']],
  ])('come out of %s', (_, text, expected) => expect(read(text).ids).toEqual(expected))

  it('come out of 100,000 broken ones, in time that grows with the text alone', () => {
    const text = `{"Records":[${`{"eventTime":"1","n":@,{"eventTime":"2024-01-01T00:00:00Z"},`.repeat(100_000)}{}]}`
    const started = process.cpuUsage()
    const { ids, issues } = read(text)
    expect(ids).toHaveLength(100_000)
    expect(issues.length).toBeLessThan(30)
    expect(issues.at(-1)?.what).toMatch(/bytes passed over$|entries/)
    // Time on the processor, so that a busy machine changes nothing. Quadratic time would be hours.
    expect(process.cpuUsage(started).user).toBeLessThan(60_000_000)
  })
})

const changed = (more: string): string => `{"Records":[${record('a')},${record('b').slice(0, -1)},${more}}]}`

describe('a notification', () => {
  it('is one only with what S3 sends', () => {
    expect(read(changed('"eventSource":"aws:s3"')).ids).toEqual(['a', 'b'])
    expect(read(changed('"eventSource":"aws:sqs"')).ids).toEqual(['a', 'b'])
  })

  it('among records is damage', () => {
    const { ids, issues } = read(changed('"eventSource":"aws:s3","s3":{}'))
    expect(ids).toEqual(['a'])
    expect(issues).toEqual([{ kind: 'damaged', what: '1 of 2 entries are S3 event notifications' }])
  })
})

it('survives brackets without end', () => {
  for (const text of ['[', '{"a":', '[{"a":', '{"Records":[{"eventVersion":"1","n":[']) {
    const { ids, issues } = read(text + '['.repeat(20_000_000) + record('a'))
    expect(issues.length).toBeGreaterThan(0)
    expect(ids.length).toBeLessThan(2)
  }
})
