// Values from the user's environment: AWS CLI profiles, and values of a field in local logs. Nothing is fetched from
// the network, and the time is limited: values found until then are offered.

import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Io } from '../../cli/io.ts'
import { openSources } from '../../cli/reading/open-sources.ts'
import { select } from '../../cli/options/select-events.ts'
import { openEngine } from '../../query/engine.ts'

const TIMEOUT = 1500
const MAX_VALUES = 500
const MAX_INFLATED = 64 * 2 ** 20
/** A shell expands completed words, and a log may contain any text, so only words without shell syntax are offered. */
const SAFE = /^[\w.:@/+=%-]+$/

/** Prints one value per line, the most frequent first. `words` are those of the command line, including sources. */
export async function printValues(field: string, words: readonly string[], io: Io): Promise<void> {
  const values = field === 'profile' ? profiles(io) : await seen(field, words, io)
  const safe = values.filter((value) => SAFE.test(value) && !value.startsWith('-')).slice(0, MAX_VALUES)
  await io.out.write(safe.map((value) => `${value}\n`).join(''))
}

async function seen(field: string, words: readonly string[], io: Io): Promise<readonly string[]> {
  const typed = words.filter((word) => /^[^-]/.test(word) && existsSync(resolve(io.cwd, word)))
  const standIn = io.env['TRAIL_EXPLORE_SOURCE'] ?? 'AWSLogs'
  const uris = typed.length > 0 ? typed : existsSync(resolve(io.cwd, standIn)) ? [standIn] : []
  if (uris.length === 0) return []
  const late = AbortSignal.any([io.signal, AbortSignal.timeout(TIMEOUT)])
  const concurrency = 8
  const flags = { signRequest: true, concurrency, lateDays: 1 }
  const { sources } = await openSources(uris, flags, { ...io, signal: late })
  const engine = openEngine({ sources, threads: 0, concurrency })
  try {
    const { walk, filter } = select(flags, { now: io.now(), hideReadOnly: false, onlyFiles: false })
    const output = { kind: 'aggregate', spec: { columns: [field], lists: [] } } as const
    const plan = { filter, output, maxInflated: MAX_INFLATED, debug: false }
    const { aggregate } = await engine.run(
      { walk, plan, limit: undefined, keepDuplicates: true },
      { signal: late },
    )
    const counts = [...(aggregate?.columns[0] ?? [])].sort((a, b) => b[1] - a[1])
    return counts.map(([value]) =>
      field === 'event-source' ? value.replace(/\.amazonaws\.com$/, '') : value,
    )
  } finally {
    await engine.close()
    for (const source of sources) source.close?.()
  }
}

/** Profiles from the AWS CLI's files, whose paths its environment variables may change. */
function profiles({ env, cwd }: Io): readonly string[] {
  const folder = join(env['HOME'] ?? env['USERPROFILE'] ?? cwd, '.aws')
  const config = textOf(env['AWS_CONFIG_FILE'] ?? join(folder, 'config'))
  const credentials = textOf(env['AWS_SHARED_CREDENTIALS_FILE'] ?? join(folder, 'credentials'))
  const names = [
    ...[...config.matchAll(/^\s*\[\s*(?:profile\s+)?([^\]\s]+)\s*\]/gm)].map(([, name]) => name!),
    ...[...credentials.matchAll(/^\s*\[\s*([^\]\s]+)\s*\]/gm)].map(([, name]) => name!),
  ]
  return [...new Set(names)].sort()
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
