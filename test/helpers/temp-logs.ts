// A folder of log files for one test file. Records are written as given; the folder is deleted after the tests.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

export interface TempLogs {
  /** Writes a log file and returns its path. A record given as text is written as it is. */
  readonly write: (name: string, records: readonly (object | string)[]) => string
  readonly folder: string
}

export function tempLogs(): TempLogs {
  const folder = mkdtempSync(join(tmpdir(), 'trail-explore-logs-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  return {
    folder,
    write(name, records) {
      const texts = records.map((record) => (typeof record === 'string' ? record : JSON.stringify(record)))
      writeFileSync(join(folder, name), `{"Records":[${texts.join(',')}]}`)
      return join(folder, name)
    },
  }
}
