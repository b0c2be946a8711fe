// The count of `coverage.js` over trees whose answer is known. Needs dist/.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempLogs } from '../helpers/temp-logs.ts'
import { assume, AT, record, roleSession, user } from '../unit/trace/records.ts'
import { coverage, report } from './coverage.js'

const logs = tempLogs()
const SAMPLES = ['logs', 'chains'].map((folder) => join(import.meta.dirname, '../../samples', folder))

/** What `trace` may say of what the records alone say. */
const AGREES: Readonly<Record<string, RegExp>> = {
  'by key': /^(?:one \w+ session, )?by key$/,
  'by key, of several calls': /^ambiguous, by key$/,
  console: /^one console session, /,
  forwarded: /^one \w+ session, /,
}

test('whatever the records of the samples join, trace joins', () => {
  const pairs = [...coverage(SAMPLES).pairs.keys()].map((pair) => pair.split('\t') as [string, string])
  expect(pairs.filter(([simple, ours]) => AGREES[simple]?.test(ours) === false)).toEqual([])
  expect(new Set(pairs.map(([simple]) => simple))).toEqual(new Set(['by key', 'console', 'none of these']))
})

test('keys of one call, of several, of the console, of a service, and of nobody are counted', () => {
  const console = { sessionCredentialFromConsole: 'true' }
  const created = { sessionContext: { attributes: { creationDate: AT } } }
  logs.write('events.json', [
    assume(user('ann'), 'app', 's', 'ASIA1'),
    record('Use', roleSession('app', 's', 'ASIA1')),
    assume(user('ann'), 'web', 's', 'ASIA2'),
    assume(user('bob'), 'web', 's', 'ASIA2'),
    record('Use', roleSession('web', 's', 'ASIA2')),
    record('Use', { ...roleSession('web', 's', 'ASIA2'), invokedBy: 's3.amazonaws.com' }),
    record('Use', { ...user('ann', 'ASIA3'), ...created }, console),
    record('Use', { ...user('ann', 'ASIA4'), ...created }),
    record('Use', { ...user('bob', 'ASIA5'), ...created, invokedBy: 's3.amazonaws.com' }),
    record('Use', roleSession('old', 's', 'ASIA6')),
    record('Use', user('ann')),
  ])
  const counted = coverage([logs.folder])
  expect(Object.fromEntries(counted.pairs)).toEqual({
    'by key\tby key': 1,
    'by key, of several calls\tambiguous, by key': 2,
    'console\tone console session, sign-in not in these logs': 1,
    'none of these\tsame console session': 1,
    'forwarded\tone forwarded session, forwarded by a service': 1,
    'none of these\tissuing call not in these logs': 1,
  })
  expect(report(counted)[0]).toBe('11 events, 7 of them with a temporary or an issued key')
})
