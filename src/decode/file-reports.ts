// Collects what decoding a batch says of its files.

import type { Problem } from '../util/problem.ts'
import type { FileInput, FileNote, FileReports, Survey } from './batch.ts'

/** Of the file that is being decoded: one object for all of them. */
export interface FileReport {
  index: number
  bytes: number
  inflated: number
  records: number
  matched: number
  passedOver: boolean
  misnamed: string | undefined
  problems: readonly Problem[]
  survey: Survey | undefined
  head: string | undefined
}

export const NO_PROBLEMS: readonly Problem[] = []

/** Fills the report of a file with what is known when its text is. */
export function setReport(
  report: FileReport,
  { index }: FileInput,
  problems: readonly Problem[],
  bytes = 0,
  inflated = 0,
): void {
  report.index = index
  report.bytes = bytes
  report.inflated = inflated
  report.records = 0
  report.matched = 0
  report.passedOver = false
  report.misnamed = undefined
  report.problems = problems
  report.survey = undefined
  report.head = undefined
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
