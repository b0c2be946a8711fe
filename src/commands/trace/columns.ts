// The columns of `trace`: for the tree, and for the events of the sessions.

import { jsonKey } from '../../event/json-key.ts'
import { formatTime } from '../../event/event-time.ts'
import type { Event } from '../../event/event.ts'
import { columnOf } from '../../event/fields.ts'
import { kindOf } from '../../output/column.ts'
import type { ListColumn } from '../../output/list.ts'
import { callText, credentialText, identityText, knownText, ruleText, type TraceRow } from './row.ts'

/** `time` formats times for people; `marked` highlights the requested sessions. */
export function traceColumns(
  time: (at: number) => string,
  marked: (text: string) => string,
): readonly ListColumn<TraceRow>[] {
  return [
    {
      key: 'session',
      label: 'Session',
      kind: 'whole',
      value: ({ node }) => node.id,
      shown: ({ node, branch }) => ({
        text: branch + credentialText(node) + more(node.hidden, 'deeper') + more(node.unused, 'unused'),
        style: node.isTarget ? marked : undefined,
      }),
    },
    ...hidden({
      depth: ({ node }) => node.depth,
      parent: ({ node }) => node.parent,
      isTarget: ({ node }) => node.isTarget,
      kind: ({ node }) => node.session?.kind ?? 'key',
      who: ({ node }) => node.root.subject.name,
      whoKind: ({ node }) => node.root.subject.kind,
      whoEnds: ({ node }) => node.root.ends,
    }),
    {
      key: 'identity',
      label: 'Identity',
      kind: 'resources',
      value: identityText,
      shown: (row) => identityText(row) ?? '(no event of it in these logs)',
    },
    ...hidden({
      arn: ({ node }) => node.session?.arn,
      role: ({ node }) => node.session?.role,
      sourceIdentity: ({ node }) => node.session?.sourceIdentity,
    }),
    {
      key: 'account',
      label: 'Account',
      kind: 'whole',
      dropOrder: 8,
      value: ({ node }) => node.session?.account,
    },
    {
      key: 'known',
      label: 'Known',
      kind: 'text',
      value: ({ node }) => knownText(node),
      shown: ({ node }) => ruleText(node),
    },
    ...hidden({
      rule: ({ node }) => node.edge?.how,
      claims: ({ node }) => node.edge?.claims,
    }),
    {
      key: 'issuedBy',
      label: 'Issued by',
      kind: 'name',
      dropOrder: 2,
      value: ({ node }) => node.edge?.issue?.eventName,
      shown: ({ node }) => callText(node),
    },
    ...hidden({
      issuedAt: ({ node }) => formatTime(node.edge?.issue?.time ?? Number.NaN) || undefined,
      issueEventId: ({ node }) => node.edge?.issue?.eventId,
    }),
    {
      key: 'mfa',
      label: 'MFA',
      kind: 'whole',
      dropOrder: 6,
      value: ({ node }) => node.session?.mfa,
    },
    {
      key: 'sourceIps',
      label: 'From',
      kind: 'addresses',
      dropOrder: 1,
      value: ({ use }) => use?.addresses,
      shown: ({ use }) => use?.addresses.join(', ') ?? '',
    },
    ...hidden({ accessKeyIds: ({ use }) => use?.keys }),
    {
      key: 'first',
      label: 'First',
      kind: 'whole',
      dropOrder: 3,
      value: ({ node }) => formatTime(node.session?.first ?? Number.NaN) || undefined,
      shown: ({ node }) => time(node.session?.first ?? Number.NaN),
    },
    {
      key: 'last',
      label: 'Last',
      kind: 'whole',
      dropOrder: 7,
      value: ({ node }) => formatTime(node.session?.last ?? Number.NaN) || undefined,
      shown: ({ node }) => time(node.session?.last ?? Number.NaN),
    },
    {
      key: 'events',
      label: 'Events',
      kind: 'whole',
      align: 'right',
      value: ({ use }) => use?.events ?? 0,
    },
    {
      key: 'changes',
      label: 'Changes',
      kind: 'whole',
      align: 'right',
      dropOrder: 4,
      value: ({ use }) => use?.changes ?? 0,
    },
    {
      key: 'errors',
      label: 'Errors',
      kind: 'whole',
      align: 'right',
      dropOrder: 5,
      value: ({ use }) => use?.errors ?? 0,
    },
    ...hidden({ deeper: ({ node }) => node.hidden, unusedKeys: ({ node }) => node.unused }),
  ]
}

/** Columns for the events of sessions. */
const EVENT_COLUMNS: readonly string[] = [
  'id',
  'event-time',
  'event-name',
  'session',
  'target',
  'source-ip',
  'error-code',
  'event-id',
  'event-source',
]

export function eventColumns(time: (at: number) => string): readonly ListColumn<Event>[] {
  return EVENT_COLUMNS.map((name): ListColumn<Event> => {
    const { label, get } = columnOf(name)
    return {
      key: jsonKey(name),
      label,
      kind: kindOf(name),
      value: get,
      ...(name === 'event-time' && { shown: ({ time: at }) => time(at) }),
      ...(name.startsWith('event-id') && { shown: false }),
      ...(name === 'event-source' && { dropOrder: 1 }),
    }
  })
}

function more(n: number, what: string): string {
  return n === 0 ? '' : ` (+${n} ${what})`
}

/** Columns that tables do not show. */
function hidden(
  values: Readonly<Record<string, ListColumn<TraceRow>['value']>>,
): readonly ListColumn<TraceRow>[] {
  return Object.entries(values).map(([key, value]) => ({
    key,
    label: key,
    kind: 'text',
    value,
    shown: false,
  }))
}
