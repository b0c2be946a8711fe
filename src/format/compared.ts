// Events side by side as rows with a cell for each: their details, and the paths at which their records differ.

import { differences, type Difference } from '../util/differences.ts'
import { compileDetails, DETAIL_FIELDS, detailText, MORE_FIELDS } from './details.ts'
import type { LocatedEvent } from './located.ts'

export interface ComparedRow {
  readonly label: string
  /** One cell for each event, empty for no value. Unsanitized text from the log. */
  readonly cells: readonly string[]
  readonly differs: boolean
}

/** The fields for which some event has a value, and those named by `always`. */
export function comparedDetails(
  events: readonly LocatedEvent[],
  timeZone: string | undefined,
  always: readonly string[],
): readonly ComparedRow[] {
  const fields = [...DETAIL_FIELDS, ...MORE_FIELDS, 'resource-type', 'resource-name', 'file']
  const details = compileDetails(fields, timeZone)
  const columns = events.map(({ event }) => details(event))
  return fields.flatMap((field, row): readonly ComparedRow[] => {
    const values = columns.map((column) => column[row]!)
    if (!always.includes(field) && values.every(({ text }) => text === '')) return []
    const differs = values.some(({ text }) => text !== values[0]!.text)
    return [{ label: values[0]!.field.label, cells: values.map(detailText), differs }]
  })
}

export function differencesOf(events: readonly LocatedEvent[]): readonly Difference[] {
  return differences(events.map(({ raw }) => Buffer.from(raw).toString()))
}

export function comparedPaths(paths: readonly Difference[]): readonly ComparedRow[] {
  return paths.map(({ path, values }) => ({
    label: path,
    cells: values.map((value) => value ?? ''),
    differs: true,
  }))
}
