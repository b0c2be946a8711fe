// More groups than fit into memory: bounded, told in a line, and the exit code says that something is missing.

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runCli } from '../../../helpers/run-cli.ts'
import { tempLogs } from '../../../helpers/temp-logs.ts'

it('denied counts what it could not keep', async () => {
  const { folder } = logs
  const groups = 100_003
  const records = Array.from(
    { length: groups },
    (_, n) =>
      `{"eventVersion":"1.08","eventTime":"2024-01-01T00:00:00Z","eventID":"${n}","eventSource":"s3.amazonaws.com","eventName":"Get${n}","errorCode":"AccessDenied"}`,
  )
  writeFileSync(join(folder, 'many.json'), `{"Records":[${records.join(',')}]}`)
  const { stdout, stderr, code } = await runCli(['denied', folder, '-n', '1', '-q'])
  expect(stdout.trimEnd().split('\n')).toHaveLength(1)
  expect(stderr).toBe(
    'incomplete: denied: 3 calls not counted: more different values than fit into memory\nhint: narrow the filter or the period\n',
  )
  expect(code).toBe(1)
})

const logs = tempLogs()
