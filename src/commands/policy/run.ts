// Runs `policy`: calls that succeeded → actions and resources → a policy, and notes on what it cannot cover.

import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { say } from '../../cli/messages/print.ts'
import { count } from '../../cli/messages/units.ts'
import { readEvents, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { formatTime } from '../../event/event-time.ts'
import { eventName, eventSource } from '../../event/names.ts'
import { allOf, type Filter } from '../../filter/clause.ts'
import { presetOf } from '../../filter/presets.ts'
import { printableJson } from '../../format/sanitize.ts'
import { grantedActions } from '../../iam/granted.ts'
import { permissionsOf, policyDocument } from '../../iam/policy.ts'
import { REFERENCE_DATE } from '../../iam/service-reference.ts'
import { UsageError } from '../../util/usage-error.ts'
import { matchesWildcards } from '../../util/wildcard.ts'

export interface PolicyFlags extends ReadingFlags {
  readonly existing?: string
  readonly deniedToo?: true
  readonly output?: 'policy' | 'json'
}

/** An action with more resources gets `*`, because a policy of thousands of object keys is useless. */
const MAX_RESOURCES = 50

const SUCCEEDED: Filter = { kind: 'not', of: { kind: 'errors' } }
const DENIED: Filter = presetOf('denied').filter

export async function runPolicy(uris: readonly string[], flags: PolicyFlags, io: Io): Promise<ExitCode> {
  const granted = flags.existing === undefined ? undefined : await readPolicy(flags.existing, io.cwd)
  return readEvents({ uris, flags, io }, async (reading) => {
    const permissions = new Map<string, Set<string>>()
    const unmapped = new Map<string, number>()
    const widened = new Set<string>()
    let [events, first, last, dataEvents] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0]
    const stream = reading.events({
      filter: allOf([
        reading.selection.filter,
        flags.deniedToo ? { kind: 'any', of: [SUCCEEDED, DENIED] } : SUCCEEDED,
      ]),
    })
    for await (const { event } of stream) {
      events++
      first = Math.min(first, Number.isNaN(event.time) ? first : event.time)
      last = Math.max(last, Number.isNaN(event.time) ? last : event.time)
      if (event.text('eventCategory') === 'Data') dataEvents++
      const needed = permissionsOf(event)
      if (needed === undefined) {
        const call = `${eventSource(event) ?? '-'} ${eventName(event) ?? '-'}`
        unmapped.set(call, (unmapped.get(call) ?? 0) + 1)
      }
      for (const { action, resources } of needed ?? []) {
        let known = permissions.get(action)
        if (known === undefined) permissions.set(action, (known = new Set()))
        if (known.has('*')) continue
        for (const resource of resources) known.add(resource)
        if (known.size > MAX_RESOURCES) {
          known.clear()
          known.add('*')
          widened.add(action)
        }
      }
    }
    const result = await stream.result
    const policy = policyDocument(permissions)
    const unused = granted?.filter(
      (pattern) => ![...permissions.keys()].some((used) => covers(pattern, used)),
    )
    const missing =
      granted &&
      [...permissions.keys()].sort().filter((used) => !granted.some((pattern) => covers(pattern, used)))
    const value =
      flags.output === 'json'
        ? {
            policy,
            events,
            first: formatTime(first) || null,
            last: formatTime(last) || null,
            dataEvents,
            reference: REFERENCE_DATE,
            widened: [...widened].sort(),
            unmapped: [...unmapped].sort(byCall).map(([call, n]) => ({ call, events: n })),
            ...(granted && { unused, missing }),
          }
        : policy
    const text = `${JSON.stringify(value, undefined, 2)}\n`
    await io.out.write(io.out.isTty ? printableJson(text) : text)
    const days = events === 0 || first > last ? 0 : Math.floor((last - first) / 86_400_000) + 1
    await say(
      io,
      [
        `note: a proposal from ${count(events, 'call')} that ${flags.deniedToo ? 'succeeded or were denied' : 'succeeded'} in ${count(days, 'day')}; calls that were not made in that time are missing`,
        'note: actions are derived from the names of calls, and conditions are not considered; review it before use',
        ...(dataEvents === 0
          ? [
              'note: no data events in these logs: objects, items and the like may have been read or written nevertheless',
            ]
          : []),
        ...[...widened].sort().map((action) => `note: ${action}: more than ${MAX_RESOURCES} resources, so *`),
        ...[...unmapped].sort(byCall).map(([call, n]) => `note: not mapped: ${call} (${count(n, 'event')})`),
        ...(unused ?? []).map((action) => `note: granted but not used: ${action}`),
        ...(missing ?? []).map((action) => `note: used but not granted: ${action}`),
      ],
      flags.color,
    )
    return reading.finish(result, { verb: 'read' })
  })
}

/** Matches like IAM: case-insensitive, `*` is any text, `?` is one character. */
function covers(pattern: string, action: string): boolean {
  return matchesWildcards(pattern.toLowerCase(), action.toLowerCase())
}

async function readPolicy(file: string, cwd: string): Promise<readonly string[]> {
  let text: string
  try {
    text = await readFile(resolve(cwd, file), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`--existing ${file}: cannot be read (${code})`, 'give a file with an IAM policy')
  }
  const actions = grantedActions(text)
  if (actions === undefined)
    throw new UsageError(`--existing ${file}: not an IAM policy`, 'give its JSON, with a Statement')
  return actions
}

function byCall([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : 1
}
