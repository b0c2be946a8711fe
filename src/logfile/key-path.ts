// Where a folder lies in CloudTrail's tree. A folder is a level of the tree only below `AWSLogs/`, or if the name of a
// log file below it confirms it. Whatever it looks like, a folder above the tree belongs to the prefix, and a folder
// beside it belongs to somebody's own structure.

import { FOLDERS, isRegion, parseFileName, type FileName, type Folder } from './object-key.ts'

/** Fields are undefined if the path does not contain them. */
export interface KeyPath {
  /** The folder itself. It ends in `/`, or is empty for the root, like `prefix` and `root`. */
  readonly path: string
  /** The part before the tree. */
  readonly prefix: string
  /**
   * The tree's root: up to `AWSLogs/` and the organization in it, or up to the first level if there is no `AWSLogs/`.
   */
  readonly root: string
  /** True below a folder `AWSLogs`. */
  readonly awsLogs: boolean
  readonly organization?: string | undefined
  readonly account?: string | undefined
  /** One of CloudTrail's folders, in its official spelling, or the name of another folder found in that position. */
  readonly folder?: string | undefined
  readonly region?: string | undefined
  readonly year?: string | undefined
  readonly month?: string | undefined
  readonly day?: string | undefined
  /** A folder in somebody's own structure: nothing below it is a level. */
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

/** The place of a subfolder, from its parent's place and its own name. */
export function childPath(parent: KeyPath, name: string): KeyPath {
  const path = `${parent.path}${name}/`
  // The last one counts, because a folder in the prefix may have the same name.
  if (AWS_LOGS.test(name)) return { path, prefix: parent.path, root: path, awsLogs: true }
  // Days are most of the folders.
  if (parent.day === undefined && parent.month !== undefined && DAY.test(name) && !parent.isBeyond)
    return { ...parent, path, day: name }
  const place = { ...parent, path }
  const beyond: KeyPath = { ...place, isBeyond: true }
  if (parent.isBeyond || parent.day !== undefined || parent.month !== undefined) return beyond
  if (parent.year !== undefined) return MONTH.test(name) ? { ...place, month: name } : beyond
  if (parent.region !== undefined) return YEAR.test(name) ? { ...place, year: name } : beyond
  if (parent.folder !== undefined)
    return isCloudTrailFolder(parent.folder) && isRegion(name) ? { ...place, region: name } : beyond
  if (parent.awsLogs) return childOfLogs(parent, place, name)
  return { ...place, prefix: path, root: path }
}

// An organization, an account, or a suffix that somebody added to a copy; below an account, a service's folder.
function childOfLogs(parent: KeyPath, place: KeyPath, name: string): KeyPath {
  if (ORGANIZATION.test(name)) return { ...place, root: place.path, organization: name, account: undefined }
  if (ACCOUNT.test(name)) return { ...place, account: name }
  if (parent.account === undefined) return { ...place, root: place.path }
  return { ...place, folder: BY_LOWER.get(name.toLowerCase()) ?? name }
}

/** The place of a folder from its path alone: levels only below `AWSLogs/`. A trailing `/` is optional. */
export function parseKeyPath(folder: string): KeyPath {
  // Cached, because this is called for one file after the other of the same folder.
  const known = recent.get(folder)
  if (known) return known
  const place = splitPath(folder).reduce(childPath, TOP)
  if (recent.size >= MAX_RECENT) recent.clear()
  recent.set(folder, place)
  return place
}

const recent = new Map<string, KeyPath>()
const MAX_RECENT = 64

/** Splits a path at `/`. Two slashes in a row enclose an empty name, which S3 allows. */
function splitPath(folder: string): string[] {
  if (folder === '') return []
  return (folder.endsWith('/') ? folder.slice(0, -1) : folder).split('/')
}

/**
 * The place of a file in `folder`: what the path below `AWSLogs/` says; without `AWSLogs/`, the levels that the file's
 * own name confirms, from its day upwards. A copy may lack `AWSLogs/`. A date alone could belong to anything, but
 * below a folder of the file's Region it belongs to the tree.
 */
export function placeOfFile(folder: string, name: FileName | undefined): KeyPath {
  const place = parseKeyPath(folder)
  return name === undefined || isSettled(place) ? place : (placeByName(folder, name) ?? place)
}

/** True if the path alone is enough, so that file names add nothing. */
export function isSettled(place: KeyPath): boolean {
  return place.folder !== undefined || place.isBeyond === true
}

/**
 * The levels of `folder` that the name of a file below it confirms; undefined if there are none. `file` is the file's
 * folder.
 */
export function placeByName(file: string, name: FileName, folder = file): KeyPath | undefined {
  const parts = splitPath(file)
  const date = dayFolder(name.type === 'log' ? name.delivered : name.end).split('/')
  const isDateAt = (at: number): boolean => date.every((part, i) => parts[at + i] === part)
  // There may be hour folders below the day; a copy may also end at the month or the year.
  let dates = 3
  let at = parts.length - 3
  while (at > 0 && !isDateAt(at)) at--
  if (at <= 0) {
    dates = parts.at(-2) === date[0] && parts.at(-1) === date[1] ? 2 : parts.at(-1) === date[0] ? 1 : 0
    at = parts.length - dates
  }
  // Below `AWSLogs/`, the path itself is authoritative.
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

/** True if the folder's name has the form of a Region; the walk looks for confirmation. */
export function looksLikeRegion(folder: string): boolean {
  return isRegion(lastName(folder))
}

export function looksLikeYear(folder: string): boolean {
  return YEAR.test(lastName(folder))
}

/** True if the folder's name has the form of one of CloudTrail's levels. */
export function looksLikeLevel(folder: string): boolean {
  const name = lastName(folder)
  return isRegion(name) || [YEAR, MONTH, DAY].some((form) => form.test(name))
}

/** The last segment of a folder key that ends in `/`. */
export function lastName(folder: string): string {
  return folder.slice(folder.lastIndexOf('/', folder.length - 2) + 1, -1)
}

export function isCloudTrailFolder(name: string): name is Folder {
  return (FOLDERS as readonly string[]).includes(name)
}

/** Parses the file name of a key; undefined if it is not one of CloudTrail's. */
export function fileNameOf(key: string): FileName | undefined {
  return parseFileName(baseName(key))
}

export function baseName(key: string): string {
  return key.slice(key.lastIndexOf('/') + 1)
}

/** The folder of a key, ending in `/`, or empty for the root. */
export function folderOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/') + 1)
}

/** The folder date of a time: `2024/08/18`. */
export function dayFolder(time: number): string {
  return new Date(time).toISOString().slice(0, 10).replaceAll('-', '/')
}
