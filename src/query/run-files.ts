// The files of a run while they are read: which are skipped without being opened, which are in progress, and what the
// report says about each.

import type { Batch, FileInput } from '../decode/batch.ts'
import type { LogFile } from '../logfile/accept.ts'
import type { Suspects } from '../logfile/foreign.ts'
import { PROBLEM_KINDS, type Problem } from '../util/problem.ts'
import { IndexUse, type IndexOptions, type Unknown } from './index-use.ts'
import type { Query } from './query.ts'
import type { RunReport } from './report.ts'
import type { RowOutput } from './row-output.ts'
import { Watermark } from './watermark.ts'

/** Called for each file that was examined; `isWhole` is false if a part of it could not be read. */
export type OnFile = (file: LogFile, isWhole: boolean) => void

interface InProgress {
  readonly file: LogFile
  /** Set if the file will be added to the index. */
  readonly unknown: Unknown | undefined
}

export class RunFiles {
  readonly watermark = new Watermark()
  private readonly query: Query
  private readonly rows: RowOutput
  private readonly report: RunReport
  private readonly onFile: OnFile | undefined
  private readonly index: IndexUse | undefined
  // Only files that were read count as covered.
  private readonly inProgress = new Map<number, InProgress>()

  constructor(query: Query, rows: RowOutput, report: RunReport, index?: IndexOptions, onFile?: OnFile) {
    this.query = query
    this.rows = rows
    this.report = report
    this.onFile = onFile
    // Verified files are always read, without the index.
    this.index = index && !query.fileGuard ? new IndexUse(index, query.plan.filter) : undefined
  }

  /** What the decoders need to know of a file; undefined for a file that is skipped. */
  accept(logFile: LogFile): FileInput | undefined {
    if (this.query.isKnown?.(logFile)) return undefined
    const { source, object, name, notAfter } = logFile
    const { files } = this.report
    const trust = this.query.fileGuard?.(logFile)
    if (trust && 'leftOut' in trust) {
      this.refuse(source.display(object.key), trust)
      return undefined
    }
    if (this.rows.mayPrecede(notAfter)) this.rows.disordered(source.display(object.key))
    files.wanted++
    const known = this.index?.look(logFile, {
      files: files.read - files.byIndex,
      bytes: this.report.bytes,
    })
    if (known === 'ruled out') {
      files.read++
      files.byIndex++
      if (name) this.report.coverage.add(name)
      this.onFile?.(logFile, true)
      return undefined
    }
    const index = this.watermark.add(notAfter)
    this.inProgress.set(index, { file: logFile, unknown: known })
    return {
      index,
      survey: known && true,
      file: source.display(object.key),
      account: object.states?.account ?? name?.account,
      notAfter,
      path: source.localPath?.(object.key),
      isRegular: object.isRegular,
      sha256: trust?.sha256,
    }
  }

  /** Counts a file that need not be read, because a look at its folder showed another service's logs. */
  leave(index: number, { of, folder }: Suspects): void {
    const { files } = this.report
    const place = this.inProgress.get(index)!.file.source.display(folder)
    files.others.set(place, { of, files: (files.others.get(place)?.files ?? 0) + 1 })
    files.wanted--
    this.done(index, true)
  }

  /** Reports a file that could not be read. */
  lose(index: number, problem: Problem): void {
    this.report.problems.add(problem)
    this.done(index, false)
  }

  /** Reports the files of a batch. */
  finish({ files, paths, times }: Batch): void {
    const { report } = this
    const { numbers, matches, notes } = files
    report.files.read += numbers.length
    report.files.passedOver += files.passedOver
    report.bytes += files.bytes
    report.inflated += files.inflated
    report.records += files.records
    for (const matched of matches) report.matched += matched
    const broken = new Set<number>()
    for (const { index, records, misnamed, problems, survey } of notes) {
      if (records === 0 && problems.some(({ kind }) => kind === 'skipped')) report.files.foreign++
      if (misnamed !== undefined) this.rows.disordered(misnamed)
      for (const problem of problems) report.problems.add(problem)
      if (problems.some(({ kind }) => PROBLEM_KINDS[kind].fails)) broken.add(index)
      const { unknown } = this.inProgress.get(index)!
      if (unknown && survey) this.index!.learn(unknown, survey)
    }
    for (const index of numbers) {
      const { name } = this.inProgress.get(index)!.file
      if (name) report.coverage.add(name)
      this.done(index, !broken.has(index))
    }
    for (const [step, time] of Object.entries(times)) report.steps[step as keyof typeof times] += time
    for (const path of paths.seen) report.paths.seen.add(path)
    for (const [path, near] of paths.near) report.paths.near.set(path, near)
  }

  /** Saves the index, if the run was worth it. */
  saveIndex(): void {
    const { files, inflated } = this.report
    if (this.index) files.indexed = this.index.finish({ files: files.read, inflated })
  }

  private refuse(file: string, { leftOut, told }: { leftOut: string; told: boolean }): void {
    const { files, problems } = this.report
    files.refused.set(leftOut, (files.refused.get(leftOut) ?? 0) + 1)
    if (!told) problems.add({ kind: 'unverified', file, what: leftOut })
  }

  private done(index: number, isWhole: boolean): void {
    const { file } = this.inProgress.get(index)!
    this.inProgress.delete(index)
    this.onFile?.(file, isWhole)
    this.watermark.finish(index)
  }
}
