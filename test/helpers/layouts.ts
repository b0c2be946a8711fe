// Generates trees of log files from a seed, in the layouts that CloudTrail, copying tools and people produce. Every
// event states when, where and in which account it happened, so that a test knows what must be found.

import { gzipSync } from 'node:zlib'
import { dayFolder } from '../../src/logfile/key-path.ts'
import { FOREIGN_LOGS } from './foreign-logs.ts'
import { logName } from './log-key.ts'
import { randomOf } from './random.ts'

export interface LayoutEvent {
  readonly id: string
  readonly time: number
  readonly account: string
  readonly region: string
}

export interface LayoutFile {
  readonly key: string
  readonly bytes: Buffer
  readonly events: readonly LayoutEvent[]
  /** From CloudTrail's name, if the file still has it. */
  readonly delivered: number | undefined
  readonly account: string
  readonly region: string
}

export interface LayoutTree {
  readonly files: readonly LayoutFile[]
  /** Objects that are not log files. */
  readonly others: Readonly<Record<string, string>>
}

interface Delivery {
  readonly account: string
  readonly region: string
  readonly delivered: number
  readonly name: string
}

const MINUTE = 60_000
const DAY = 86_400_000
/** The period includes the end of a month and of a year. */
export const FIRST = Date.UTC(2023, 11, 30)
export const DAYS = 4
const ACCOUNTS = ['123456789012', '000000000001', '811111111111', '204444444444']
const REGIONS = ['us-east-1', 'eu-west-1', 'ap-southeast-2']

const ORG = 'o-exampleorgid'
const dateOf = ({ delivered }: Delivery): string => dayFolder(delivered)
const hourOf = ({ delivered }: Delivery): string => new Date(delivered).toISOString().slice(11, 13)
const regular = (file: Delivery, folder = 'CloudTrail'): string =>
  `${file.account}/${folder}/${file.region}/${dateOf(file)}`

/** Key of a delivery below a prefix, by layout. */
const LAYOUTS: Readonly<Record<string, (file: Delivery) => string>> = {
  regular: (file) => `AWSLogs/${regular(file)}/${file.name}`,
  organization: (file) => `AWSLogs/${ORG}/${regular(file)}/${file.name}`,
  'landing zone': (file) => `${ORG}/AWSLogs/${ORG}/${regular(file)}/${file.name}`,
  suffix: (file) => `AWSLogs/eu-copy/${regular(file)}/${file.name}`,
  'files in the Region': ({ account, region, name }) => `AWSLogs/${account}/CloudTrail/${region}/${name}`,
  'files in the year': (file) =>
    `AWSLogs/${file.account}/CloudTrail/${file.region}/${dateOf(file).slice(0, 4)}/${file.name}`,
  'files in the month': (file) =>
    `AWSLogs/${file.account}/CloudTrail/${file.region}/${dateOf(file).slice(0, 7)}/${file.name}`,
  hours: (file) => `AWSLogs/${regular(file)}/${hourOf(file)}/${file.name}`,
  Hive: (file) => {
    const [year, month, day] = dateOf(file).split('/')
    return `AWSLogs/${file.account}/CloudTrail/region=${file.region}/year=${year}/month=${month}/day=${day}/${file.name}`
  },
  'short dates': (file) =>
    `AWSLogs/${file.account}/CloudTrail/${file.region}/${dateOf(file).replaceAll('/0', '/')}/${file.name}`,
  'renamed in the day': (file) =>
    `AWSLogs/${regular(file)}/${file.region}-${new Date(file.delivered).toISOString().slice(0, 16).replaceAll(/[-:]/g, '')}.json.gz`,
  'compacted day': (file) => `AWSLogs/${regular(file)}/${dateOf(file).replaceAll('/', '-')}.json.gz`,
  'compacted into the month': (file) =>
    `AWSLogs/${file.account}/CloudTrail/${file.region}/${dateOf(file).slice(0, 7)}/${dateOf(file).slice(8)}.json.gz`,
  'lower case': (file) => `AWSLogs/${regular(file, 'cloudtrail')}/${file.name}`,
  'all lower case': (file) => `awslogs/${regular(file, 'cloudtrail')}/${file.name}`,
  'another folder': (file) => `AWSLogs/${regular(file, 'archive')}/${file.name}`,
  'no AWSLogs': (file) => `${regular(file)}/${file.name}`,
  'no account': (file) => `CloudTrail/${file.region}/${dateOf(file)}/${file.name}`,
  'Region first': (file) => `${file.region}/${dateOf(file)}/${file.name}`,
  'date first': (file) => `${dateOf(file)}/${file.name}`,
  Firehose: (file) => `${dateOf(file)}/${hourOf(file)}/stream-1-${file.delivered}-${file.account}.gz`,
  flat: ({ name }) => name,
}

// Only file names tell the levels of these layouts. No other tree may be inside them, because everything in a Region's
// folder belongs to that Region.
const BARE = new Set(['no AWSLogs', 'no account', 'Region first'])

/** Prefixes of trees; most look like one of the tree's levels. */
const PREFIXES = [
  '',
  '',
  'logs/of/us/',
  '999988887777/',
  '000000000001/',
  'us-east-1/',
  'eu-west-1/2024/',
  'eu-west-1/2023/12/31/',
  '2019/01/02/',
  '20231231T1005Z/',
  'o-abcdefghij/',
  'CloudTrail/',
  'CloudTrail-Digest/',
  '123456789012/CloudTrail/us-east-1/',
  'AWSLogs/backup/',
  'AWSLogs-old/',
]

const OTHERS: Readonly<Record<string, string>> = {
  'README.txt': 'not a log',
  'access/2023-12-31-12-00-00-ABCDEF0123456789': 'access log',
  'AWSLogs/123456789012/Config/us-east-1/2023/12/31/ConfigHistory/x.json.gz': 'config',
  'AWSLogs/123456789012/vpcflowlogs/us-east-1/2023/12/31/a.log.gz': 'flows',
  'AWSLogs/123456789012/elasticloadbalancing/us-east-1/2023/12/31/b.log.gz': 'balancer',
}

/** One to three layouts side by side, each with its own prefix. */
export function layoutTree(seed: number): LayoutTree {
  const random = randomOf(seed)
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!
  const files = new Map<string, { events: LayoutEvent[]; delivery: Delivery }>()
  let number = 0
  const trees = [1, 1, 2, 2, 3][random(5)]!
  for (let n = 0; n < trees; n++) {
    const layout = pick(Object.keys(LAYOUTS))
    const prefix = pick(PREFIXES) + (trees > 1 && BARE.has(layout) ? `copy-${n}/` : '')
    for (let m = 1 + random(6); m > 0; m--) {
      const account = pick(ACCOUNTS)
      const region = pick(REGIONS)
      const delivered = FIRST + random(DAYS * 24 * 60) * MINUTE
      const unique = `u${String(number).padStart(15, '0')}`
      const name = logName({ account, region, delivered, unique })
      const delivery = { account, region, delivered, name }
      const key = prefix + LAYOUTS[layout]!(delivery)
      const file = files.get(key) ?? { events: [], delivery }
      // A file without CloudTrail's name may contain several accounts and Regions.
      const event = { id: `${seed}-${number++}`, time: delivered - random(12) * MINUTE, account, region }
      file.events.push(event)
      files.set(key, file)
    }
  }
  const others = Object.fromEntries(Object.entries(OTHERS).filter(() => random(3) === 0))
  if (random(3) === 0) Object.assign(others, foreignFolder(random))
  return {
    files: [...files].map(
      ([
        key,
        {
          events,
          delivery: { account, region, delivered, name },
        },
      ]) => ({
        key,
        bytes: gzipSync(JSON.stringify({ Records: events.map(recordOf) }), { level: 1 }),
        events,
        delivered: key.endsWith(`/${name}`) || key === name ? delivered : undefined,
        account,
        region,
      }),
    ),
    others,
  }
}

// Files of another service in a folder of theirs, in one that has other files too, or where services have theirs.
function foreignFolder(random: (below: number) => number): Record<string, string> {
  const { name, line } = FOREIGN_LOGS[random(FOREIGN_LOGS.length)]!
  const folder = ['shared/', 'eu-west-1/', '', 'AWSLogs/123456789012/Strange/', 'AWSLogs/other/'][random(5)]!
  const names = Array.from({ length: 1 + random(8) }, (_, n) => name(n))
  return Object.fromEntries(names.map((one) => [folder + one, line]))
}

function recordOf({ id, time, account, region }: LayoutEvent): object {
  return {
    eventVersion: '1.08',
    eventTime: new Date(time).toISOString().replace('.000Z', 'Z'),
    eventName: 'StopInstances',
    eventSource: 'ec2.amazonaws.com',
    awsRegion: region,
    eventID: id,
    recipientAccountId: account,
    readOnly: false,
  }
}

export interface LayoutQuestion {
  readonly start?: number
  readonly end?: number
  readonly account?: string
  readonly region?: string
}

/** A query for a tree: a window of minutes to days, with or without an account and a Region. */
export function layoutQuestion(seed: number): LayoutQuestion {
  const random = randomOf(seed ^ 0x5bd1e995)
  const start = FIRST + (random(DAYS * 24 * 60) - 60) * MINUTE
  const length = [30 * MINUTE, 5 * 60 * MINUTE, DAY, 3 * DAY][random(4)]!
  const kind = random(8)
  return {
    ...(kind < 6 && kind !== 4 && { start }),
    ...(kind < 5 && { end: start + length }),
    ...(random(3) === 0 && { account: ACCOUNTS[random(ACCOUNTS.length)]! }),
    ...(random(3) === 0 && { region: REGIONS[random(REGIONS.length)]! }),
  }
}
