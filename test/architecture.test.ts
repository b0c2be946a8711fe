// The layers of src/ and the direction of their imports, held by reading every import there is.

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './helpers/root.ts'

const BELOW_CLI = [
  'query',
  'summary',
  'html',
  'inventory',
  'trace',
  'detect',
  'trails',
  'iam',
  'engine',
  'sql',
  'integrity',
  'output',
  'source',
  'logfile',
  'decode',
  'index',
  'filter',
  'format',
  'event',
  'util',
]

/** What each layer may import besides itself; transitively implied layers are named, so that a new arrow is a decision. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'main.ts': ['program.ts', 'cli', 'output', 'screen', 'util'],
  'program.ts': ['commands', 'cli'],
  cli: ['screen', ...BELOW_CLI],
  // Knows terminals and nothing of CloudTrail.
  screen: ['format'],
  commands: ['cli', 'screen', ...BELOW_CLI],
  query: ['detect', 'source', 'logfile', 'decode', 'trace', 'index', 'filter', 'format', 'event', 'util'],
  summary: ['query', 'decode', 'filter', 'format', 'event', 'util'],
  // Makes pages of plain data, and knows nothing of where it comes from.
  html: ['format', 'util'],
  trace: ['event', 'util'],
  detect: ['filter', 'event', 'util'],
  iam: ['event', 'util'],
  // Filters as SQL, and the tables that it asks.
  engine: ['source', 'filter', 'event', 'util'],
  // Rows for an SQL engine on this machine.
  sql: ['engine', 'format', 'event', 'util'],
  // What a trail is like, and what it is to be: text and judgement, no requests.
  trails: ['source', 'format', 'util'],
  inventory: ['logfile', 'source', 'query', 'util'],
  integrity: ['logfile', 'source', 'decode', 'util'],
  logfile: ['source', 'util'],
  decode: ['detect', 'trace', 'filter', 'format', 'event', 'util'],
  index: ['filter', 'util'],
  output: ['format', 'event', 'util'],
  source: ['util'],
  filter: ['event', 'util'],
  format: ['event', 'util'],
  event: ['util'],
  util: [],
}

/** Each third-party package and the only places that may import it. */
const OWNERS: Readonly<Record<string, RegExp>> = {
  hpagent: /^source\/network\.ts$/,
  '@aws-sdk/client-s3': /^source\/s3\/(?:connection|list|read|request|bucket|make-bucket)\.ts$/,
  // What the SDK is made of, for the requests that are made thousands of times.
  '@smithy/core/endpoints': /^source\/s3\/request\.ts$/,
  '@smithy/core/protocols': /^source\/s3\/request\.ts$/,
  '@smithy/core/retry': /^source\/s3\/request\.ts$/,
  '@smithy/signature-v4': /^source\/s3\/request\.ts$/,
  '@aws-sdk/client-athena': /^engine\/athena\.ts$/,
  '@aws-sdk/client-cloudtrail': /^source\/cloudtrail\/client\.ts$/,
  '@aws-sdk/credential-provider-ini': /^source\/credentials\.ts$/,
  '@aws-sdk/client-sts': /^source\/sts\.ts$/,
  chalk: /^cli\/color\.ts$/,
  'cli-table3': /^output\/table\.ts$/,
  'modern-tar': /^source\/archive\/tar\.ts$/,
  yauzl: /^source\/archive\/zip\.ts$/,
  // Help and completion are made of the live program.
  commander:
    /^program\.ts$|^cli\/(?:[a-z]+\/)?[a-z-]+\.ts$|^commands\/[a-z]+\/command\.ts$|^commands\/(?:help|completion)\//,
  // An expression and the text both come from strangers: linear time, which JavaScript's own engine does not promise.
  re2js: /^detect\/match\.ts$/,
  'js-yaml': /^detect\/sigma-parse\.ts$/,
  // Installed by whoever wants it, and found at run time.
  '@duckdb/node-api': /^sql\/duckdb\.ts$/,
  'hyparquet-writer': /^output\/parquet\.ts$/,
  'get-east-asian-width': /^format\/width\.ts$/,
  pako: /^decode\/gunzip\.ts$/,
}

const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts'),
)
const imports = files.flatMap((file) =>
  [
    ...readFileSync(join(ROOT, 'src', file), 'utf8').matchAll(
      /^(?:import|export)\s(type\s)?(?:[^'"`;]*?\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map(([, type, fixed, lazy]) => ({
    file,
    from: (fixed ?? lazy)!,
    lazy: lazy !== undefined,
    erased: type !== undefined,
  })),
)
const inner = imports
  .filter(({ from }) => from.startsWith('.'))
  .map(({ from, ...rest }) => ({ ...rest, to: join(dirname(rest.file), from) }))
const layerOf = (path: string): string => path.split('/')[0]!
const roomOf = (path: string): string => path.split('/').slice(0, 2).join('/')

it('reads the imports of the program', () => {
  expect(imports.length).toBeGreaterThan(200)
})

it('lets every layer import only what lies to its right', () => {
  const wrong = inner.filter(
    ({ file, to }) => layerOf(file) !== layerOf(to) && !MAY_IMPORT[layerOf(file)]?.includes(layerOf(to)),
  )
  expect(wrong).toEqual([])
})

it('lets only program.ts import commands, and only their declarations; their work is loaded on use', () => {
  const declared = inner.filter(({ file, to }) => layerOf(to) === 'commands' && layerOf(file) !== 'commands')
  expect(declared.filter(({ file, to }) => file !== 'program.ts' || !to.endsWith('/command.ts'))).toEqual([])
  const early = readFileSync(join(ROOT, 'src/program.ts'), 'utf8')
  expect(early).not.toMatch(/commands\/\w+\/run\.ts/)
})

it('loads at every start what declares options and tells mistakes, and nothing that works', () => {
  const start = new Set(['main.ts'])
  // A set goes on to what is added to it meanwhile.
  for (const file of start) {
    for (const { to, lazy, erased, ...from } of inner)
      if (from.file === file && !lazy && !erased) start.add(to)
  }
  const working = ['query', 'logfile', 'decode', 'integrity', 'output']
  expect([...start].filter((file) => working.includes(layerOf(file)))).toEqual([])
  // Beside the declarations of the commands, of which only the typed one is made.
  expect([...start].filter((file) => !file.endsWith('/command.ts')).length).toBeLessThan(50)
  const outside = imports.filter((one) => start.has(one.file) && !one.lazy && !one.erased)
  expect(new Set(outside.map(({ from }) => from).filter((from) => !from.startsWith('.')))).toEqual(
    new Set(['commander', 'node:events', 'node:fs', 'node:os', 'node:path']),
  )
})

it('keeps commands apart from one another', () => {
  expect(
    inner.filter(
      ({ file, to }) =>
        layerOf(file) === 'commands' && layerOf(to) === 'commands' && roomOf(file) !== roomOf(to),
    ),
  ).toEqual([])
})

it('gives integrity nothing of decode but the inflating', () => {
  const used = inner.filter(({ file, to }) => layerOf(file) === 'integrity' && layerOf(to) === 'decode')
  expect(used.filter(({ to }) => !['decode/gunzip.ts', 'decode/inflate-directly.ts'].includes(to))).toEqual(
    [],
  )
})

it('gives the screen nothing of format but what makes text safe and measures it', () => {
  const used = inner.filter(({ file, to }) => layerOf(file) === 'screen' && layerOf(to) === 'format')
  expect(new Set(used.map(({ to }) => to))).toEqual(new Set(['format/sanitize.ts', 'format/width.ts']))
})

it('gives each third-party package one owner', () => {
  const outside = imports.filter(({ from }) => !from.startsWith('.') && !from.startsWith('node:'))
  expect(outside.filter(({ file, from }) => !OWNERS[from]?.test(file))).toEqual([])
  expect(new Set(outside.map(({ from }) => from))).toEqual(new Set(Object.keys(OWNERS)))
})

it('has no circle of modules', () => {
  // Types are erased and may point both ways, but a reader goes in circles all the same.
  const next = new Map<string, string[]>()
  for (const { file, to, lazy } of inner) if (!lazy) next.set(file, [...(next.get(file) ?? []), to])
  const done = new Set<string>()
  const circleFrom = (file: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(file)) return [...path.slice(path.indexOf(file)), file]
    if (done.has(file)) return undefined
    const found = (next.get(file) ?? []).map((to) => circleFrom(to, [...path, file])).find(Boolean)
    done.add(file)
    return found
  }
  expect([...next.keys()].map((file) => circleFrom(file, [])).filter(Boolean)).toEqual([])
})
