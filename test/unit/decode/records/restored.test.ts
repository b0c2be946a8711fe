// Records that come out of a table, through the command line: what fields say, and what is printed as the record.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { assert as check, array, constant, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { eventTable, isEventTable } from '../../../../src/decode/records/csv.ts'
import { identityStruct } from '../../../../src/decode/records/query-results.ts'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

const { folder } = tempLogs()
function put(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`

const lookup = async (file: string, columns: string) =>
  (await runCli(['lookup', file, '--read-only', 'any', '--columns', columns, '-o', 'tsv', '-q'])).stdout
    .split('\n')
    .slice(1, -1)

const HEAD =
  'User name,AWS access key,Event time,Event source,Event name,AWS region,Source IP address,User agent,Error code,Resources,Request ID,Event ID,Read-only,Event type,Recipient Account Id,Event category'
const ROWS = [
  'alice,AKIAEXAMPLE,2024-08-18T10:00:00Z,s3.amazonaws.com,DeleteBucket,eu-west-1,203.0.113.7,"a, ""b""",AccessDenied,"[{""resourceType"":""AWS::S3::Bucket"",""resourceName"":""logs""},{""resourceName"":""x""}]",r-1,00000000-0000-4000-8000-000000000001,false,AwsApiCall,012345678901,Management',
  ',,2024-08-18T09:00:00Z,ssm.amazonaws.com,UpdateInstanceInformation,eu-west-1,ssm.amazonaws.com,,,[],,00000000-0000-4000-8000-000000000002,true,AwsApiCall,012345678901,Management',
]

describe("the console's CSV", () => {
  const table = (end: string) => [HEAD, ...ROWS].join(end)

  it.each([
    ['as it is downloaded', table('\r\n')],
    ['with a last line end', `${table('\n')}\n`],
    ['with a byte order mark', `\ufeff${table('\r\n')}`],
    ['in UTF-16', Buffer.from(`\ufeff${table('\r\n')}`, 'utf16le')],
    ['packed', gzipSync(table('\r\n'))],
    [
      'from a spreadsheet that knows no commas',
      table('\r\n')
        .replace(HEAD, HEAD.replaceAll(',', ';'))
        .replaceAll(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ';'),
    ],
  ])('%s', async (_, content) => {
    const file = put('event_history.csv', content)
    const names =
      'event-name,user-name,access-key-id,error-code,resource-name,resource-type,read-only,account,user-agent'
    expect(await lookup(file, names)).toEqual([
      'DeleteBucket\talice\tAKIAEXAMPLE\tAccessDenied\tlogs, x\tAWS::S3::Bucket, -\tfalse\t012345678901\ta, "b"',
      'UpdateInstanceInformation\t\t\t\t\t\ttrue\t012345678901\t',
    ])
    expect((await runCli(['lookup', file, '--user-name', 'alice', '--count', '-q'])).stdout).toBe('1\n')
  })

  it('comes out as it went in, and says that there are no records, even with --quiet', async () => {
    const file = put('history.csv', [HEAD, ...ROWS].join('\r\n'))
    const csv = await runCli(['lookup', file, '--read-only', 'any', '-o', 'csv', '-q'])
    expect(csv.stdout.replaceAll('""resourceName"":""x""', '""resourceName"":""x""')).toContain(
      `${ROWS[1]}\r\n`,
    )
    expect(csv.stdout).toContain(ROWS[0]!.slice(0, 120))
    expect(csv.code).toBe(0)
    expect(csv.stderr).toMatch(/^without records: .*history\.csv: 2 events from a CSV download/)
    const raw = await runCli(['lookup', file, '--read-only', 'any', '-q'])
    expect(JSON.parse(raw.stdout.split('\n')[0]!)).toMatchObject({
      'User name': 'alice',
      'Event name': 'DeleteBucket',
    })
    const again = await runCli(['lookup', '-', '--read-only', 'any', '-q'], { stdin: raw.stdout })
    expect(again).toMatchObject({ code: 0, stdout: raw.stdout })
    const page = await runCli(['show', '00000000-0000-4000-8000-000000000001', file, '-o', 'text', '-q'])
    expect(page.stdout).toMatch(/^User name +alice/m)
    expect(page.stdout).toContain('there is no event record')
  })

  it('names rows that are damaged, and keeps the others', async () => {
    const file = put('damaged.csv', [HEAD, ROWS[0], 'a,b', ',,,,,,,,,,,,,,,', ROWS[1]].join('\r\n'))
    const { code, stderr } = await runCli(['lookup', file, '--read-only', 'any', '--count'])
    expect(code).toBe(1)
    expect(stderr).toContain('row 2 does not have as many cells as the header')
    expect(stderr).toContain('row 3 has no time or no name of an event')
    expect(stderr).toContain('2 events counted')
  })

  it('is told from other tables', async () => {
    const file = put('other.csv', 'name,size\na,1\n')
    expect(await runCli(['lookup', file])).toMatchObject({ code: 1, stdout: '' })
    for (const text of ['', 'Event time\n', 'Event name\n', '"Event time', '{"Event time":1,"Event name":2}'])
      expect(isEventTable(Buffer.from(text))).toBe(false)
  })

  it('reads whatever cells there are', () => {
    const cell = oneof(string(), constant('a"b'), constant('a,b\r\nc'), constant(''))
    check(
      property(array(array(cell, { minLength: 2, maxLength: 2 }), { maxLength: 5 }), (rows) => {
        const text = ['Event time,Event name', ...rows.map((row) => row.map(quoted).join(','))].join('\r\n')
        const read = [...eventTable(Buffer.from(text))].map(({ object }) =>
          Object.values(JSON.parse(object.toString()) as object),
        )
        expect(read).toEqual(rows.map((row) => row.map((text) => Buffer.from(text).toString())))
      }),
    )
  })
})

it('CSV of CloudWatch Logs Insights holds the records themselves', async () => {
  const record =
    '{"eventVersion":"1.09","eventTime":"2024-08-18T10:00:00Z","eventName":"A, B","eventSource":"x"}'
  const file = put(
    'insights.csv',
    `@timestamp,@message\n2024-08-18 10:00:00.000,"${record.replaceAll('"', '""')}"\nx,START\n`,
  )
  const { code, stdout, stderr } = await runCli(['lookup', file, '--read-only', 'any'])
  expect({ code, stdout }).toEqual({ code: 0, stdout: `${record}\n` })
  expect(stderr).toContain("1 of 2 entries are not CloudTrail's")
})

describe('keys in lower case, as Athena writes them', () => {
  const ROW = {
    eventversion: '1.09',
    useridentity: {
      type: 'AssumedRole',
      principalid: 'AROA:alice',
      arn: 'arn:aws:sts::1:assumed-role/R/alice',
      accesskeyid: 'ASIAEXAMPLE',
      sessioncontext: { sessionissuer: { username: 'R' } },
    },
    eventtime: '2024-08-18T10:00:00Z',
    eventsource: 's3.amazonaws.com',
    eventname: 'PutBucketPolicy',
    sourceipaddress: '203.0.113.7',
    requestparameters: '{"bucketName":"b","useridentity":1}',
    resources: [{ arn: 'arn:aws:s3:::b', type: 'AWS::S3::Bucket' }],
    eventid: '00000000-0000-4000-8000-000000000003',
    recipientaccountid: '012345678901',
  }

  it('are read as the fields they are, and printed as they are', async () => {
    const line = JSON.stringify(ROW).replace('"eventid"', '"big":9007199254740993,"eventid"')
    const file = put('athena.json', `${line}\n`)
    const names =
      'event-name,user-name,role,access-key-id,source-ip,account,requestParameters.bucketName,requestParameters.useridentity,event-id'
    expect(await lookup(file, names)).toEqual([
      `PutBucketPolicy\talice\tR\tASIAEXAMPLE\t203.0.113.7\t012345678901\tb\t1\t${ROW.eventid}`,
    ])
    expect(await runCli(['lookup', file, '--read-only', 'any', '-q'])).toMatchObject({
      code: 0,
      stdout: `${line}\n`,
      stderr: '',
    })
    const page = await runCli(['show', ROW.eventid, file, '-o', 'text', '-q'])
    expect(page.stdout).toMatch(/^User name +alice/m)
    expect(page.stdout).toContain('"eventname"')
  })

  it('are not restored however deep they go', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
    const file = put(
      'deep.json',
      `{"eventtime":"2024-08-18T10:00:00Z","eventname":"A","eventsource":"b","x":${deep}}`,
    )
    expect((await runCli(['lookup', file])).code).toBe(1)
  })
})

const row = (cells: readonly (string | undefined)[]) => ({
  Data: cells.map((cell) => (cell === undefined ? {} : { VarCharValue: cell })),
})
const csvOf = (cells: readonly (string | undefined)[]) => cells.map((cell) => quoted(cell ?? '')).join(',')

describe('results of an Athena query', () => {
  const IDENTITY =
    '{type=AssumedRole, principalid=AROAX:alice, arn=arn:aws:sts::012345678901:assumed-role/Ops/alice, accountid=012345678901, invokedby=null, accesskeyid=ASIAX, username=null, sessioncontext={attributes={mfaauthenticated=true, creationdate=2024-08-18T09:00:00Z}, sessionissuer={type=Role, principalid=AROAX, arn=arn:aws:iam::012345678901:role/Ops, accountid=012345678901, username=Ops}}}'
  const COLUMNS = ['eventtime', 'eventname', 'eventsource', 'eventid', 'useridentity', 'requestparameters']
  const CELLS = [
    ['2024-08-18T10:00:00Z', 'DeleteBucket', 's3.amazonaws.com', 'e-1', IDENTITY, '{"bucketName":"logs"}'],
    ['2024-08-18T09:00:00Z', 'GetCallerIdentity', 'sts.amazonaws.com', 'e-2', undefined, undefined],
  ]
  const metadata = { ColumnInfo: COLUMNS.map((Name) => ({ Name, Type: 'varchar' })) }

  it.each([
    [
      'the first page',
      JSON.stringify({
        UpdateCount: 0,
        ResultSet: { Rows: [COLUMNS, ...CELLS].map(row), ResultSetMetadata: metadata },
      }),
    ],
    [
      'a later page, indented',
      JSON.stringify({ ResultSet: { Rows: CELLS.map(row), ResultSetMetadata: metadata } }, undefined, 4),
    ],
    ['without its metadata', JSON.stringify({ ResultSet: { Rows: [COLUMNS, ...CELLS].map(row) } })],
    [
      'several pages, a line each',
      CELLS.map((cells) =>
        JSON.stringify({ ResultSet: { Rows: [row(cells)], ResultSetMetadata: metadata } }),
      ).join('\n'),
    ],
    ['as CSV', [COLUMNS, ...CELLS].map(csvOf).join('\n')],
  ])('%s', async (_, content) => {
    const file = put('athena.json', content)
    expect(await lookup(file, 'event-id,event-name,role,requestParameters.bucketName')).toEqual([
      'e-1\tDeleteBucket\tOps\tlogs',
      'e-2\tGetCallerIdentity\t\t',
    ])
    expect((await lookup(file, 'mfa'))[0]).toBe('true')
  })

  it.each([
    IDENTITY.replace('username=null', 'username=x, arn=arn:aws:iam::1:root'),
    IDENTITY.replace('AROAX:alice', 'a}'),
    `${IDENTITY}}`,
    '{name=x}',
    '{}',
    '',
  ])('a struct that can be read in two ways stays text: %s', (text) => {
    expect(identityStruct(text)).toBeUndefined()
  })

  it('never reads a struct as anything but what it was made of', () => {
    const text = string({
      unit: constantFrom('a', '=', ',', ' ', '}', '{', 'arn=', ', arn=', 'type'),
      maxLength: 12,
    })
    check(
      property(text, text, (arn, username) => {
        const struct = `{type=IAMUser, principalid=null, arn=${arn}, accountid=null, invokedby=null, accesskeyid=null, username=${username}, sessioncontext=null}`
        const read = identityStruct(struct)
        const values = Object.entries({ type: 'IAMUser', arn, username }).filter(
          ([, value]) => value !== 'null',
        )
        expect([undefined, JSON.stringify(Object.fromEntries(values))]).toContain(read)
      }),
    )
  })
})
