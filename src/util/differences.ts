// Finds where records differ, value by value.

import { jsonLeaves } from './json-leaves.ts'

export interface Difference {
  readonly path: string
  /** Compact JSON, one for each record; undefined if the record has no value or null at this path. */
  readonly values: readonly (string | undefined)[]
}

/** The paths at which not all records have the same value, in order of occurrence. `records` must be valid JSON. */
export function differences(records: readonly string[]): readonly Difference[] {
  const leaves = records.map(jsonLeaves)
  const paths = new Set(leaves.flatMap((of) => [...of.keys()]))
  return [...paths]
    .map((path) => ({
      path,
      values: leaves.map((of) => (of.get(path) === 'null' ? undefined : of.get(path))),
    }))
    .filter(({ values }) => values.some((value) => value !== values[0]))
}
