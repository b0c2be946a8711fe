// @ts-check
// The scenarios of the bench. Each isolates one cost and gives the same query to every tool that can answer it.

import { BUCKET, TRAIL } from './digests.js'
import { ruleFolder } from './rules.js'
import { DENSE_USER, RARE_NAME } from './templates.js'
import {
  OUT,
  awsValidateLogs,
  bareNode,
  buildIndex,
  chdb,
  copyAndAsk,
  duckdb,
  find,
  floor,
  jq,
  nativeFloor,
  onNodes,
  ours,
  oursBuilding,
  oursIndexed,
  oursOnS3,
  oursSaved,
  parallelRipgrep,
  polars,
  ripgrep,
  saveTable,
  serdeSearch,
  suzaku,
  zgrep,
} from './peers.js'

/** @typedef {import('./corpora.js').Manifest} Manifest */
/** @typedef {import('./peers.js').Contender} Contender */
const BY_NAME = `'select eventname, count(*) as count from events group by 1 order by 2 desc'`
/** Occurs in exactly one event of the corpus `large`. */
const RARE_WORD = 'i-0a1e2a9984eea6dbf'
/** An event of the corpus `large`. */
const EVENT_ID = '9f8b1712-303d-4915-a1e1-5f29b1d21a8b'

/**
 * `expected` is the correct number of results. A target is a ratio: of the peer's time to ours, at least; or, for
 * a floor, of ours to the floor's, at most, and for another run of ours, of its time to the first one's, at most.
 * `prepare`: a command that runs once before.
 * `latency` starts an S3 server in its own process that waits so many milliseconds before each answer; its endpoint goes
 * to the contenders.
 * @typedef {{ name: string, corpus?: string, asks: string, latency?: number,
 *   prepare?: (corpus: Manifest) => string,
 *   contenders: (corpus: Manifest, endpoint: string) => Contender[],
 *   expected?: (corpus: Manifest) => number, targets?: Partial<Record<import('./peers.js').Tool, number>> }} Scenario
 */

/** @type {readonly Scenario[]} */
export const SCENARIOS = [
  {
    name: 'start-up',
    asks: '`--version`, beside bare Node',
    contenders: () => {
      const own = ours('--version', 'lines', undefined)
      return [own, ...onNodes(own), bareNode(), ...onNodes(bareNode())]
    },
  },
  {
    name: 'start-up-samples',
    asks: '`lookup` on the samples, beside bare Node',
    contenders: () => {
      const own = ours(`lookup "${samples()}" --read-only any -o jsonl`, 'lines', undefined)
      return [own, ...onNodes(own), bareNode()]
    },
  },
  {
    name: 'list-org',
    corpus: 'org',
    asks: 'what is there: accounts, Regions, days',
    contenders: ({ logs }) => [ours(`ls "${logs}"`, 'lines', undefined), find(logs)],
  },
  selective('delivery', { duckdb: 2.5, native: 6, suzaku: 0.8, 'serde-search': 0.8 }, true),
  selective('large', { duckdb: 2.2, native: 2.2 }, true),
  selective('small', { duckdb: 2.5, native: 3 }, false),
  selective('tiny', { duckdb: 2.5, native: 2.5 }, false),
  selective('org', {}, false),
  {
    name: 'dense-large',
    corpus: 'large',
    asks: 'one user, 2 % of events, in every file',
    expected: ({ dense }) => dense,
    targets: { duckdb: 1.5 },
    contenders: ({ logs }) => [
      ours(`lookup "${logs}" --read-only any --user-name ${DENSE_USER} -o jsonl`, 'lines', undefined),
      floor(logs),
      duckdb(logs, 'by-user', DENSE_USER),
      ripgrep(logs, `"userName":"${DENSE_USER}"`),
      jq(logs, `.Records[] | select(.userIdentity.userName == "${DENSE_USER}")`),
    ],
  },
  {
    name: 'all-jsonl-large',
    corpus: 'large',
    asks: 'every event, as JSON lines',
    expected: ({ events }) => events,
    targets: { duckdb: 1.5 },
    contenders: ({ logs }) => [
      ours(`lookup "${logs}" --read-only any -o jsonl`, 'lines', undefined),
      floor(logs),
      duckdb(logs, 'all-json'),
      jq(logs, '.Records[]'),
    ],
  },
  {
    name: 'all-csv-large',
    corpus: 'large',
    asks: "every event, in the console's 16 columns",
    expected: ({ events }) => events,
    targets: { duckdb: 1 },
    contenders: ({ logs }) => [
      ours(`lookup "${logs}" --read-only any -o csv --output-file ${OUT}`, 'csv', undefined),
      duckdb(logs, 'all-csv'),
    ],
  },
  {
    name: 'summary-large',
    corpus: 'large',
    asks: 'how many events of each name',
    expected: ({ events }) => events,
    targets: { duckdb: 1.3 },
    contenders: ({ logs }) => [
      ours(`summary "${logs}" --read-only any --by event-name --top 1000 -o json`, 'counts', undefined),
      floor(logs),
      { ...duckdb(logs, 'count-by-name'), count: 'counts', output: 'file' },
      chdb(logs, 'count-by-name'),
      polars(logs, 'count-by-name'),
    ],
  },
  {
    name: 'index-large',
    corpus: 'large',
    asks: 'how many events of each name, without an index and while one is built',
    expected: ({ events }) => events,
    targets: { 'trail-explore': 1.25 },
    contenders: ({ logs }) => {
      const question = `summary "${logs}" --read-only any --by event-name --top 1000 -o json`
      return [ours(question, 'counts', undefined), oursBuilding(question, 'counts')]
    },
  },
  {
    name: 'show-large',
    corpus: 'large',
    asks: 'one event by its ID',
    targets: { duckdb: 2.5 },
    contenders: ({ logs }) => [
      ours(`show ${EVENT_ID} --source "${logs}" -o jsonl`, 'lines', undefined),
      nativeFloor(logs, EVENT_ID),
      duckdb(logs, 'by-id', EVENT_ID),
      ripgrep(logs, EVENT_ID),
    ],
  },
  {
    name: 'dashboard-large',
    corpus: 'large',
    asks: 'everything that `summary` counts and lists',
    targets: { duckdb: 1 },
    contenders: ({ logs }) => [
      ours(`summary "${logs}" --read-only any -o json`, 'lines', undefined),
      duckdb(logs, 'dashboard'),
    ],
  },
  {
    name: 'count-large',
    corpus: 'large',
    asks: 'how many events read and how many write',
    expected: ({ events }) => events,
    targets: { duckdb: 1.5 },
    contenders: ({ logs }) => [
      ours(`summary "${logs}" --read-only any --by read-only -o json`, 'counts', undefined),
      { ...duckdb(logs, 'count-by-read-only'), count: 'counts', output: 'file' },
    ],
  },
  {
    name: 'contains-large',
    corpus: 'large',
    asks: 'a word that one event has, in any case, anywhere',
    targets: { duckdb: 1.3 },
    contenders: ({ logs }) => [
      ours(`lookup "${logs}" --read-only any --contains ${RARE_WORD} -o jsonl`, 'lines', undefined),
      nativeFloor(logs, RARE_WORD),
      duckdb(logs, 'by-word', RARE_WORD),
      ripgrep(logs, RARE_WORD),
    ],
  },
  {
    name: 'pattern-large',
    corpus: 'large',
    asks: 'a role in the parameters of the request',
    targets: { duckdb: 1.2 },
    contenders: ({ logs }) => [
      ours(
        `lookup "${logs}" --read-only any --filter-pattern '{ $.requestParameters.roleName = "service-catalog" }' -o jsonl`,
        'lines',
        undefined,
      ),
      duckdb(logs, 'by-role', 'service-catalog'),
    ],
  },
  {
    name: 'range-large',
    corpus: 'large',
    asks: 'a range of addresses, a third of all events',
    targets: { duckdb: 1.5 },
    contenders: ({ logs }) => [
      ours(`lookup "${logs}" --read-only any --source-ip 203.0.113.0/24 -o jsonl`, 'lines', undefined),
      duckdb(logs, 'by-range', '203.0.113.'),
    ],
  },
  {
    name: 'address-large',
    corpus: 'large',
    asks: 'one address',
    contenders: ({ logs }) => [
      ours(`lookup "${logs}" --read-only any --source-ip 203.0.113.77 -o jsonl`, 'lines', undefined),
      duckdb(logs, 'by-range', '203.0.113.77'),
    ],
  },
  {
    name: 'again-large',
    corpus: 'large',
    asks: 'one rare event name, for the second time',
    prepare: ({ logs }) => buildIndex(logs),
    expected: ({ rare }) => rare,
    targets: { duckdb: 7 },
    contenders: ({ logs }) => [
      oursIndexed(`lookup "${logs}" --read-only any --event-name ${RARE_NAME} -o jsonl`, 'lines'),
      ours(`lookup "${logs}" --read-only any --event-name ${RARE_NAME} -o jsonl`, 'lines', 'without it'),
      bareNode(),
      duckdb(logs, 'by-name', RARE_NAME),
    ],
  },
  {
    name: 'again-id-large',
    corpus: 'large',
    asks: 'one event by its ID, for the second time',
    prepare: ({ logs }) => buildIndex(logs),
    contenders: ({ logs }) => [
      oursIndexed(`show ${EVENT_ID} --source "${logs}" -o jsonl`, 'lines'),
      ours(`show ${EVENT_ID} --source "${logs}" -o jsonl`, 'lines', 'without it'),
      bareNode(),
    ],
  },
  {
    name: 'again-newest-large',
    corpus: 'large',
    asks: 'the newest 50 events, for the second time',
    prepare: ({ logs }) => buildIndex(logs),
    expected: () => 50,
    contenders: ({ logs }) => [
      oursIndexed(`lookup "${logs}" --read-only any -n 50 -o jsonl`, 'lines'),
      ours(`lookup "${logs}" --read-only any -n 50 -o jsonl`, 'lines', 'without it'),
      bareNode(),
      duckdb(logs, 'newest'),
    ],
  },
  {
    name: 'sql-large',
    corpus: 'large',
    asks: 'in SQL: how many events of each name',
    expected: ({ events }) => events,
    targets: { duckdb: 1 },
    contenders: ({ logs }) => [
      ours(`sql ${BY_NAME} "${logs}" -o jsonl`, 'counts', undefined),
      { ...duckdb(logs, 'table-by-name'), count: 'counts', output: 'file', label: 'types of the table' },
      { ...duckdb(logs, 'count-by-name'), count: 'counts', output: 'file', label: 'this column alone' },
    ],
  },
  {
    name: 'sql-again-large',
    corpus: 'large',
    asks: 'in SQL, of the table that `--save` has kept: how many events of each name',
    prepare: ({ logs }) => saveTable(logs),
    expected: ({ events }) => events,
    contenders: () => [oursSaved(BY_NAME), bareNode()],
  },
  {
    name: 'again-tiny',
    corpus: 'tiny',
    asks: 'one rare event name in many files, for the second time',
    prepare: ({ logs }) => buildIndex(logs),
    expected: ({ rare }) => rare,
    contenders: ({ logs }) => [
      oursIndexed(`lookup "${logs}" --read-only any --event-name ${RARE_NAME} -o jsonl`, 'lines'),
      ours(`lookup "${logs}" --read-only any --event-name ${RARE_NAME} -o jsonl`, 'lines', 'without it'),
      bareNode(),
    ],
  },
  {
    name: 'detect-large',
    corpus: 'large',
    asks: 'the rules that come with the program, and 800 rules of all levels, beside what `summary` counts',
    contenders: ({ logs }) => [
      ours(`detect "${logs}" -o jsonl`, 'lines', 'detect, own rules'),
      ours(
        `detect "${logs}" --no-pack --rules "${ruleFolder()}" --min-level informational -o jsonl`,
        'lines',
        'detect, 800 rules',
      ),
      ours(`summary "${logs}" --read-only any -o json`, 'lines', 'summary'),
    ],
  },
  {
    name: 'trace-large',
    corpus: 'large',
    asks: 'whose sessions are these, of 133,000; beside the counts of `summary`',
    contenders: ({ logs }) => [
      ours(`trace ${DENSE_USER} "${logs}" -o jsonl`, 'lines', undefined),
      ours(`summary "${logs}" --read-only any -o json`, 'lines', 'summary'),
    ],
  },
  {
    name: 'trace-sessions',
    corpus: 'sessions',
    asks: 'the same of a million events with 200,000 sessions that calls in them made',
    contenders: ({ logs }) => [
      ours(`trace ${DENSE_USER} "${logs}" -o jsonl`, 'lines', undefined),
      ours(`summary "${logs}" --read-only any -o json`, 'lines', 'summary'),
    ],
  },
  newest('newest1'),
  newest('newest100'),
  {
    name: 'threads-large',
    corpus: 'large',
    asks: 'one rare event name, with 0, 1 and 2 threads',
    expected: ({ rare }) => rare,
    contenders: ({ logs }) =>
      [0, 1, 2].map((threads) =>
        ours(
          `lookup "${logs}" --read-only any --event-name ${RARE_NAME} -o jsonl --threads ${threads}`,
          'lines',
          `--threads ${threads}`,
        ),
      ),
  },
  {
    name: 'verify-disk',
    corpus: 'signed',
    asks: 'all digest files and log files of a copy on disk',
    expected: ({ files }) => files,
    targets: { native: 4 },
    contenders: ({ logs }) => {
      const own = ours(`verify "${logs}" --public-keys "${logs}/public-keys.json"`, 'valid-logs', undefined)
      return [own, ...onNodes(own), floor(logs), nativeFloor(logs, undefined)]
    },
  },
  verifyS3('verify-s3', 0),
  verifyS3('verify-s3-20ms', 20),
  rareInBucket('bucket', 0),
  rareInBucket('bucket-20ms', 20),
]

/** Every object of an organization's bucket, for one rare name. @param {string} name @param {number} latency @returns {Scenario} */
function rareInBucket(name, latency) {
  return {
    name,
    corpus: 'bucket',
    latency,
    asks: `one rare event name, in a bucket${latency > 0 ? `, ${latency} ms a request` : ''}`,
    expected: ({ rare }) => rare,
    targets: { rclone: 1 },
    contenders: (_, endpoint) => [
      oursOnS3(
        endpoint,
        `lookup s3://${BUCKET} --read-only any --event-name ${RARE_NAME} -o jsonl`,
        'lines',
        undefined,
      ),
      oursOnS3(
        endpoint,
        `lookup s3://${BUCKET} --read-only any --event-name ${RARE_NAME} -o jsonl --threads 0`,
        'lines',
        '--threads 0',
      ),
      ...copyAndAsk(endpoint, BUCKET, `.Records[] | select(.eventName == "${RARE_NAME}")`),
    ],
  }
}

/** The least that a bucket can take, and with what a request to S3 takes. @param {string} name @param {number} latency @returns {Scenario} */
function verifyS3(name, latency) {
  const [start, end] = ['2024-08-01T00:00:00Z', '2024-08-19T00:00:00Z']
  return {
    name,
    corpus: 'signed',
    latency,
    asks: `all digest files and log files in a bucket${latency > 0 ? `, ${latency} ms a request` : ''}`,
    expected: ({ files }) => files,
    targets: { 'aws-cli': 10 },
    contenders: (_, endpoint) => [
      oursOnS3(endpoint, `verify s3://${BUCKET} --start ${start} --end ${end}`, 'valid-logs', undefined),
      awsValidateLogs(endpoint, {
        arn: `arn:aws:cloudtrail:us-east-1:111122223333:trail/${TRAIL}`,
        bucket: BUCKET,
        start,
        end,
      }),
    ],
  }
}

/**
 * @param {string} corpus @param {NonNullable<Scenario['targets']>} targets
 * @param {boolean} againstAll also against tools that take minutes for many files
 * @returns {Scenario}
 */
function selective(corpus, targets, againstAll) {
  const text = `"eventName":"${RARE_NAME}"`
  return {
    name: `selective-${corpus}`,
    corpus,
    asks: 'one rare event name',
    expected: ({ rare }) => rare,
    targets,
    contenders: ({ logs }) => {
      const own = ours(
        `lookup "${logs}" --read-only any --event-name ${RARE_NAME} -o jsonl`,
        'lines',
        undefined,
      )
      const program = `.Records[] | select(.eventName == "${RARE_NAME}")`
      return [
        own,
        ...onNodes(own),
        floor(logs),
        nativeFloor(logs, text),
        duckdb(logs, 'by-name', RARE_NAME),
        suzaku(logs, RARE_NAME),
        serdeSearch(logs, RARE_NAME),
        ...(againstAll
          ? [
              chdb(logs, 'by-name', RARE_NAME),
              polars(logs, 'by-name', RARE_NAME),
              ripgrep(logs, text),
              parallelRipgrep(logs, text),
              jq(logs, program, 'jaq'),
              jq(logs, program, 'gojq'),
              jq(logs, program),
              zgrep(logs, text),
            ]
          : []),
      ]
    },
  }
}

/** The same partitions for 3 and for 300 days: the files read must be the same. @param {string} corpus @returns {Scenario} */
function newest(corpus) {
  return {
    name: corpus,
    corpus,
    asks: 'the newest 50 events',
    expected: () => 50,
    contenders: ({ logs }) => [
      ours(`lookup "${logs}" --read-only any -n 50 -o jsonl`, 'lines', undefined),
      duckdb(logs, 'newest'),
    ],
  }
}

function samples() {
  return new URL('../../samples/logs', import.meta.url).pathname
}
