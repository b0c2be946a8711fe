// Determines whether an S3 prefix is a folder, an object or neither, and suggests alternatives. Sends its requests through
// two functions, so it needs no client.

import type { Listing } from '../source.ts'
import { SourceError } from '../source.ts'

export interface Page extends Listing {
  /** Token of the next page; undefined after the last. */
  readonly token: string | undefined
}

export interface Explorer {
  readonly bucket: string
  /** Lists a page of the keys that begin with a prefix, up to the next `/`. */
  readonly list: (prefix: string, atMost: number) => Promise<Page>
  /** Called if listing is denied, because reading a single object may still be allowed. */
  readonly exists: (key: string) => Promise<boolean>
}

const PAGE = 1000

/**
 * Returns the start key for a prefix as typed. Usually takes one or two requests, and none if the prefix ends in `/`. If a
 * folder and an object have the same name, returns the folder, because it contains more. Throws SourceError not-found.
 */
export async function findStart(prefix: string, explorer: Explorer): Promise<string> {
  if (prefix === '' || prefix.endsWith('/')) return prefix
  let page: Page
  try {
    page = await explorer.list(prefix, PAGE)
  } catch (error) {
    if (!(error instanceof SourceError) || error.code !== 'denied') throw error
    // A policy may allow listing below the prefix only: `PREFIX/*` does not include `PREFIX`.
    if (await mayList(`${prefix}/`, explorer)) return `${prefix}/`
    if (await explorer.exists(prefix)) return prefix
    throw error
  }
  const folder = `${prefix}/`
  if (page.folders.includes(folder)) return folder
  // `prefix-a` and `prefix.a` sort before `prefix/`, and may fill the page.
  if (page.token !== undefined && namesIn(await explorer.list(folder, 1)).length > 0) return folder
  if (page.objects.some(({ key }) => key === prefix)) return prefix
  throw new SourceError('not-found', 'nothing is there', await nearest(prefix, page, explorer))
}

async function mayList(folder: string, { list }: Explorer): Promise<boolean> {
  try {
    return namesIn(await list(folder, 1)).length > 0
  } catch {
    return false
  }
}

/** Suggests keys with the same beginning, or the contents of the nearest folder above that is not empty. */
async function nearest(prefix: string, like: Page, { bucket, list }: Explorer): Promise<string> {
  const alike = namesIn(like).slice(0, 3)
  if (alike.length > 0) return `did you mean ${alike.map((key) => `s3://${bucket}/${key}`).join(' or ')}?`
  const parent = prefix.slice(0, prefix.lastIndexOf('/') + 1)
  for (const folder of new Set([parent, ''])) {
    const page = await list(folder, 6)
    const names = namesIn(page).map((key) => key.slice(folder.length))
    if (names.length === 0) continue
    const more = names.length > 5 || page.token !== undefined ? ', …' : ''
    return `s3://${bucket}/${folder} has ${names.slice(0, 5).join(', ')}${more}`
  }
  return `s3://${bucket}/ is empty`
}

function namesIn({ folders, objects }: Listing): readonly string[] {
  return [...folders, ...objects.map(({ key }) => key)]
}
