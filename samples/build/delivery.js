// @ts-check
// From records to log files: groups them by folder and by the few minutes that one delivery covers, names the files
// as CloudTrail does, and compresses them the same way on every machine. Knows nothing of what the records say.

import { gzipSync } from 'node:zlib'
import { logFileText } from './record.js'

/** @typedef {import('./record.js').Json} Json */
/** @typedef {{ path: string, bytes: Buffer }} SampleFile */

const MINUTE = 60_000

/**
 * Events of five minutes go into one file, delivered two to ten minutes after each of them.
 * @param {import('./random.js').Random} random
 * @param {string} root the folder that holds the account folders, such as `AWSLogs` or `AWSLogs/o-exampleorgid`
 * @param {readonly Json[]} records
 * @returns {SampleFile[]}
 */
export function deliver(random, root, records) {
  return [...lanes(records)].flatMap(([lane, events]) =>
    batches(events).map((batch) => {
      const delivered = timeOf(/** @type {Json} */ (batch.at(-1))) + random.between(150, 270) * 1000
      const [account = '', kind = '', region = ''] = lane.split('/')
      // Two files in seven hold their records in no order, as about a quarter of CloudTrail's do.
      const contents = random.int(7) < 2 ? shuffled(random, batch) : batch
      return {
        path: `${root}/${logFileKey({ account, kind, region, delivered, unique: random.unique() })}`,
        bytes: gzip(logFileText(contents), delivered),
      }
    }),
  )
}

/** @param {{ account: string, kind: string, region: string, delivered: number, unique: string }} name */
export function logFileKey({ account, kind, region, delivered, unique }) {
  const iso = new Date(delivered).toISOString()
  const minute = `${iso.slice(0, 16).replaceAll(/[-:]/g, '')}Z`
  return `${account}/${kind}/${region}/${iso.slice(0, 10).replaceAll('-', '/')}/${account}_${kind}_${region}_${minute}_${unique}.json.gz`
}

/** One gzip member, its header fixed: the time of delivery, and 3 (Unix) for the system, as CloudTrail's have. */
export function gzip(/** @type {string} */ text, /** @type {number} */ delivered) {
  const bytes = gzipSync(text, { level: 9 })
  bytes.writeUInt32LE(Math.floor(delivered / 1000), 4)
  bytes[9] = 3
  return bytes
}

/** @returns {Map<string, Json[]>} by `account/kind/region`, in order of time */
function lanes(/** @type {readonly Json[]} */ records) {
  /** @type {Map<string, Json[]>} */
  const byLane = new Map()
  for (const record of [...records].sort((left, right) => timeOf(left) - timeOf(right))) {
    const lane = `${record['recipientAccountId']}/${folderOf(record)}/${record['awsRegion']}`
    byLane.set(lane, [...(byLane.get(lane) ?? []), record])
  }
  return byLane
}

function folderOf(/** @type {Json} */ record) {
  if (record['eventCategory'] === 'Insight') return 'CloudTrail-Insight'
  return record['eventCategory'] === 'NetworkActivity' ? 'CloudTrail-NetworkActivity' : 'CloudTrail'
}

function batches(/** @type {readonly Json[]} */ events) {
  /** @type {Json[][]} */
  const found = []
  for (const event of events) {
    const open = found.at(-1)
    const first = open?.[0]
    if (open && first && timeOf(event) - timeOf(first) <= 5 * MINUTE) open.push(event)
    else found.push([event])
  }
  return found
}

function shuffled(/** @type {import('./random.js').Random} */ random, /** @type {readonly Json[]} */ items) {
  return items
    .map((item) => ({ item, order: random.next() }))
    .sort((left, right) => left.order - right.order)
    .map(({ item }) => item)
}

function timeOf(/** @type {Json} */ record) {
  return Date.parse(record['eventTime'])
}
