// A bucket of 12 accounts × 17 Regions × 365 days, two files per day, generated on demand.

import { gzipSync } from 'node:zlib'
import { type Bucket, treeBucket } from './s3-bucket.ts'

export const ACCOUNTS = Array.from({ length: 12 }, (_, i) => String(100_000_000_001 + i))
export const REGIONS = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
]
/** The end of the tree: noon of its newest day. */
export const NOW = '2024-08-18T12:00:00Z'

const DAY = 86_400_000
const LAST = Date.parse('2024-08-18')
const DAYS = 365

/** Delivered in every Region's folder on every day: at 04:10, and half an hour before the end. */
const DELIVERIES = ['0410', '1130']

export function yearBucket(): Bucket {
  return treeBucket((folder) => children(folder.split('/').filter((part) => part !== '')), fileOf)
}

function children(path: readonly string[]): readonly string[] {
  switch (path.length) {
    case 0:
      return ['AWSLogs/']
    case 1:
      return ['o-exampleorgid/']
    case 2:
      return ACCOUNTS.map((account) => `${account}/`)
    case 3:
      return ['CloudTrail-Digest/', 'CloudTrail/', 'Config/']
    case 4:
      return path[3] === 'CloudTrail' ? REGIONS.map((region) => `${region}/`) : []
    default:
      return below(path)
  }
}

function below(path: readonly string[]): readonly string[] {
  const wanted = path.slice(5).join('/')
  if (path.length < 8) return FOLDERS_BELOW.get(wanted) ?? []
  const [account, region] = [path[2]!, path[4]!]
  return DELIVERIES.map(
    (minute) =>
      `${account}_CloudTrail_${region}_${wanted.replaceAll('/', '')}T${minute}Z_${'u'.repeat(12)}${minute}.json.gz`,
  )
}

// Content below `` (years), `2024` (months) and `2024/08` (days).
const FOLDERS_BELOW = new Map<string, string[]>()
for (let i = DAYS - 1; i >= 0; i--) {
  const parts = dayText(LAST - i * DAY).split('/')
  for (let depth = 0; depth < 3; depth++) {
    const folder = parts.slice(0, depth).join('/')
    const names = FOLDERS_BELOW.get(folder) ?? []
    if (!names.includes(`${parts[depth]}/`)) names.push(`${parts[depth]}/`)
    FOLDERS_BELOW.set(folder, names)
  }
}

function dayText(day: number): string {
  return new Date(day).toISOString().slice(0, 10).replaceAll('-', '/')
}

// One event three minutes before delivery.
function fileOf(key: string): Uint8Array {
  const [, account, region, stamp] = /(\d{12})_CloudTrail_([a-z0-9-]+)_(\d{8}T\d{4})Z/.exec(key)!
  const iso = stamp!.replace(/^(....)(..)(..)T(..)(..)$/, '$1-$2-$3T$4:$5:00Z')
  const eventTime = new Date(Date.parse(iso) - 180_000).toISOString().replace('.000', '')
  const record = {
    eventVersion: '1.09',
    userIdentity: { type: 'IAMUser', userName: 'alice', accountId: account },
    eventTime,
    eventSource: 'ec2.amazonaws.com',
    eventName: 'StartInstances',
    awsRegion: region,
    eventID: `${account}-${region}-${stamp}`,
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
  }
  return gzipSync(JSON.stringify({ Records: [record] }))
}
