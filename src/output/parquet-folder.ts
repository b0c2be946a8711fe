// A folder of Parquet files in Hive-style partitions. The folder appears complete or not at all.

import { appendFile, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { nameBeside } from '../util/name-beside.ts'
import { unfinished } from '../util/unfinished.ts'
import { UsageError } from '../util/usage-error.ts'
import type { Row } from '../format/table-row.ts'
import { ParquetFile } from './parquet.ts'

/** Maximum length of buffered text in all partitions. */
const MAX_WAITING = 64 << 20
const NO_VALUE = '__HIVE_DEFAULT_PARTITION__'

export interface Partition {
  readonly name: string
  /** undefined for a row that has none, or whose value cannot be a folder name. */
  readonly value: string | undefined
}

export class ParquetFolder {
  files = 0
  bytes = 0
  /** Number of records that are not UTF-8, in finished files. */
  notUtf8 = 0
  private readonly target: string
  private readonly temporary: string
  private readonly done: () => void
  private readonly open = new Map<string, ParquetFile>()
  /** Number of finished files by partition. */
  private readonly numbers = new Map<string, number>()
  private waiting = 0

  private constructor(target: string) {
    this.target = target
    this.temporary = nameBeside(target)
    this.done = unfinished(this.temporary)
  }

  /** Throws UsageError if the folder exists and is not empty. */
  static async create(path: string, cwd: string): Promise<ParquetFolder> {
    const folder = new ParquetFolder(resolve(cwd, path))
    const inside = await readdir(folder.target).catch((error: unknown) => {
      if ((error as { code?: unknown }).code === 'ENOENT') return undefined
      throw new UsageError(`${path}: is not a folder`, 'choose another name')
    })
    if (inside !== undefined && inside.length > 0)
      throw new UsageError(
        `${path}: exists already and is not empty`,
        'choose another name, or remove it first',
      )
    await mkdir(folder.temporary, { recursive: true }).catch(() => {
      throw new UsageError(`${path}: cannot be made`, 'choose a folder that is writable')
    })
    return folder
  }

  /** Adds a row and its record. `length` is that of both as text. */
  async add(row: Row, raw: Uint8Array, length: number, partitions: readonly Partition[]): Promise<void> {
    const key = partitions.map(({ name, value }) => `${name}=${value ?? NO_VALUE}`).join('/')
    let file = this.open.get(key)
    if (file === undefined) this.open.set(key, (file = new ParquetFile()))
    file.add(row, raw, length)
    this.waiting += length
    if (file.isFull) await this.write(key, file)
    while (this.waiting >= MAX_WAITING) {
      const [largest] = [...this.open].sort(([, a], [, b]) => b.waiting - a.waiting)
      await this.write(...largest!)
    }
  }

  /** Finishes the files of partitions that get no more rows. A later row of such a partition starts another file. */
  async finish(isOver: (key: string) => boolean = () => true): Promise<void> {
    for (const [key, file] of this.open) {
      if (!isOver(key)) continue
      this.waiting -= file.waiting
      await this.append(key, await file.finish())
      this.notUtf8 += file.notUtf8
      this.open.delete(key)
      this.numbers.set(key, (this.numbers.get(key) ?? 0) + 1)
      this.files++
    }
  }

  /** Makes the folder appear under its final name. */
  async commit(): Promise<void> {
    await rmdir(this.target).catch(() => {})
    await rename(this.temporary, this.target)
    this.done()
  }

  /** Removes what was written. Does nothing after `commit`. */
  async abort(): Promise<void> {
    await rm(this.temporary, { recursive: true, force: true })
    this.done()
  }

  private async write(key: string, file: ParquetFile): Promise<void> {
    this.waiting -= file.waiting
    await this.append(key, await file.take())
  }

  // The file is opened for each piece, because there may be more partitions than a process may have open files.
  private async append(key: string, bytes: Uint8Array): Promise<void> {
    const folder = join(this.temporary, key)
    await mkdir(folder, { recursive: true })
    await appendFile(join(folder, `events-${(this.numbers.get(key) ?? 0) + 1}.parquet`), bytes)
    this.bytes += bytes.length
  }
}
