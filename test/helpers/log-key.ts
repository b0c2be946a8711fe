// The key of a log file as CloudTrail would deliver it.

import { dayFolder } from '../../src/logfile/key-path.ts'
import { formatFileName } from '../../src/logfile/object-key.ts'

export interface Delivery {
  readonly account: string
  readonly region: string
  /** Epoch milliseconds. */
  readonly delivered: number
  readonly unique: string
}

export function logKey(delivery: Delivery): string {
  const { account, region, delivered } = delivery
  return `AWSLogs/${account}/CloudTrail/${region}/${dayFolder(delivered)}/${logName(delivery)}`
}

/** The name of the file alone. */
export function logName({ account, region, delivered, unique }: Delivery): string {
  return formatFileName({
    type: 'log',
    account,
    folder: 'CloudTrail',
    region,
    delivered,
    separator: 'Z_',
    unique,
    suffix: '.json.gz',
  })
}
