// @ts-check
// What the bench asks. Each scenario isolates one cost and puts the same question to everyone who can answer it.

import { BUCKET, TRAIL } from './digests.js'
import { DENSE_USER, RARE_NAME } from './templates.js'
import { OUT, awsValidateLogs, bareNode, duckdb, floor, jq, ours, oursOnS3, ripgrep, zgrep } from './peers.js'

/** @typedef {import('./corpora.js').Manifest} Manifest */
/** @typedef {import('./peers.js').Contender} Contender */
/**
 * `expected` is how many results a right answer has. A target is a ratio: of the peer's median to ours, at least; or, for
 * the floor, of ours to the floor's, at most.
 * `latency` starts an S3 server in its own process that waits so many milliseconds before each answer; its endpoint goes
 * to the contenders.
 * @typedef {{ name: string, corpus?: string, asks: string, latency?: number,
 *   contenders: (corpus: Manifest, endpoint: string) => Contender[],
 *   expected?: (corpus: Manifest) => number, targets?: Partial<Record<import('./peers.js').Tool, number>> }} Scenario
 */

/** @type {readonly Scenario[]} */
export const SCENARIOS = [
  {
    name: 'start-up',
    asks: '`--version`, beside bare Node',
    contenders: () => [ours('--version', 'lines', undefined), bareNode()],
  },
  {
    name: 'start-up-samples',
    asks: '`lookup` on the samples, beside bare Node',
    contenders: () => [
      ours(`lookup "${samples()}" --read-only any -o jsonl`, 'lines', undefined),
      bareNode(),
    ],
  },
  {
    name: 'list-org',
    corpus: 'org',
    asks: 'what is there: accounts, Regions, days',
    contenders: ({ logs }) => [ours(`ls "${logs}"`, 'lines', undefined)],
  },
  selective('large', { duckdb: 3, jq: 15, floor: 1.6 }),
  selective('small', { duckdb: 2.5, ripgrep: 15 }),
  selective('tiny', { duckdb: 2, ripgrep: 10 }),
  selective('org', {}),
  {
    name: 'dense-large',
    corpus: 'large',
    asks: 'one user, 2 % of events, in every file',
    expected: ({ dense }) => dense,
    targets: { duckdb: 2 },
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
    targets: { duckdb: 1.5 },
    contenders: ({ logs }) => [
      ours(`summary "${logs}" --read-only any --by event-name --top 1000 -o json`, 'counts', undefined),
      floor(logs),
      { ...duckdb(logs, 'count-by-name'), count: 'counts', output: 'file' },
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
    contenders: ({ logs }) => [
      ours(`verify "${logs}" --public-keys "${logs}/public-keys.json"`, 'valid-logs', undefined),
      floor(logs),
    ],
  },
  verifyS3('verify-s3', 0),
  verifyS3('verify-s3-20ms', 20),
]

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
      oursOnS3(endpoint, `verify s3://${BUCKET} --start ${start} --end ${end}`),
      awsValidateLogs(endpoint, {
        arn: `arn:aws:cloudtrail:us-east-1:111122223333:trail/${TRAIL}`,
        bucket: BUCKET,
        start,
        end,
      }),
    ],
  }
}

/** @param {string} corpus @param {NonNullable<Scenario['targets']>} targets @returns {Scenario} */
function selective(corpus, targets) {
  const text = `"eventName":"${RARE_NAME}"`
  return {
    name: `selective-${corpus}`,
    corpus,
    asks: 'one rare event name',
    expected: ({ rare }) => rare,
    targets,
    contenders: ({ logs }) => [
      ours(`lookup "${logs}" --read-only any --event-name ${RARE_NAME} -o jsonl`, 'lines', undefined),
      floor(logs),
      duckdb(logs, 'by-name', RARE_NAME),
      ripgrep(logs, text),
      jq(logs, `.Records[] | select(.eventName == "${RARE_NAME}")`),
      zgrep(logs, text),
    ],
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
