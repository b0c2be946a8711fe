// What the names of CloudTrail's folders and files mean, in both directions. Pure text: a name is
// evidence of what somebody called a file, never of what is in it.

/** The five folders that CloudTrail keeps under an account. Other services write beside them. */
export const FOLDERS = [
  'CloudTrail',
  'CloudTrail-Insight',
  'CloudTrail-NetworkActivity',
  'CloudTrail-Aggregated',
  'CloudTrail-Digest',
] as const
export type Folder = (typeof FOLDERS)[number]

export interface LogFileName {
  readonly type: 'log'
  /** 12 digits, as text: leading zeros count. */
  readonly account: string
  readonly folder: Exclude<Folder, 'CloudTrail-Digest'>
  readonly region: string
  /** The minute of delivery, epoch milliseconds UTC. The file holds events from before the end of it. */
  readonly delivered: number
  /** What stands between the minute and the unique part: `Z_`; older files and documentation lack one or both. */
  readonly separator: 'Z_' | 'Z' | '_' | ''
  readonly unique: string
  readonly suffix: '.json.gz' | '.json'
}

export interface DigestFileName {
  readonly type: 'digest'
  readonly account: string
  readonly region: string
  readonly trail: string
  readonly homeRegion: string
  /** End of the hour that the digest covers, epoch milliseconds UTC. */
  readonly end: number
  readonly backfill: boolean
  readonly suffix: '.json.gz' | '.json'
}

export type FileName = LogFileName | DigestFileName

const REGION = '[a-z]{2,}(?:[-_][a-z]+)+[-_]\\d+[a-z]?'
const LOG = new RegExp(
  `^(\\d{12})_(CloudTrail(?:-Insight|-NetworkActivity|-Aggregated)?)_(${REGION})_(\\d{8}T\\d{4})(Z_|Z|_|)([A-Za-z0-9]+)(\\.json(?:\\.gz)?)$`,
)
// Trail names may hold `_` and look like anything, so the pattern is anchored from both ends.
const DIGEST = new RegExp(
  `^(\\d{12})_CloudTrail-Digest_(${REGION})_(.+)_(${REGION})_(\\d{8}T\\d{6})Z(_backfill)?(\\.json(?:\\.gz)?)$`,
)
const REGION_ONLY = new RegExp(`^${REGION}$`)

/** What a file name says, or undefined when it is not one of CloudTrail's. */
export function parseFileName(name: string): FileName | undefined {
  const log = LOG.exec(name)
  if (log) {
    const delivered = fromCompact(log[4]!)
    if (Number.isNaN(delivered)) return undefined
    return {
      type: 'log',
      account: log[1]!,
      folder: log[2] as LogFileName['folder'],
      region: log[3]!,
      delivered,
      separator: log[5] as LogFileName['separator'],
      unique: log[6]!,
      suffix: log[7] as LogFileName['suffix'],
    }
  }
  const digest = DIGEST.exec(name)
  if (!digest) return undefined
  const end = fromCompact(digest[5]!)
  if (Number.isNaN(end)) return undefined
  return {
    type: 'digest',
    account: digest[1]!,
    region: digest[2]!,
    trail: digest[3]!,
    homeRegion: digest[4]!,
    end,
    backfill: digest[6] !== undefined,
    suffix: digest[7] as DigestFileName['suffix'],
  }
}

/** The inverse of `parseFileName`. */
export function formatFileName(name: FileName): string {
  if (name.type === 'log') {
    const { account, folder, region, delivered, separator, unique, suffix } = name
    return `${account}_${folder}_${region}_${toCompact(delivered).slice(0, 13)}${separator}${unique}${suffix}`
  }
  const { account, region, trail, homeRegion, end, backfill, suffix } = name
  return `${account}_CloudTrail-Digest_${region}_${trail}_${homeRegion}_${toCompact(end)}Z${backfill ? '_backfill' : ''}${suffix}`
}

/** Where in CloudTrail's tree a folder lies. What its path does not tell is undefined. */
export interface KeyPath {
  /** What stands before the first recognised part, without a trailing `/`. */
  readonly prefix: string
  /** True when the path has the `AWSLogs` folder itself. */
  readonly awsLogs: boolean
  readonly organization?: string | undefined
  readonly account?: string | undefined
  /** A CloudTrail folder, or the name of another service's folder found where one of CloudTrail's would be. */
  readonly folder?: string | undefined
  readonly region?: string | undefined
  readonly year?: string | undefined
  readonly month?: string | undefined
  readonly day?: string | undefined
}

const YEAR = /^20\d\d$/
const MONTH = /^(?:0[1-9]|1[0-2])$/
const DAY = /^(?:0[1-9]|[12]\d|3[01])$/
const ACCOUNT = /^\d{12}$/
const ORGANIZATION = /^o-[a-z0-9]{10,32}$/

/**
 * Recognises the levels of a folder path by pattern, from its end towards its beginning, at any depth and behind any
 * prefix. A date counts only below a Region: `cases/2024/08/18` is somebody's own order.
 * `folder` has `/` between parts, with or without one at the end.
 */
export function parseKeyPath(folder: string): KeyPath {
  const parts = folder.split('/').filter((part) => part !== '')
  let at = parts.length
  const date = dateAtEnd(parts)
  at -= date.length
  let region: string | undefined
  if (at > 0 && isRegion(parts[at - 1]!)) region = parts[--at]
  if (date.length > 0 && region === undefined) {
    date.length = 0
    at = parts.length
  }
  let service: string | undefined
  let account: string | undefined
  if (at > 0 && isCloudTrailFolder(parts[at - 1]!)) service = parts[--at]
  else if (at > 1 && ACCOUNT.test(parts[at - 2]!) && underAwsLogs(parts, at - 2)) {
    service = parts[--at] // Config, vpcflowlogs, elasticloadbalancing, …
  }
  if (at > 0 && ACCOUNT.test(parts[at - 1]!)) account = parts[--at]
  let organization: string | undefined
  if (at > 0 && ORGANIZATION.test(parts[at - 1]!) && (account !== undefined || parts[at - 2] === 'AWSLogs')) {
    organization = parts[--at]
  }
  const awsLogs = at > 0 && parts[at - 1] === 'AWSLogs'
  if (awsLogs) at--
  return {
    prefix: parts.slice(0, at).join('/'),
    awsLogs,
    organization,
    account,
    folder: service,
    region,
    year: date[0],
    month: date[1],
    day: date[2],
  }
}

/** The inverse of `parseKeyPath`, without a trailing `/`. */
export function formatKeyPath(place: KeyPath): string {
  return [
    place.prefix,
    place.awsLogs ? 'AWSLogs' : undefined,
    place.organization,
    place.account,
    place.folder,
    place.region,
    place.year,
    place.month,
    place.day,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('/')
}

export interface LogKey extends KeyPath {
  readonly file: string
  readonly name: FileName | undefined
}

/** A whole key: its folder's place, and what the file name says. */
export function parseKey(key: string): LogKey {
  const slash = key.lastIndexOf('/')
  const file = key.slice(slash + 1)
  return { ...parseKeyPath(slash < 0 ? '' : key.slice(0, slash)), file, name: parseFileName(file) }
}

/** By the file's name, or by lying in a Region's folder of CloudTrail's. */
export function isCloudTrailKey(key: string): boolean {
  const { name, folder, region } = parseKey(key)
  return name !== undefined || (region !== undefined && folder !== undefined && isCloudTrailFolder(folder))
}

export function isCloudTrailFolder(name: string): name is Folder {
  return (FOLDERS as readonly string[]).includes(name)
}

export function isRegion(name: string): boolean {
  return REGION_ONLY.test(name)
}

/** `2024/08/18`, the folder date of a moment. */
export function dayFolder(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '/')
}

/** `20240818T1140`, as in file names; sorts like time. */
export function compactMinute(time: number): string {
  return toCompact(time).slice(0, 13)
}

function dateAtEnd(parts: readonly string[]): string[] {
  const n = parts.length
  const [y, m, d] = [parts[n - 3] ?? '', parts[n - 2] ?? '', parts[n - 1] ?? '']
  if (YEAR.test(y) && MONTH.test(m) && DAY.test(d)) return [y, m, d]
  if (YEAR.test(m) && MONTH.test(d)) return [m, d]
  if (YEAR.test(d)) return [d]
  return []
}

function underAwsLogs(parts: readonly string[], accountAt: number): boolean {
  const above = parts[accountAt - 1] ?? ''
  return above === 'AWSLogs' || (ORGANIZATION.test(above) && parts[accountAt - 2] === 'AWSLogs')
}

// `20240818T1140` or `20240818T114059`; NaN when the digits are no date (Date would roll 31 February over).
function fromCompact(text: string): number {
  const seconds = text.slice(13, 15) || '00'
  const iso = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6, 8)}T${text.slice(9, 11)}:${text.slice(11, 13)}:${seconds}.000Z`
  const time = Date.parse(iso)
  return Number.isNaN(time) || new Date(time).toISOString() !== iso ? Number.NaN : time
}

function toCompact(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
}
