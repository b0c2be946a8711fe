// What an S3 prefix points at: a folder, an object, or nothing, and then what there is instead. Asks through two
// functions, so it needs no client.

import type { Listing } from '../source.ts'
import { SourceError } from '../source.ts'

export interface Page extends Listing {
  /** How to ask for the next page; undefined after the last one. */
  readonly token: string | undefined
}

export interface Explorer {
  readonly bucket: string
  /** The first page of what begins with a prefix, up to the next `/`. */
  readonly list: (prefix: string, atMost: number) => Promise<Page>
  /** Asked when listing is denied: who may not list may still read one object. */
  readonly exists: (key: string) => Promise<boolean>
}

const PAGE = 1000

/**
 * The start key for a prefix as typed. One or two requests, none when it ends in `/`. Where a folder and an object have
 * the same name, the folder is meant, as it holds more. Throws SourceError not-found.
 */
export async function findStart(prefix: string, explorer: Explorer): Promise<string> {
  if (prefix === '' || prefix.endsWith('/')) return prefix
  let page: Page
  try {
    page = await explorer.list(prefix, PAGE)
  } catch (error) {
    if (!(error instanceof SourceError) || error.code !== 'denied') throw error
    // A policy may let list what lies below, and not what begins alike: `PREFIX/*` does not take in `PREFIX`.
    if (await mayList(`${prefix}/`, explorer)) return `${prefix}/`
    if (await explorer.exists(prefix)) return prefix
    throw error
  }
  const folder = `${prefix}/`
  if (page.folders.includes(folder)) return folder
  // `prefix-a` and `prefix.a` come before `prefix/`, and may fill the page.
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

/** Keys that begin like it, or else the nearest folder above that holds something. */
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
