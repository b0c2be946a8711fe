// Generated deliveries: records designed to be mistaken for others, in every form, whole and damaged, under names that
// are true or false. Each file comes with the records that a reader must find in it.

import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import type { LookupFields } from '../../src/event/event.ts'
import type { KnownRecord } from './oracle.ts'
import { logKey } from './log-key.ts'

const MINUTE = 60_000
const DAY = 86_400_000
export const FIRST_DAY = Date.UTC(2024, 7, 17)
const ACCOUNTS = ['123456789012', '000000000001']

export interface TreeFile {
  readonly key: string
  readonly bytes: Buffer
  readonly records: readonly KnownRecord[]
}

export interface RecordText {
  readonly time: number
  readonly text: string
}

/** Texts of records, adversarial to a search for words in them. */
const recordText: fc.Arbitrary<RecordText> = fc
  .record({
    time: fc.integer({ min: 0, max: 3 * 24 * 12 }).map((n) => FIRST_DAY + n * 5 * MINUTE),
    timeText: fc.constantFrom('iso', 'iso', 'iso', 'iso', 'ms', 'escaped', 'epoch', 'none', 'odd'),
    id: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', ''),
    name: fc.constantFrom(
      'ConsoleLogin',
      '\\u0043onsoleLogin',
      'GetObject',
      'PutObject',
      'consoleLogin',
      'Get\\"Object',
    ),
    user: fc.constantFrom(
      '{"type":"Root"}',
      '{"type":"IAMUser","userName":"alice"}',
      '{"type":"IAMUser","userName":"\\u0061lice"}',
      'null',
      '{}',
    ),
    account: fc.constantFrom(`"${ACCOUNTS[0]}"`, `"${ACCOUNTS[1]}"`, undefined),
    readOnly: fc.constantFrom('true', 'false', undefined),
    extra: fc.constantFrom(
      undefined,
      '"requestParameters":{"record":{"eventTime":"2024-08-18T00:00:00Z","eventName":"ConsoleLogin","eventID":"1"}}',
      '"requestParameters":{"list":[{"eventVersion":"1.08","eventName":"ConsoleLogin"},{"userName":"alice"}]}',
      '"userAgent":"\\"eventName\\":\\"ConsoleLogin\\",\\"userName\\":\\"alice\\"}]}"',
      '"responseElements":{"n":9007199254740993,"e":1E+2,"z":-0.0}',
      '"requestParameters":"caf\u00e9 \u{1F600} <\\u003c> \\u0000 \\ud800"',
      '"event\\u004eame":"GetObject"',
      '"__proto__":{"eventName":"ConsoleLogin"}',
      '"awsRegion":"us-east-1","awsRegion":"eu-west-1"',
    ),
    first: fc.nat(5),
  })
  .map(({ time, timeText, id, name, user, account, readOnly, extra, first }) => {
    const parts = [
      '"eventVersion":"1.08"',
      timeField(time, timeText),
      `"eventName":"${name}"`,
      `"userIdentity":${user}`,
      id === '' ? undefined : `"eventID":"${id}"`,
      account && `"recipientAccountId":${account}`,
      readOnly && `"readOnly":${readOnly}`,
      extra,
    ].filter((part) => part !== undefined)
    const turned = [...parts.slice(first), ...parts.slice(0, first)]
    return { time, text: `{${turned.join(',')}}` }
  })

function timeField(time: number, how: string): string | undefined {
  const iso = new Date(time).toISOString().replace('.000Z', 'Z')
  if (how === 'none') return undefined
  if (how === 'odd') return '"eventTime":"yesterday"'
  if (how === 'epoch') return `"eventTime":${time / 1000}`
  if (how === 'ms') return `"eventTime":"${iso.replace('Z', '.250Z')}"`
  if (how === 'escaped') return `"event\\u0054ime":"${iso.replace('2', '\\u0032')}"`
  return `"eventTime":"${iso}"`
}

const SHAPES = [
  'log file',
  'array',
  'lines',
  'concatenated',
  'lookup',
  'disguised lookup',
  'bridge',
  'logs',
  'pretty',
] as const

interface Written {
  readonly content: string
  readonly lookup?: LookupFields
}

function write(shape: (typeof SHAPES)[number], texts: readonly string[]): Written {
  const list = texts.join(',')
  switch (shape) {
    case 'log file':
      return { content: `{"Records":[${list}]}` }
    case 'array':
      return { content: `[${list}]` }
    case 'lines':
      return { content: texts.join('\n') }
    case 'concatenated':
      return { content: texts.join('') }
    case 'pretty':
      return { content: `{"Records":[${texts.map(spread).join(',\n')}]}` }
    case 'bridge':
      return { content: `[${texts.map((text) => `{"detail-type":"x","detail":${text}}`).join(',')}]` }
    case 'logs':
      return {
        content: `{"events":[${texts.map((text) => `{"timestamp":1,"message":${JSON.stringify(text)}}`).join(',')}]}`,
      }
    case 'lookup':
    case 'disguised lookup': {
      const encode = shape === 'lookup' ? JSON.stringify : disguise
      const events = texts.map((text) => `{"Username":"alice","CloudTrailEvent":${encode(text)}}`)
      return {
        content: `{"Events":[${events.join(',')}]}`,
        lookup: { username: 'alice', resources: undefined },
      }
    }
  }
}

/** Pretty-prints without parsing, so that strings and numbers stay unchanged. */
function spread(text: string): string {
  return text.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^{}[\],:"]+/g)!.join('\n  ')
}

// Writes letters and backslashes as \u escapes.
function disguise(text: string): string {
  return JSON.stringify(text)
    .replaceAll('\\\\', '\\u005c')
    .replaceAll('C', '\\u0043')
    .replaceAll('l', '\\u006C')
}

const DAMAGES = ['none', 'none', 'none', 'trailing bytes', 'broken record', 'cut'] as const

export interface TreeOptions {
  /** The delivery minutes in the names are true. */
  readonly honest: boolean
}

const fileOf = ({
  honest,
}: TreeOptions): fc.Arbitrary<Omit<TreeFile, 'key'> & { folder: string; name: string }> =>
  fc
    .record({
      records: fc.array(recordText, { maxLength: 6 }),
      shape: fc.constantFrom(...SHAPES),
      damage: fc.constantFrom(...DAMAGES),
      gzip: fc.boolean(),
      named: fc.constantFrom(true, true, true, false),
      late: fc.constantFrom(0, 0, 1, 7, 60, 600, 1800),
      lie: fc.constantFrom(0, 0, 0, 6, 600),
      account: fc.constantFrom(...ACCOUNTS),
      region: fc.constantFrom('us-east-1', 'eu-west-1'),
      unique: fc.string({ minLength: 16, maxLength: 16, unit: fc.constantFrom(...Array.from('abcdefgh')) }),
    })
    .map(({ records, shape, damage, gzip, named, late, lie, account, region, unique }) => {
      const newest = Math.max(FIRST_DAY, ...records.map(({ time }) => time))
      const delivered =
        Math.floor((newest + late * MINUTE - (honest ? Math.min(lie, 5) : lie) * MINUTE) / MINUTE) * MINUTE
      const key = logKey({ account, region, delivered, unique })
      const folder = key.slice(0, key.lastIndexOf('/') + 1)
      const name = named ? key.slice(folder.length) : `${unique}.json`
      const { content, lookup } = write(
        shape,
        records.map(({ text }) => text),
      )
      const known = records.map(({ text }) => ({
        text,
        file: folder + name,
        lookup,
        account: named ? account : undefined,
      }))
      return { folder, name, ...damaged(damage, content, known, gzip, shape) }
    })

function damaged(
  damage: (typeof DAMAGES)[number],
  content: string,
  records: readonly KnownRecord[],
  gzip: boolean,
  shape: string,
): { bytes: Buffer; records: readonly KnownRecord[] } {
  const pack = (text: string) => (gzip ? gzipSync(text) : Buffer.from(text))
  if (damage === 'trailing bytes' && gzip)
    return { bytes: Buffer.concat([pack(content), Buffer.from('x')]), records }
  const last = records.at(-1)
  // In these forms it is clear where a record begins.
  if (last && (shape === 'log file' || shape === 'lines' || shape === 'array')) {
    const at = content.lastIndexOf(last.text)
    if (damage === 'cut')
      return { bytes: pack(content.slice(0, at + last.text.length / 2)), records: records.slice(0, -1) }
    if (damage === 'broken record') {
      const broken = `{"eventVersion":"1.08","eventName":tru`
      const glue = shape === 'lines' ? '\n' : '},'
      return { bytes: pack(content.slice(0, at) + broken + glue + content.slice(at)), records }
    }
  }
  return { bytes: pack(content), records }
}

/** A whole tree. Files with a name that occurred before are dropped, and some files exist twice, in two folders. */
export function tree(options: TreeOptions): fc.Arbitrary<readonly TreeFile[]> {
  return fc.array(fc.tuple(fileOf(options), fc.boolean()), { maxLength: 8 }).map((files) => {
    const found = new Map<string, TreeFile>()
    for (const [{ folder, name, bytes, records }, twice] of files) {
      const add = (key: string): void => {
        if (!found.has(key))
          found.set(key, { key, bytes, records: records.map((known) => ({ ...known, file: key })) })
      }
      add(folder + name)
      // As with two trails that write into one bucket.
      if (twice) add(`${folder}${name.replace(/(.)\.json/, '0.json')}`)
    }
    return [...found.values()]
  })
}

export { DAY }
