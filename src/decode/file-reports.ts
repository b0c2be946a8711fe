// Collects what decoding a batch says of its files.

import type { Problem } from '../util/problem.ts'
import type { FileInput, FileNote, FileReports, Survey } from './batch.ts'

export const NO_PROBLEMS: readonly Problem[] = []

/** Of the file that is being decoded: one object for all of them. */
export class FileReport {
  index = 0
  bytes = 0
  inflated = 0
  records = 0
  matched = 0
  passedOver = false
  misnamed: string | undefined
  problems = NO_PROBLEMS
  survey: Survey | undefined
  head: string | undefined

  /** Of another file from now on, with what is known when its text is. */
  begin({ index }: FileInput, problems: readonly Problem[], bytes = 0, inflated = 0): void {
    this.index = index
    this.bytes = bytes
    this.inflated = inflated
    this.records = 0
    this.matched = 0
    this.passedOver = false
    this.misnamed = undefined
    this.problems = problems
    this.survey = undefined
    this.head = undefined
  }
}

export class ReportBuilder {
  private readonly numbers: Int32Array
  private readonly matches: Int32Array
  private readonly notes: FileNote[] = []
  private count = 0
  private bytes = 0
  private inflated = 0
  private records = 0
  private passedOver = 0

  constructor(files: number) {
    this.numbers = new Int32Array(files)
    this.matches = new Int32Array(files)
  }

  add(report: FileReport): void {
    const { index, records, misnamed, problems, survey, head } = report
    this.numbers[this.count] = index
    this.matches[this.count++] = report.matched
    this.bytes += report.bytes
    this.inflated += report.inflated
    this.records += records
    if (report.passedOver) this.passedOver++
    if (problems.length > 0 || misnamed !== undefined || survey !== undefined || head !== undefined)
      this.notes.push({ index, records, misnamed, problems, survey, head })
  }

  finish(): FileReports {
    const { bytes, inflated, records, passedOver, notes, count } = this
    const [numbers, matches] = [this.numbers.subarray(0, count), this.matches.subarray(0, count)]
    return { numbers, matches, bytes, inflated, records, passedOver, notes }
  }
}
