// Where in CloudTrail's tree a folder lies. A folder is a level only below `AWSLogs/`, or where the name of a log file
// below it says the same; whatever it looks like, everything above is a prefix, and everything beside is somebody's own
// order.

import { FOLDERS, isRegion, parseFileName, type FileName, type Folder } from './object-key.ts'

/** What the path does not tell is undefined. */
export interface KeyPath {
  /** The folder itself, ending in `/`; empty for the root. So are the other two. */
  readonly path: string
  /** What stands before the tree. */
  readonly prefix: string
  /** The tree: up to `AWSLogs/` and the organization in it, or up to the first level where there is no `AWSLogs/`. */
  readonly root: string
  /** True below a folder `AWSLogs`. */
  readonly awsLogs: boolean
  readonly organization?: string | undefined
  readonly account?: string | undefined
  /** One of CloudTrail's folders, however it is spelt, or the name of a folder found where one of them would be. */
  readonly folder?: string | undefined
  readonly region?: string | undefined
  readonly year?: string | undefined
  readonly month?: string | undefined
  readonly day?: string | undefined
  /** A folder in somebody's own order: nothing below it is a level. */
  readonly isBeyond?: true
}

const YEAR = /^20\d\d$/
const MONTH = /^(?:0[1-9]|1[0-2])$/
const DAY = /^(?:0[1-9]|[12]\d|3[01])$/
const ACCOUNT = /^\d{12}$/
const ORGANIZATION = /^o-[a-z0-9]{10,32}$/
const AWS_LOGS = /^awslogs$/i

const BY_LOWER = new Map<string, Folder>(FOLDERS.map((folder) => [folder.toLowerCase(), folder]))

export const TOP: KeyPath = { path: '', prefix: '', root: '', awsLogs: false }

/** The place of a folder from that of the folder above it and its own name. */
export function childPath(parent: KeyPath, name: string): KeyPath {
  const path = `${parent.path}${name}/`
  // The last one counts: a prefix may be called so, too.
  if (AWS_LOGS.test(name)) return { path, prefix: parent.path, root: path, awsLogs: true }
  const place = { ...parent, path }
  const beyond: KeyPath = { ...place, isBeyond: true }
  if (parent.isBeyond || parent.day !== undefined) return beyond
  if (parent.month !== undefined) return DAY.test(name) ? { ...place, day: name } : beyond
  if (parent.year !== undefined) return MONTH.test(name) ? { ...place, month: name } : beyond
  if (parent.region !== undefined) return YEAR.test(name) ? { ...place, year: name } : beyond
  if (parent.folder !== undefined)
    return isCloudTrailFolder(parent.folder) && isRegion(name) ? { ...place, region: name } : beyond
  if (parent.awsLogs) return childOfLogs(parent, place, name)
  return { ...place, prefix: path, root: path }
}

// An organization, an account, or a suffix that somebody's own copy has; below the account, a service's folder.
function childOfLogs(parent: KeyPath, place: KeyPath, name: string): KeyPath {
  if (ORGANIZATION.test(name)) return { ...place, root: place.path, organization: name, account: undefined }
  if (ACCOUNT.test(name)) return { ...place, account: name }
  if (parent.account === undefined) return { ...place, root: place.path }
  return { ...place, folder: BY_LOWER.get(name.toLowerCase()) ?? name }
}

/** The place of a folder by its path alone: levels only below `AWSLogs/`. With or without a `/` at the end. */
export function parseKeyPath(folder: string): KeyPath {
  // Files lie beside others in the same folder, and are asked for one by one.
  const known = recent.get(folder)
  if (known) return known
  const place = splitPath(folder).reduce(childPath, TOP)
  if (recent.size >= MOST_RECENT) recent.clear()
  recent.set(folder, place)
  return place
}

const recent = new Map<string, KeyPath>()
const MOST_RECENT = 64

/** Names between `/`; two of them in a row have an empty name between them, which S3 allows. */
function splitPath(folder: string): string[] {
  if (folder === '') return []
  return (folder.endsWith('/') ? folder.slice(0, -1) : folder).split('/')
}

/**
 * The place of a file that lies in `folder`: what `AWSLogs/` tells, and where there is none, the levels that the file's
 * own name says too, from its day upwards. `AWSLogs/` may be missing in a copy; a date may be anybody's, but with the
 * file's Region above it, it is the tree's.
 */
export function placeOfFile(folder: string, name: FileName | undefined): KeyPath {
  const place = parseKeyPath(folder)
  return name === undefined || isSettled(place) ? place : (placeByName(folder, name) ?? place)
}

/** What the path alone tells is enough: names of files add nothing. */
export function isSettled(place: KeyPath): boolean {
  return place.folder !== undefined || place.isBeyond === true
}

/** The levels of `folder` that the name of a file below it confirms; undefined when they are none. `file` is its folder. */
export function placeByName(file: string, name: FileName, folder = file): KeyPath | undefined {
  const parts = splitPath(file)
  const date = dayFolder(name.type === 'log' ? name.delivered : name.end).split('/')
  const isDateAt = (at: number): boolean => date.every((part, i) => parts[at + i] === part)
  // Below the day there may be hours; a copy may also end at the month or the year.
  let dates = 3
  let at = parts.length - 3
  while (at > 0 && !isDateAt(at)) at--
  if (at <= 0) {
    dates = parts.at(-2) === date[0] && parts.at(-1) === date[1] ? 2 : parts.at(-1) === date[0] ? 1 : 0
    at = parts.length - dates
  }
  // Below `AWSLogs/`, the path itself tells.
  const above = parts.findLastIndex((part) => AWS_LOGS.test(part)) + 1
  if (at <= above || parts[at - 1] !== name.region) return undefined
  const levels: { readonly at: number; readonly part: Partial<KeyPath> }[] = []
  const keys = ['year', 'month', 'day'] as const
  for (let i = 0; i < dates; i++) levels.push({ at: at + i, part: { [keys[i]!]: date[i]! } })
  levels.push({ at: --at, part: { region: name.region } })
  const kind = name.type === 'log' ? name.folder : 'CloudTrail-Digest'
  if (at > above && BY_LOWER.get(parts[at - 1]!.toLowerCase()) === kind) {
    levels.push({ at: --at, part: { folder: kind } })
    if (at > above && parts[at - 1] === name.account) {
      levels.push({ at: --at, part: { account: name.account } })
      if (at > above && ORGANIZATION.test(parts[at - 1]!))
        levels.push({ at: --at, part: { organization: parts[at - 1 + 1]! } })
    }
  }
  const depth = splitPath(folder).length
  if (depth <= at) return undefined
  const prefix = at === 0 ? '' : `${parts.slice(0, at).join('/')}/`
  const known = levels.filter((level) => level.at < depth).map(({ part }) => part)
  const place: KeyPath = Object.assign(
    { path: depth === 0 ? '' : `${parts.slice(0, depth).join('/')}/`, prefix, root: prefix, awsLogs: false },
    ...known,
  )
  const below = Math.max(...levels.map((level) => level.at)) + 1
  return depth > below ? { ...place, isBeyond: true } : place
}

/** What `name` is the last part of, in shape only; the walk looks for what confirms it. */
export function looksLikeRegion(folder: string): boolean {
  return isRegion(lastName(folder))
}

export function looksLikeYear(folder: string): boolean {
  return YEAR.test(lastName(folder))
}

/** Could be one of CloudTrail's levels. */
export function looksLikeLevel(folder: string): boolean {
  const name = lastName(folder)
  return isRegion(name) || [YEAR, MONTH, DAY].some((form) => form.test(name))
}

/** Name of a folder whose key ends in `/`. */
export function lastName(folder: string): string {
  return folder.slice(folder.lastIndexOf('/', folder.length - 2) + 1, -1)
}

export function isCloudTrailFolder(name: string): name is Folder {
  return (FOLDERS as readonly string[]).includes(name)
}

/** The file's name, when it is one of CloudTrail's, of a whole key. */
export function fileNameOf(key: string): FileName | undefined {
  return parseFileName(baseName(key))
}

export function baseName(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1)
}

/** The folder of a key, ending in `/`, or empty. */
export function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1)
}

/** `2024/08/18`, the folder date of a moment. */
export function dayFolder(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '/')
}
