// Lists the folders of one source for a walk, counts the listings, and reports those that fail. Where one request
// returns up to 1,000 names, a small tree is listed in one piece, and its folders are then answered from memory.

import { setImmediate } from 'node:timers/promises'
import { bearable, type Listing, type ListOptions, type Source, type SourceObject } from '../source/source.ts'
import { fileNameOf, folderOf, lastName } from './key-path.ts'
import { LinkedFolders } from './linked-folders.ts'
import type { WalkReport } from './walk-report.ts'
import { milliseconds } from '../util/milliseconds.ts'

const PAGE = 1000
/** Pages that one piece may take in a run that takes every file; any other run takes one page. */
const MAX_PAGES = 16
/** Maximum number of objects in pieces that wait to be used; each takes about 300 bytes. */
const MAX_KEPT = 200_000
/** When trees too large for one piece outnumber the others by more than this, no more are tried. */
const MAX_FAILURES = 4
/** Maximum number of folders on disk that are searched for a first file. */
const MAX_LOOKS = 50

/** Listing on disk is synchronous. After this many milliseconds the event loop gets a turn, so that Ctrl-C is noticed. */
const BREATH = 50

const EMPTY: Listing = { folders: [], objects: [] }

/** Objects below a folder, at any depth. */
export interface Look {
  readonly objects: readonly SourceObject[]
  /** True if these are all of them. */
  readonly isWhole: boolean
}

export class Lister {
  readonly source: Source
  private readonly report: WalkReport
  private readonly asked: Pick<ListOptions, 'signal' | 'wanted'>
  private readonly takesAll: boolean
  private readonly takesWindow: boolean
  private readonly pieces = new Map<string, Listing>()
  private readonly linked: LinkedFolders
  private breathed = milliseconds()
  private kept = 0
  private failures = 0
  /** Months in a row of which pages were no cheaper than days. */
  private fullMonths = 0

  constructor(
    source: Source,
    report: WalkReport,
    {
      signal,
      wanted,
      takesAll = false,
      takesWindow = takesAll,
    }: Pick<ListOptions, 'signal' | 'wanted'> & {
      takesAll?: boolean | undefined
      /** Every folder that is not skipped will be listed. */
      takesWindow?: boolean | undefined
    },
  ) {
    this.source = source
    this.report = report
    this.asked = { signal, wanted }
    this.takesAll = takesAll
    this.takesWindow = takesWindow
    this.linked = new LinkedFolders(source.realStart)
  }

  /**
   * The direct content of a folder. If it cannot be listed, reports that and returns an empty listing. Throws errors
   * that end the run.
   */
  async list(folder: string): Promise<Listing> {
    try {
      return await this.listOrThrow(folder)
    } catch (error) {
      this.tell(folder, error)
      return EMPTY
    }
  }

  async listOrThrow(folder: string): Promise<Listing> {
    const known = this.pieces.get(folder)
    if (known !== undefined) {
      this.pieces.delete(folder)
      this.kept -= known.objects.length
      return known
    }
    this.report.listed++
    this.report.listing = folder
    if (!this.source.remote) await this.breathe()
    const listing = await this.source.list(folder, this.asked)
    if (listing.links === undefined && !this.linked.isAbove(folder)) return listing
    const folders = this.linked.notSeen(folder, listing)
    this.report.linked +=
      new Set([...listing.folders, ...(listing.links?.keys() ?? [])]).size - folders.length
    return { folders, objects: listing.objects }
  }

  private async breathe(): Promise<void> {
    this.asked.signal?.throwIfAborted()
    if (milliseconds() - this.breathed < BREATH) return
    await setImmediate()
    this.asked.signal?.throwIfAborted()
    this.breathed = milliseconds()
  }

  /** Puts a listing back, to be returned by the next call for this folder. */
  keep(folder: string, listing: Listing): void {
    this.pieces.set(folder, listing)
    this.kept += listing.objects.length
  }

  /**
   * Tries to list everything below a folder with one request, or a few in a run that takes everything. Objects of
   * folders that are not `wanted` are dropped. Does nothing on disk, where it would save nothing.
   */
  async tryWhole(folder: string, wanted: (folder: string) => boolean): Promise<void> {
    if (!this.source.remote || this.pieces.has(folder)) return
    if (this.failures > MAX_FAILURES || this.kept >= MAX_KEPT) return
    const look = await this.page(folder, this.takesAll ? MAX_PAGES * PAGE : PAGE)
    if (!look?.isWhole) this.failures++
    else {
      this.failures = Math.max(0, this.failures - 1)
      this.keepWhole(folder, look.objects, wanted)
    }
  }

  /**
   * The first files below a folder. On disk: the files beside the first one that has a CloudTrail name, if there is
   * one nearby, else the first and the last file of each folder. Undefined if something could not be listed, because
   * the result would then prove nothing.
   */
  async look(folder: string): Promise<Look | undefined> {
    if (this.source.remote) {
      const look = await this.page(folder, PAGE)
      if (look?.isWhole) this.keepWhole(folder, look.objects, () => true)
      // Where a folder cannot be listed in one piece, it is looked into as on disk.
      if (look !== undefined) return look
    }
    const objects: SourceObject[] = []
    const folders = [folder]
    for (let n = 0; n < MAX_LOOKS && folders.length > 0; n++) {
      const listing = await this.source.list(folders.shift()!, this.asked).catch(bearable)
      if (listing instanceof Error) return undefined // reported when the folder itself is listed
      if (listing.objects.some(({ key }) => fileNameOf(key) !== undefined))
        return { objects: listing.objects, isWhole: false }
      const [first] = listing.objects
      const last = listing.objects.at(-1)
      if (first !== undefined) objects.push(first)
      if (last !== undefined && last !== first) objects.push(last)
      folders.unshift(...listing.folders.slice(0, MAX_LOOKS))
    }
    return { objects, isWhole: folders.length === 0 }
  }

  /**
   * Lists days of a month in pages of all their files, where that takes fewer requests than a listing of each day. What
   * does not fit is listed day by day. `days` are folders in `month`, ascending, and nothing is left out between them
   * but what is skipped.
   */
  async tryDays(month: string, days: readonly string[]): Promise<void> {
    const first = days[0]
    if (!this.source.remote || !this.takesWindow || first === undefined || days.length < 2) return
    if (this.fullMonths > MAX_FAILURES || this.kept >= MAX_KEPT || this.pieces.has(first)) return
    const pages = Math.min(days.length - 1, MAX_PAGES)
    // Asking after a folder gives the files in it.
    const look = await this.page(month, pages * PAGE, first)
    if (look === undefined) return
    const { objects, isWhole } = look
    this.report.listed += Math.ceil(objects.length / PAGE) - 1
    const last = objects.at(-1)?.key ?? ''
    let from = 0
    let complete = 0
    for (const day of days) {
      // Where the listing ends within a day, or before it, its other files are not known.
      if (!isWhole && (last < day || last.startsWith(day))) break
      while (from < objects.length && objects[from]!.key < day) from++
      let to = from
      while (to < objects.length && objects[to]!.key.startsWith(day)) to++
      this.keepWhole(day, objects.slice(from, to), () => true)
      from = to
      complete++
    }
    this.fullMonths = complete > Math.ceil(objects.length / PAGE) ? 0 : this.fullMonths + 1
  }

  private async page(folder: string, atMost: number, startAfter?: string): Promise<Look | undefined> {
    this.report.listed++
    this.report.listing = folder
    try {
      const options = { ...this.asked, deep: true, atMost, startAfter }
      const { folders, objects, more } = await this.source.list(folder, options)
      // A source that does not support `deep` returns folders.
      return folders.length > 0 ? undefined : { objects, isWhole: more !== true }
    } catch (error) {
      bearable(error) // the folder is listed in the usual way, which reports the error if that fails too
      return undefined
    }
  }

  private keepWhole(
    folder: string,
    objects: readonly SourceObject[],
    wanted: (folder: string) => boolean,
  ): void {
    const made = new Map<string, { folders: string[]; objects: SourceObject[] }>()
    const add = (key: string): { folders: string[]; objects: SourceObject[] } => {
      const known = made.get(key)
      if (known !== undefined) return known
      const listing = { folders: [], objects: [] }
      made.set(key, listing)
      if (key.length > folder.length) add(key.slice(0, -1 - lastName(key).length)).folders.push(key)
      return listing
    }
    add(folder)
    let last = ''
    let into = made.get(folder)!.objects
    let isWanted = true
    for (const object of objects) {
      const parent = folderOf(object.key)
      if (parent !== last) {
        into = add(parent).objects
        isWanted = wanted(parent)
        last = parent
      }
      // The S3 console creates a folder as an empty object of that name.
      if (isWanted && object.key !== parent) into.push(object)
    }
    for (const [key, listing] of made) {
      // Keys sort `a-b/` before `a/b`; folders must have the same order.
      listing.folders.sort()
      this.keep(key, listing)
    }
  }

  private tell(folder: string, error: unknown): void {
    this.report.problem(bearable(error).about(this.source.display(folder), 'unlisted').problem())
  }
}
