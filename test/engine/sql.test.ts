import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { QUERIES } from '../../src/commands/sql/queries.ts'
import { ROOT } from '../helpers/root.ts'
import { type CliResult, runCli } from '../helpers/run-cli.ts'
import { NO_TRINO, START_TIME, TREES, trinoTree, type TrinoTree } from './trino.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trail-explore-test-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const sql = (query: string, ...argv: readonly string[]): Promise<CliResult> => runCli(['sql', query, ...argv])

describe('sql', () => {
  it('asks the events that lookup finds, each once', async () => {
    const filters = ['--event-source', 's3', '--errors']
    const { stdout, code } = await sql('select count(*) as n from events', 'samples/logs', ...filters)
    const counted = await runCli(['lookup', 'samples/logs', '--count', ...filters])
    expect({ code, n: (JSON.parse(stdout) as { n: number }).n }).toEqual({
      code: 0,
      n: Number(counted.stdout),
    })
  })

  it.each(QUERIES)('answers: %s', async (_question, query) => {
    const { stdout, stderr, code } = await sql(query, 'samples/logs')
    expect({ stderr, code }).toMatchObject({ code: 0 })
    expect(stdout).not.toBe('')
  })

  it('gives the record as it was with --raw, and prints in every format', async () => {
    const query = 'select raw from events'
    const { stdout } = await sql(query, 'samples/logs/tutorial', '--raw')
    const lookup = await runCli(['lookup', 'samples/logs/tutorial', '-o', 'jsonl'])
    const raws = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { raw: string }).raw)
    expect(raws.join('\n')).toBe(lookup.stdout.trimEnd())
    const csv = await sql(
      "select 1 as a, 'x' as b, null as c, [1, 2] as d from events",
      'samples/logs/tutorial',
      '-o',
      'csv',
    )
    expect(csv.stdout.split('\r\n', 2)).toEqual(['a,b,c,d', '1,x,,"[1,2]"'])
  })

  it.each([
    ["select * from read_text('/etc/passwd')"],
    ["copy events to 'stolen.csv'"],
    ["attach 'other.db'"],
    ['install httpfs'],
    ["load 'evil.duckdb_extension'"],
    ['set enable_external_access = true'],
    ['set lock_configuration = false'],
    ["select * from 'https://127.0.0.1/x.parquet'"],
    ["export database 'x'"],
  ])('is locked: %s', async (query) => {
    const { stdout, stderr, code } = await sql(query, 'samples/logs/tutorial')
    expect({ stdout, code }).toEqual({ stdout: '', code: 2 })
    expect(stderr).toMatch(/^error: SQL: /)
  })

  it('leaves no file behind, whatever happens', async () => {
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = folder
    try {
      await sql('select 1 from events', 'samples/logs/tutorial')
      await sql('select nonsense from events', 'samples/logs/tutorial')
      const stop = new AbortController()
      stop.abort()
      await runCli(['sql', 'select 1 from events', 'samples/logs/tutorial'], { signal: stop.signal })
      expect(readdirSync(folder)).toEqual([])
    } finally {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    }
  })

  it('keeps the table with --save, and asks it again', async () => {
    const file = join(folder, 'events.duckdb')
    const first = await sql('select count(*) as n from events', 'samples/logs', '--save', file)
    const again = await sql('select count(*) as n from events', file)
    expect(again).toMatchObject({ code: 0, stdout: first.stdout })
    expect(readdirSync(folder)).toEqual(['events.duckdb'])
    expect((await sql('select count(*) as n from event_resources', file)).code).toBe(0)
    const filtered = await sql('select 1 from events', file, '--errors')
    expect(filtered.stderr).toContain('filters cannot be combined with a database')
    expect((await sql('delete from events', file)).code).toBe(2)
    const exported = join(folder, 'other.duckdb')
    expect((await runCli(['export', 'duckdb', exported, 'samples/logs'])).code).toBe(0)
    expect((await sql('select count(raw) as n from events', exported)).stdout).toBe(first.stdout)
  })

  it('tells of what makes no sense', async () => {
    expect((await runCli(['sql'])).stderr).toContain('error: no query given')
    expect((await sql('samples/logs')).stderr).toContain("error: 'samples/logs' is no query")
    expect((await runCli(['sql', 'select 1', '--print'])).stderr).toContain('takes no query')
    expect((await sql('select x from events', 'samples/logs/tutorial')).stderr).toContain(
      'error: SQL: Binder Error',
    )
    expect((await sql('select 1 from events', 'samples/logs/tutorial', '--save', folder)).stderr).toContain(
      'is not a file',
    )
  })

  it('reads a folder of nothing as an empty table', async () => {
    const none = await sql('select count(*) as n from events', 'samples/logs', '--event-name', 'NoSuchName')
    expect(none).toMatchObject({ code: 0, stdout: '{"n":0}\n' })
  })
})

it('says how to install DuckDB where it is not', () => {
  for (const name of ['bin', 'dist', 'package.json', 'samples'])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true })
  expect(existsSync(join(folder, 'node_modules'))).toBe(false)
  const argv = ['bin/trail-explore.js', 'sql', 'select 1 from events', 'samples/logs/tutorial']
  const { stdout, stderr, status } = spawnSync(process.execPath, argv, { cwd: folder, encoding: 'utf8' })
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 })
  expect(stderr).toBe(
    'error: this needs DuckDB, which is not installed\nhint: npm install --global @duckdb/node-api\n',
  )
  expect(statSync(join(folder, 'dist')).isDirectory()).toBe(true)
})

/** Those without copies, which `sql` leaves out. */
const ONCE_EACH = TREES.map((tree) => (tree === 'samples/logs' ? 'samples/logs/tutorial' : tree))

describe.skipIf(NO_TRINO !== undefined)('the queries of help, on Trino', () => {
  const trees: { readonly tree: TrinoTree; readonly folder: string }[] = []
  beforeAll(async () => {
    for (const folder of ONCE_EACH) trees.push({ folder, tree: await trinoTree('help', folder) })
  }, START_TIME)

  it.each(QUERIES)('%s', async (_question, query) => {
    for (const { folder, tree } of trees) {
      const { stdout } = await sql(query, folder)
      const rows = stdout
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => Object.values(JSON.parse(line) as object))
      // NULL is left out of JSON lines.
      const trino = (await tree.rows(query)).map((row) => row.filter((cell) => cell !== null))
      expect(rows).toEqual(trino)
    }
  })
})

afterAll(() => {
  if (NO_TRINO !== undefined) process.stderr.write(`skipped: Trino: ${NO_TRINO}\n`)
})
