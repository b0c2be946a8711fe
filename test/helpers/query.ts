// Runs the engine with defaults for everything that a test does not care about.

import { EVERYTHING } from '../../src/filter/clause.ts'
import type { DecodePlan } from '../../src/decode/batch.ts'
import type { RowFormat } from '../../src/format/row.ts'
import type { WalkPlan } from '../../src/logfile/plan.ts'
import type { Query } from '../../src/query/query.ts'
import type { RunReport } from '../../src/query/report.ts'
import { type EngineOptions, openEngine } from '../../src/query/engine.ts'
import type { RunHooks } from '../../src/query/engine.ts'

export interface Asked {
  readonly rows: string[]
  readonly report: RunReport
  readonly failure: unknown
}

export const PLAN: WalkPlan = {
  folders: new Set(['CloudTrail']),
  lateDays: 1,
  ignoreNames: false,
  now: Date.UTC(2030, 0),
}

/** A query together with its plan and the options of its engine. */
export type PartialQuery = Partial<Omit<Query & DecodePlan & EngineOptions, 'walk' | 'plan' | 'sources'>> & {
  readonly sources: EngineOptions['sources']
  readonly walk?: Partial<WalkPlan>
  readonly row?: RowFormat
  readonly ascending?: boolean
}

export function queryOf({
  walk,
  row = { kind: 'jsonl' },
  ascending = false,
  filter = EVERYTHING,
  output = { kind: 'rows', row, ascending },
  maxInflated = 1 << 24,
  debug = false,
  ...rest
}: Omit<PartialQuery, 'sources'> = {}): Query {
  return {
    walk: { ...PLAN, ...walk },
    plan: { filter, output, maxInflated, debug },
    limit: undefined,
    keepDuplicates: false,
    ...rest,
  }
}

export function engineOf(options: Partial<EngineOptions> & Pick<EngineOptions, 'sources'>): EngineOptions {
  return { threads: 0, concurrency: 8, ...options }
}

/** Hooks that get one row at a time, each awaited. */
export interface AskHooks extends Omit<RunHooks, 'onRows'> {
  readonly onRow?: (row: Uint8Array) => Promise<void> | undefined
}

export async function ask(query: PartialQuery, { onRow, ...hooks }: AskHooks = {}): Promise<Asked> {
  const rows: string[] = []
  const engine = openEngine(engineOf(query))
  const { report, failure } = await engine.run(queryOf(query), {
    ...hooks,
    async onRows(run) {
      for (let i = 0; i < run.count; i++) {
        if (onRow) await onRow(run.row(i))
        else rows.push(Buffer.from(run.row(i)).toString())
      }
    },
  })
  await engine.close()
  return { rows, report, failure }
}
