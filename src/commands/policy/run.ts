// Runs `policy`: calls that succeeded → actions and resources → a policy, and notes on what it cannot cover.

import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { say } from '../../cli/messages/print.ts'
import { count } from '../../cli/messages/units.ts'
import { readEvents, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { category } from '../../event/category.ts'
import { formatTime } from '../../event/event-time.ts'
import { eventName, eventSource } from '../../event/names.ts'
import { allOf, type Filter } from '../../filter/clause.ts'
import { presetOf } from '../../filter/presets.ts'
import { printableJson } from '../../format/sanitize.ts'
import { allowedActions, coversAction, isGranted, parsePolicy, type Grant } from '../../iam/granted.ts'
import { MAX_RESOURCES, PermissionSet } from '../../iam/permission-set.ts'
import { permissionsOf, policyDocument } from '../../iam/policy.ts'
import { REFERENCE_DATE } from '../../iam/service-reference.ts'
import { UsageError } from '../../util/usage-error.ts'

export interface PolicyFlags extends ReadingFlags {
  readonly existing?: string
  readonly deniedToo?: true
  readonly output?: 'policy' | 'json'
}

const DAY = 86_400_000

const SUCCEEDED: Filter = { kind: 'not', of: { kind: 'errors' } }
const DENIED: Filter = presetOf('denied').filter

export async function runPolicy(uris: readonly string[], flags: PolicyFlags, io: Io): Promise<ExitCode> {
  const granted = flags.existing === undefined ? undefined : await readPolicy(flags.existing, io.cwd)
  return readEvents({ uris, flags, io }, async (reading) => {
    const permissions = new PermissionSet()
    const unmapped = new Map<string, number>()
    const days = new Set<number>()
    const dataSources = new Set<string>()
    let [events, first, last, dataEvents] = [0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 0]
    const stream = reading.events({
      filter: allOf([
        reading.selection.filter,
        flags.deniedToo ? { kind: 'any', of: [SUCCEEDED, DENIED] } : SUCCEEDED,
      ]),
    })
    for await (const { event } of stream) {
      events++
      if (!Number.isNaN(event.time)) {
        first = Math.min(first, event.time)
        last = Math.max(last, event.time)
        days.add(Math.floor(event.time / DAY))
      }
      if (category(event) === 'Data') {
        dataEvents++
        dataSources.add(eventSource(event) ?? '-')
      }
      const needed = permissionsOf(event)
      if (needed === undefined) {
        const call = `${eventSource(event) ?? '-'} ${eventName(event) ?? '-'}`
        unmapped.set(call, (unmapped.get(call) ?? 0) + 1)
      }
      for (const permission of needed ?? []) permissions.add(permission)
    }
    const result = await stream.result
    const { byAction, widened } = permissions
    const policy = policyDocument(byAction)
    const compared = granted && comparison(granted, byAction)
    const value =
      flags.output === 'json'
        ? {
            policy,
            events,
            first: formatTime(first) || null,
            last: formatTime(last) || null,
            days: days.size,
            dataEvents,
            dataEventSources: [...dataSources].sort(),
            reference: REFERENCE_DATE,
            widened,
            unmapped: [...unmapped].sort(byCall).map(([call, n]) => ({ call, events: n })),
            ...compared,
          }
        : policy
    const text = `${JSON.stringify(value, undefined, 2)}\n`
    await io.out.write(io.out.isTty ? printableJson(text) : text)
    const [from, to] = [first, last].map((at) => formatTime(at).slice(0, 10))
    const when =
      days.size === 0
        ? ''
        : ` on ${count(days.size, 'day')}${days.size === 1 ? `, ${from}` : ` from ${from} to ${to}`}`
    await say(
      io,
      [
        events === 0
          ? 'note: no call matches, so the policy allows nothing'
          : `note: a proposal from ${count(events, 'call')} that ${flags.deniedToo ? 'succeeded or were denied' : 'succeeded'}${when}; calls that were not made in that time are missing`,
        'note: actions are derived from the names of calls, and conditions are not considered; review it before use',
        `note: ${
          dataEvents === 0
            ? 'no data event is among them'
            : `of data events, only those of ${[...dataSources].sort().join(', ')} are among them`
        }; what the trail does not record may have been read or written nevertheless`,
        ...widened.map(
          (action) =>
            `note: ${action}: more than ${MAX_RESOURCES} resources, so ${wide(byAction.get(action)!)}`,
        ),
        ...[...unmapped].sort(byCall).map(([call, n]) => `note: not mapped: ${call} (${count(n, 'event')})`),
        ...limitsOf(granted ?? []),
        ...(compared?.unused ?? []).map((action) => `note: granted but not used: ${action}`),
        ...(compared?.missing ?? []).map((action) => `note: used but not granted: ${action}`),
      ],
      flags.color,
    )
    return reading.finish(result, { verb: 'read' })
  })
}

/** What is granted and was not used, and what was used and is not granted: an action, or an action on some of its resources. */
function comparison(
  grants: readonly Grant[],
  used: ReadonlyMap<string, ReadonlySet<string>>,
): { readonly unused: readonly string[]; readonly missing: readonly string[] } {
  const actions = [...used.keys()].sort()
  return {
    unused: allowedActions(grants).filter((pattern) => !actions.some((one) => coversAction(pattern, one))),
    missing: actions.flatMap((action) => {
      const resources = [...used.get(action)!].sort()
      const refused = resources.filter((resource) => !isGranted(grants, action, resource))
      return refused.length === resources.length && resources.length > 0
        ? [action]
        : refused.map((resource) => `${action} on ${resource}`)
    }),
  }
}

function wide(resources: ReadonlySet<string>): string {
  return resources.size > 3 ? `${resources.size} patterns` : [...resources].sort().join(', ')
}

function limitsOf(grants: readonly Grant[]): readonly string[] {
  return [
    ...(grants.some(({ isConditional }) => isConditional)
      ? ['note: --existing has conditions, which the comparison does not consider']
      : []),
    ...(grants.some(({ effect, actions }) => effect === 'Allow' && actions.isExcept)
      ? ['note: --existing has NotAction, of which the comparison does not say what was not used']
      : []),
  ]
}

async function readPolicy(file: string, cwd: string): Promise<readonly Grant[]> {
  let text: string
  try {
    text = await readFile(resolve(cwd, file), 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new UsageError(`--existing ${file}: cannot be read (${code})`, 'give a file with an IAM policy')
  }
  const grants = parsePolicy(text)
  if (grants === undefined)
    throw new UsageError(`--existing ${file}: not an IAM policy`, 'give its JSON, with a Statement')
  return grants
}

function byCall([a]: readonly [string, number], [b]: readonly [string, number]): number {
  return a < b ? -1 : 1
}
