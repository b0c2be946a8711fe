// `cat` as a person runs it: whole files, damaged ones, and what is no log file.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filesBelow, writeFiles } from '../../../helpers/log-tree.ts'
import { ROOT } from '../../../helpers/root.ts'
import { runCli, type CliOptions } from '../../../helpers/run-cli.ts'
import { failing, FAULTS } from '../../../helpers/s3-faults.ts'
import { S3_ENV, serveBucket } from '../../../helpers/s3-cli.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cat-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const cat = (argv: readonly string[], options: CliOptions = {}) =>
  runCli(['cat', ...argv], { cwd: folder, env: S3_ENV, ...options })

const SAMPLES = filesBelow(join(ROOT, 'samples/logs/organization'))
  .filter((path) => /_CloudTrail_.*\.json\.gz$/.test(path))
  .slice(0, 10)
  .map((path) => join(ROOT, 'samples/logs/organization', path))

describe('a log file', () => {
  it('comes out as JSON that says the same, formatted', async () => {
    for (const file of SAMPLES) {
      const { stdout, stderr, code } = await cat([file])
      expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
      const inflated = gunzipSync(readFileSync(file)).toString()
      expect(JSON.parse(stdout)).toEqual(JSON.parse(inflated))
      // Also numbers beyond 2^53 and the order of keys, which JSON.parse does not keep.
      const { stdout: raw } = await cat([file, '-o', 'raw'])
      expect(raw).toBe(inflated)
      expect(unescaped(squeezed(stdout))).toBe(unescaped(squeezed(inflated)))
    }
  })

  it('is indented by two spaces, and coloured on a terminal', async () => {
    await writeFiles(folder, { 'a.json': '{"Records":[{"eventVersion":"1.09","eventID":"1","n":1}]}' })
    expect((await cat(['a.json'])).stdout).toBe(`{
  "Records": [
    {
      "eventVersion": "1.09",
      "eventID": "1",
      "n": 1
    }
  ]
}
`)
    const { stdout } = await cat(['a.json'], { tty: true })
    expect(stdout).toContain('\u001b[36m"eventID"\u001b[39m: \u001b[32m"1"\u001b[39m')
  })

  it('is one line a record with -o jsonl, the bytes as they are', async () => {
    const records = ['{"eventVersion":"1.09","n":9007199254740993}', '{"eventVersion":"1.09","b":"\\u00e9"}']
    await writeFiles(folder, { 'a.json.gz': gzipSync(`{"Records":[${records.join(',')}]}`) })
    expect(await cat(['a.json.gz', '-o', 'jsonl'])).toEqual({
      stdout: records.map((record) => `${record}\n`).join(''),
      stderr: '',
      code: 0,
    })
  })

  it('may be without records', async () => {
    await writeFiles(folder, { 'a.json': '{"Records":[]}' })
    expect((await cat(['a.json'])).stdout).toBe('{\n  "Records": []\n}\n')
  })

  it('comes from standard input and from S3 too', async () => {
    const text = '{"Records":[{"eventVersion":"1.09","eventID":"1"}]}'
    const { options } = await serveBucket({ 'a/b.json.gz': gzipSync(text) })
    for (const argv of [['-'], ['s3://logs/a/b.json.gz', ...options]]) {
      expect(await cat([...argv, '-o', 'raw'], { stdin: gzipSync(text) })).toEqual({
        stdout: text,
        stderr: '',
        code: 0,
      })
    }
  })
})

describe('damage', () => {
  const DAMAGED = join(ROOT, 'samples/damaged/AWSLogs/123456789012/CloudTrail/us-east-1/2024/08/18')
  const EXPECTED: readonly (readonly [name: string, records: number, said: RegExp])[] = [
    ['cutInHalf', 16, /^damaged: .*: cut short at byte \d+$/m],
    ['oneBroken', 4, /^damaged: .*broken at byte \d+; [\d,]+ bytes passed over$/m],
    ['badChecks', 3, /^damaged: .*: checksum does not match/m],
    ['appendedO', 4, /^suspicious: .*: 2 gzip members/m],
  ]

  it.each(EXPECTED)('%s: gives what is readable and names the rest', async (name, records, said) => {
    const file = join(
      DAMAGED,
      readdirSync(DAMAGED).find((each) => each.includes(name))!,
    )
    const { stdout, stderr, code } = await cat([file])
    const found = (JSON.parse(stdout) as { Records: unknown[] }).Records
    expect(found).toHaveLength(records)
    expect(stderr).toMatch(said)
    expect(code).toBe(1)
    const lines = await cat([file, '-o', 'jsonl'])
    expect(
      lines.stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual(found)
  })

  it('of one file does not hide the next, and one that is not there is named', async () => {
    await writeFiles(folder, { 'a.json': '{"Records":[{"eventVersion":"1.09","eventID":"1"}]}' })
    const { stdout, stderr, code } = await cat(['none.json', 'a.json', '-o', 'jsonl'])
    expect(stdout).toBe('{"eventVersion":"1.09","eventID":"1"}\n')
    expect(stderr).toMatch(/^unreadable: none\.json: no such file or folder\nhint: /)
    expect(code).toBe(1)
  })

  it('in S3 is told with what is missing', async () => {
    const { server, options } = await serveBucket({ 'a.json': '{}' })
    server.misbehave = failing(FAULTS.kmsDenied, 'GetObject')
    const { stderr, code } = await cat(['s3://logs/a.json', ...options])
    expect({ stderr, code }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('kms:Decrypt') as string,
    })
  })

  it('that inflates without end is refused', async () => {
    await writeFiles(folder, { 'bomb.json.gz': gzipSync(Buffer.alloc(3_000_000, ' ')) })
    const { stdout, stderr, code } = await cat(['bomb.json.gz', '--max-inflated', '1M'])
    expect({ stdout, code }).toEqual({ stdout: '', code: 1 })
    expect(stderr).toMatch(/^unreadable: bomb\.json\.gz: .*\nhint: raise --max-inflated/)
  })
})

describe('what is no log file', () => {
  it.each(['digest-document.json.gz', 's3-event-notification.json'])(
    '%s is shown all the same',
    async (name) => {
      const file = join(ROOT, 'samples/damaged', name)
      const { stdout, stderr, code } = await cat([file])
      const stored = readFileSync(file)
      const text = (name.endsWith('.gz') ? gunzipSync(stored) : stored).toString()
      expect(JSON.parse(stdout)).toEqual(JSON.parse(text))
      expect(stdout.split('\n').length).toBeGreaterThan(5)
      expect(code).toBe(0)
      expect(stderr).toMatch(/^note: .*not a log file$/m)
      expect((await cat([file, '--quiet'])).stderr).toBe('')
      const line = await cat([file, '-o', 'jsonl'])
      expect(JSON.parse(line.stdout)).toEqual(JSON.parse(text))
      expect(line.stdout.trimEnd()).not.toContain('\n')
    },
  )

  it('text is shown as it is, and on a terminal nothing in it can act', async () => {
    const text = 'not json\r\u001b[31m at all\n"second" line'
    await writeFiles(folder, { 'a.txt': text })
    for (const format of ['json', 'jsonl', 'raw']) {
      expect((await cat(['a.txt', '-o', format])).stdout).toBe(text)
      expect((await cat(['a.txt', '-o', format], { tty: true })).stdout).toBe(
        'not json\\r\\x1b[31m at all\n"second" line\n',
      )
    }
    expect((await cat(['a.txt'])).stderr).toMatch(/^(?:damaged|note): a\.txt: /)
  })

  it('a folder is refused', async () => {
    const { code, stderr } = await cat(['.'])
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringMatching(/^error: \.: is a folder, not a file\nhint: .*ls --depth file/) as string,
    })
  })
})

/** Without white space between tokens. */
function squeezed(text: string): string {
  return text.replace(/("(?:[^"\\]|\\.)*")|\s+/g, (_, string?: string) => string ?? '')
}

// On its way to a terminal or not, JSON may write a character as \uXXXX; here all do or none does.
function unescaped(text: string): string {
  return text.replace(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
}
