// Parses and formats the names of CloudTrail's files. A name is only evidence of what somebody called a file, never of
// what it contains.

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
  /** 12 digits, as text, because leading zeros count. */
  readonly account: string
  readonly folder: Exclude<Folder, 'CloudTrail-Digest'>
  readonly region: string
  /** The minute of delivery, epoch milliseconds UTC. The file's events happened before the end of that minute. */
  readonly delivered: number
  /**
   * The text between the minute and the unique part: `Z_`; older files and the documentation lack one or both
   * characters.
   */
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
const STEM = new RegExp(
  `^(\\d{12})_(CloudTrail(?:-Insight|-NetworkActivity|-Aggregated)?)_(${REGION})_(\\d{8})T`,
)
const REST = /^(\d{4})(Z_|Z|_|)([A-Za-z0-9]+)(\.json(?:\.gz)?)$/
// Trail names may contain `_` and look like anything, so the pattern is anchored at both ends.
const DIGEST = new RegExp(
  `^(\\d{12})_CloudTrail-Digest_(${REGION})_(.+)_(${REGION})_(\\d{8}T\\d{6})Z(_backfill)?(\\.json(?:\\.gz)?)$`,
)

const REGION_ONLY = new RegExp(`^${REGION}$`)

/** Parses a file name; undefined if it is not one of CloudTrail's. */
export function parseFileName(name: string): FileName | undefined {
  return name.startsWith(stem.text) || isStem(STEM.exec(name)) ? parseLog(name) : parseDigest(name)
}

interface Stem extends Pick<LogFileName, 'account' | 'folder' | 'region'> {
  /** The beginning of a name, up to the `T` behind its day. */
  readonly text: string
  readonly day: string
}

// Cached, because neighbouring files have the same one; no name begins with this first one.
let stem: Stem = { text: '/', account: '', folder: 'CloudTrail', region: '', day: '' }

function isStem(found: RegExpExecArray | null): boolean {
  if (!found) return false
  const [text, account = '', folder, region = '', day = ''] = found
  stem = { text, account, folder: folder as LogFileName['folder'], region, day }
  return true
}

function parseLog(name: string): LogFileName | undefined {
  const { text, account, folder, region, day } = stem
  const rest = REST.exec(name.slice(text.length))
  const delivered = rest ? fromCompact(day, rest[1]!) : Number.NaN
  if (!rest || Number.isNaN(delivered)) return undefined
  return {
    type: 'log',
    account,
    folder,
    region,
    delivered,
    separator: rest[2] as LogFileName['separator'],
    unique: rest[3]!,
    suffix: rest[4] as LogFileName['suffix'],
  }
}

function parseDigest(name: string): DigestFileName | undefined {
  const digest = DIGEST.exec(name)
  if (!digest) return undefined
  const [day = '', clock = ''] = digest[5]!.split('T')
  const end = fromCompact(day, clock)
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

export function isRegion(name: string): boolean {
  return REGION_ONLY.test(name)
}

// `20240818` and `1140` or `114059`; NaN if the digits are not a valid date (Date would roll 31 February over).
function fromCompact(day: string, clock: string): number {
  // Cached, because neighbouring files often have the same day.
  if (day !== lastDay) {
    lastDay = day
    lastDayTime = timeOfDay(Number(day))
  }
  const minutes = Number(clock.slice(0, 4))
  const hour = Math.floor(minutes / 100)
  const minute = minutes % 100
  const second = Number(clock.slice(4))
  if (hour > 23 || minute > 59 || second > 59) return Number.NaN
  return lastDayTime + ((hour * 60 + minute) * 60 + second) * 1000
}

let lastDay = ''
let lastDayTime = Number.NaN

function timeOfDay(digits: number): number {
  const [year, month, day] = [Math.floor(digits / 10_000), Math.floor(digits / 100) % 100, digits % 100]
  const time = new Date(0).setUTCFullYear(year, month - 1, day)
  // Date turns an invalid date into another one.
  const isDate = new Date(time).getUTCMonth() === month - 1 && new Date(time).getUTCDate() === day
  return isDate ? time : Number.NaN
}

function toCompact(time: number): string {
  return new Date(time).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
}
