// `--verified-only` as a person meets it, on the samples' signed tree and on what was done to it, and the guard against
// a file that changes after it was verified.

import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { select } from '../../../../src/cli/options/select-events.ts'
import { verifySources } from '../../../../src/cli/reading/verified-only.ts'
import { openSource } from '../../../../src/source/open.ts'
import { memorySink } from '../../../helpers/memory-sink.ts'
import { runCli } from '../../../helpers/run-cli.ts'
import { ask } from '../../../helpers/query.ts'

const KEYS = ['--public-keys', 'samples/public-keys.json']
const LOOKUP = ['--read-only', 'any', '--columns', 'event-name,user-name', '-o', 'tsv']

/** Tree, rows printed, what stderr says of the files left out, exit code. */
const TREES: readonly (readonly [string, number, readonly RegExp[], number])[] = [
  ['signed', 7, [], 0],
  [
    'tampered/log-altered',
    4,
    [/^not valid: .*1028Z.*: hash value doesn't match$/m, /1 file left out: hash/],
    1,
  ],
  ['tampered/log-deleted', 4, [/^not valid: .*1028Z.*: not found$/m], 1],
  ['tampered/log-added', 7, [/^not verified: .*1140Z.*: not covered/m, /1 file left out: not covered/], 0],
  [
    'tampered/record-appended',
    4,
    [/^not valid: .*1028Z.*: unexpected data after/m, /1 file left out: unexp/],
    1,
  ],
  ['tampered/digest-altered', 3, [/^not valid: .*T110131Z.*: signature verification failed$/m], 1],
  [
    'tampered/digest-deleted',
    3,
    [/^not valid: .*T110131Z.*: not found$/m, /1 file left out: not covered/],
    1,
  ],
]

describe('lookup --verified-only', () => {
  it.each(TREES)('on %s', async (tree, rows, told, code) => {
    const argv = ['lookup', `samples/${tree}`, '--verified-only', ...KEYS, ...LOOKUP]
    const result = await runCli(argv)
    expect([result.stdout.trim().split('\n').length - 1, result.code]).toEqual([rows, code])
    for (const pattern of told) expect(result.stderr).toMatch(pattern)
    expect(/left out|^not v/m.test(result.stderr)).toBe(told.length > 0)
  })

  it('verifies what was delivered after the time asked for, where its events can be', async () => {
    const window = ['--start', '2024-08-18T10:00:00Z', '--end', '2024-08-18T10:30:00Z']
    const { stdout, code } = await runCli([
      'lookup',
      'samples/signed',
      '--verified-only',
      ...KEYS,
      ...LOOKUP,
      ...window,
    ])
    expect([stdout.trim().split('\n').length - 1, code]).toEqual([3, 0])
  })

  it.each([
    [['samples/logs', '--verified-only', ...KEYS], 3, /no digest files were found\nhint: point at/],
    [['samples/signed', '--verified-only'], 3, /the public keys are not known\nhint: give --public-keys/],
    [['samples/signed', ...KEYS], 2, /does nothing without --verified-only/],
    [
      ['samples/signed', '--verified-only', '--public-keys', 'samples/README.md'],
      2,
      /not JSON: samples.README.md/,
    ],
  ])('%j ends with %i and shows nothing', async (argv, expected, message) => {
    // Nobody listens there, so that no test asks AWS.
    const env = {
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ACCESS_KEY_ID: 'a',
      AWS_SECRET_ACCESS_KEY: 'b',
      AWS_MAX_ATTEMPTS: '1',
    }
    const { stdout, stderr, code } = await runCli(['lookup', ...argv], { env })
    expect([stdout, code]).toEqual(['', expected])
    expect(stderr).toMatch(message)
  })
})

describe('a file that changes after it was verified', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'verified-only-'))
    await cp('samples/signed', folder, { recursive: true })
  })
  afterEach(() => rm(folder, { recursive: true }))

  it('is left out and named', async () => {
    const io = {
      out: memorySink(),
      err: memorySink(),
      stdin: async function* () {},
      stdinIsData: false,
      env: {},
      cwd: process.cwd(),
      now: () => new Date('2024-08-19T00:00:00Z'),
      clock: () => 0,
      signal: new AbortController().signal,
      cores: 0,
    }
    const source = await openSource(folder, io)
    const selection = select(
      { readOnly: 'any', lateDays: 1 },
      { now: io.now(), hideReadOnly: false, onlyFiles: false },
    )
    const flags = { publicKeys: ['samples/public-keys.json'], concurrency: 4 }
    const { fileGuard } = await verifySources({ flags, sources: [source], walk: selection.walk, io })

    const files = await readdir(folder, { recursive: true })
    const file = join(
      folder,
      files.find((name) => name.includes('1028Z'))!,
    )
    const text = gunzipSync(await readFile(file)).toString()
    await writeFile(file, gzipSync(text.replaceAll('jorge_souza', 'mary_major1')))

    const rows: string[] = []
    const { report } = await ask(
      { sources: [source], walk: selection.walk, filter: selection.filter, fileGuard },
      {
        onRow(row) {
          rows.push(Buffer.from(row).toString())
          return undefined
        },
      },
    )
    expect(rows).toHaveLength(4)
    expect(rows.join('')).not.toContain('mary_major1')
    const [problem] = report.problems.groups().flatMap(({ problems }) => problems)
    expect(problem).toMatchObject({ kind: 'invalid', what: 'changed after it was verified' })
    expect(report.problems.fails).toBe(true)
  })
})
