// Finds the accounts, Regions and first year of the trees below a start from folder names alone: a few requests per
// account, however many files there are.

import type { Source } from '../source/source.ts'
import { mapLimit } from '../util/map-limit.ts'

/** One `AWSLogs` folder, or one organization's folder in it. */
export interface Layout {
  /** The key: `prefix/AWSLogs/` or `prefix/AWSLogs/o-exampleorg/`. */
  readonly root: string
  readonly accounts: readonly string[]
  readonly regions: readonly string[]
  readonly since: string
}

/** How many levels of folders to search for AWSLogs. */
const MAX_ABOVE = 3
const ACCOUNT = /^\d{12}$/
const ORGANIZATION = /^o-[a-z0-9]{10,32}$/
const REGION = /^[a-z]{2,}(?:-[a-z]+)+-\d+$/
const YEAR = /^\d{4}$/

/** Layouts in the order of their roots. Throws SourceError if a folder cannot be listed. */
export async function layoutsOf(
  source: Source,
  concurrency: number,
  signal?: AbortSignal,
): Promise<readonly Layout[]> {
  const names = async (folder: string): Promise<readonly string[]> => {
    signal?.throwIfAborted()
    const { folders } = await source.list(folder, { signal })
    return folders.map((key) => key.slice(folder.length, -1))
  }
  const layouts: Layout[] = []
  for (const root of await rootsBelow(source.start, names, MAX_ABOVE)) {
    const below = await names(root)
    const trees = below.some((name) => ACCOUNT.test(name)) ? [root] : []
    for (const name of below) if (ORGANIZATION.test(name)) trees.push(`${root}${name}/`)
    for (const tree of trees) {
      const layout = await layoutOf(tree, names, concurrency)
      if (layout) layouts.push(layout)
    }
  }
  return layouts
}

type Names = (folder: string) => Promise<readonly string[]>

// A start inside a tree stands for the whole tree, because a table needs the tree's root.
async function rootsBelow(start: string, names: Names, depth: number): Promise<readonly string[]> {
  const inside = /^(?:.*\/)?AWSLogs\//.exec(start)?.[0]
  if (inside !== undefined) return [inside]
  const below = await names(start)
  if (below.includes('AWSLogs')) return [`${start}AWSLogs/`]
  if (depth === 0) return []
  const roots: string[] = []
  for (const name of below) roots.push(...(await rootsBelow(`${start}${name}/`, names, depth - 1)))
  return roots
}

async function layoutOf(root: string, names: Names, concurrency: number): Promise<Layout | undefined> {
  const accounts = (await names(root)).filter((name) => ACCOUNT.test(name))
  const found = await mapLimit(accounts, concurrency, async (account) => {
    const folder = `${root}${account}/CloudTrail/`
    const regions = (await names(folder)).filter((name) => REGION.test(name))
    const years = await mapLimit(regions, 4, async (region) => (await names(`${folder}${region}/`))[0] ?? '')
    return { account, regions, years: years.filter((year) => YEAR.test(year)) }
  })
  const withLogs = found.filter(({ regions }) => regions.length > 0)
  const since = withLogs.flatMap(({ years }) => years).sort()[0]
  if (since === undefined) return undefined
  return {
    root,
    accounts: withLogs.map(({ account }) => account).sort(),
    regions: [...new Set(withLogs.flatMap(({ regions }) => regions))].sort(),
    since,
  }
}
