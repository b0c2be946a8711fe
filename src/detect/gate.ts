// Parts of a rule that can exclude an event before it is read: those that read a single field, for which equal values always
// give the same result, and keys that a matching record must contain.

import { parsePath } from '../event/record-path.ts'
import { groupOf, type Node } from './atoms.ts'

export interface Gate {
  readonly path: string
  readonly node: Node
}

/**
 * Parts that all hold for every event that the node matches, at most one for each of these fields; what rules out most
 * events comes first.
 */
export function gatesOf(node: Node, paths: readonly string[]): readonly Gate[] {
  const byPath = new Map<string, Node[]>()
  const collect = (one: Node): void => {
    const path = onlyPath(one)
    if (path !== undefined && paths.includes(path)) byPath.set(path, [...(byPath.get(path) ?? []), one])
    else if (one.kind === 'all') one.of.forEach(collect)
  }
  collect(node)
  const gates = Array.from(byPath, ([path, nodes]): Gate => ({ path, node: groupOf('all', nodes) }))
  // What is denied holds for most events.
  const rank = ({ path, node: { kind } }: Gate): number =>
    paths.indexOf(path) + (kind === 'not' ? paths.length : 0)
  return gates.toSorted((a, b) => rank(a) - rank(b))
}

/** The field that alone decides; undefined if there are several, or other parts of the event. */
function onlyPath(node: Node): string | undefined {
  if (node.kind === 'atom') return node.isOfPath ? node.path : undefined
  if (node.kind === 'not') return onlyPath(node.of)
  const [first, ...others] = node.of.map(onlyPath)
  return others.every((path) => path === first) ? first : undefined
}

/** Keys that all occur in every record that the node matches, except those that nearly every record has. */
export function keysOf(node: Node): readonly string[] {
  switch (node.kind) {
    case 'atom':
      return node.needsValue ? keysIn(node.path!) : []
    case 'not':
      return []
    case 'all':
      return [...new Set(node.of.flatMap(keysOf))]
    case 'any': {
      const [first = [], ...others] = node.of.map(keysOf)
      return first.filter((key) => others.every((keys) => keys.includes(key)))
    }
  }
}

function keysIn(path: string): readonly string[] {
  return (parsePath(path) ?? []).flatMap((step) =>
    'key' in step && KEY.test(step.key) && !FREQUENT.has(step.key) ? [step.key] : [],
  )
}

/** JSON writes such a key as it is, unless it escapes letters. */
const KEY = /^[\w.:@-]+$/

const FREQUENT: ReadonlySet<string> = new Set(
  `accessKeyId accountId additionalEventData arn attributes awsRegion creationDate eventCategory eventID eventName
  eventSource eventTime eventType eventVersion managementEvent mfaAuthenticated principalId readOnly recipientAccountId
  requestID requestParameters responseElements sessionContext sessionIssuer sourceIPAddress tlsDetails type userAgent
  userIdentity userName`.split(/\s+/),
)
