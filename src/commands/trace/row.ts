// One line of `trace`: a session, its origin, and its use.

import type { EndReason, JoinRule, RootCause } from '../../trace/chain.ts'
import type { TraceNode } from '../../trace/tree.ts'
import { SHORT_ID } from '../../event/short-id.ts'
import { thousands } from '../../util/format.ts'
import type { Use } from '../../trace/session-table.ts'

export interface TraceRow {
  readonly node: TraceNode
  readonly use: Use | undefined
  /** Lines drawn from the root of the tree to this row: `│ └─ `. */
  readonly branch: string
}

export function traceRows(
  nodes: readonly TraceNode[],
  use: (id: string) => Use | undefined,
  ascii: boolean,
): readonly TraceRow[] {
  const [line, fork, corner] = ascii ? ['|  ', '|- ', '`- '] : ['│  ', '├─ ', '└─ ']
  const isLast: boolean[] = []
  return nodes.map((node) => {
    isLast[node.depth] = node.isLast
    const above = isLast
      .slice(Math.max(1, node.depth - MAX_DEPTH), node.depth)
      .map((last) => (last ? '   ' : line))
    const branch = node.depth === 0 ? '' : above.join('') + (node.isLast ? corner : fork)
    return { node, use: use(node.id), branch }
  })
}

/** Maximum number of levels drawn, because forged records can create chains of any length. */
const MAX_DEPTH = 24

/** `ASIA…`, `console 2024-08-18T10:00:00Z` since when it is there, `forwarded …`, … */
export function credentialText({ id, session }: TraceNode): string {
  if (session === undefined || session.kind === 'key') return id
  if (session.kind === 'sign-in') return `sign-in ${id.slice(id.lastIndexOf('/') + 1)}`
  return `${session.kind} ${session.creationDate ?? '?'}`
}

/** `alice`, `Deploy/session`, with the source identity if there is one. */
export function identityText({ node: { session }, use }: TraceRow): string | undefined {
  if (session === undefined) return undefined
  if (use !== undefined && use.userNames.length > 1) return use.userNames.join(', ')
  const { role, userName, arn, principalId, sourceIdentity } = session
  const name = role === undefined ? (userName ?? arn ?? principalId) : `${role}/${userName ?? ''}`
  return sourceIdentity === undefined ? name : `${name} as ${sourceIdentity}`
}

const RULES: Readonly<Record<JoinRule, string>> = {
  key: 'by key',
  'sign-in-session': 'by sign-in session',
  'role-and-time': 'by role ID and time',
  'source-identity': 'by sourceIdentity',
  'console-session': 'same console session',
}

/** How the origin of the session is known, or why it is not, with the call. */
export function knownText(node: TraceNode): string {
  return [ruleText(node), callText(node)].filter((text) => text !== '').join(': ')
}

/** The call that the session comes from, if it is beyond doubt. */
export function callText({ edge }: TraceNode): string {
  const issue = edge?.claims === 1 ? edge.issue : undefined
  return issue === undefined ? '' : `${issue.eventName} ${issue.eventId.slice(0, SHORT_ID)}`
}

export function ruleText({ edge, session, missing }: TraceNode): string {
  if (edge !== undefined)
    return edge.claims > 1
      ? `ambiguous: ${thousands(edge.claims)} calls claim it, ${RULES[edge.how]}`
      : RULES[edge.how]
  if (session?.isTemporary !== true) return 'long-lived'
  if (session.kind === 'forwarded') return 'forwarded by a service'
  const isKey = session.kind === 'key'
  if (missing === 'before-logs') return isKey ? 'issued before these logs' : 'signed in before these logs'
  return isKey ? 'issuing call not in these logs' : 'sign-in not in these logs'
}

/** Heading of the trees of one subject. */
export function subjectText({ subject, ends }: RootCause): string {
  const who = `${KINDS[subject.kind]}${subject.name}`
  return ends === 'subject' ? who : `${who} (who is behind it: ${ENDS[ends]})`
}

const KINDS: Readonly<Record<RootCause['subject']['kind'], string>> = {
  'identity-center': 'Identity Center user ',
  'source-identity': 'source identity ',
  user: 'user ',
  root: '',
  federated: 'federated ',
  role: 'role session ',
  service: 'service ',
  unknown: '',
}

const ENDS: Readonly<Record<EndReason, string>> = {
  subject: 'known',
  ambiguous: 'ambiguous, several calls claim it',
  'before-logs': 'not known, it began before these logs',
  'not-in-logs': 'not known, the call that began it is not in these logs',
}
