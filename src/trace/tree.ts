// The requested part of the chains as the lines of a tree: everything above the requested sessions, and the sessions that
// they created. No recursion, because forged records can create chains of any length.

import type { Chains, Edge, RootCause } from './chain.ts'
import type { ChainSession } from './session-table.ts'

export interface TraceNode {
  readonly id: string
  /** undefined for a key that was created, but used in no event of these logs. */
  readonly session: ChainSession | undefined
  /** How the origin of the session is known; undefined if it is not. */
  readonly edge: Edge | undefined
  /** Who is behind it: the subject that its own records name beyond doubt, otherwise that of the tree's first session. */
  readonly root: RootCause
  /** Number of levels below the first session of its tree. */
  readonly depth: number
  /** ID of its parent in the tree; undefined for the first session. */
  readonly parent: string | undefined
  /** True for the last child of its parent. */
  readonly isLast: boolean
  readonly isTarget: boolean
  /** True for a session above a requested one that is not requested itself. */
  readonly isAbove: boolean
  /** Number of its sessions below the requested depth. */
  readonly hidden: number
  /** Number of unused keys that it created, beyond those that are listed. */
  readonly unused: number
  /** Why there is no edge. */
  readonly missing: 'before-logs' | 'not-in-logs' | undefined
}

/** Subjects that no session on the way can change. */
const CERTAIN: ReadonlySet<RootCause['subject']['kind']> = new Set(['identity-center', 'source-identity'])

/** Maximum number of unused keys listed under one session. */
const MAX_UNUSED = 5

/** `depth`: levels below the requested sessions; undefined for all. Trees of one subject are adjacent, the oldest first. */
export function traceTree(
  chains: Chains,
  targets: ReadonlySet<string>,
  depth = Number.POSITIVE_INFINITY,
): readonly TraceNode[] {
  const edges = new Map<string, Edge | undefined>()
  const edgeOf = (id: string): Edge | undefined => {
    if (!edges.has(id)) edges.set(id, chains.up(id))
    return edges.get(id)
  }
  const parentOf = (id: string): string | undefined => {
    const edge = edgeOf(id)
    return edge === undefined || edge.claims > 1 ? undefined : edge.parent
  }
  const shown = below(chains, targets, depth)
  const tops = new Set<string>()
  for (const target of targets) tops.add(climb(target, parentOf, shown))

  const roots = new Map<string, RootCause>()
  const rootOf = (id: string): RootCause => {
    let root = roots.get(id)
    if (root === undefined) roots.set(id, (root = chains.rootCause(id)))
    return root
  }
  const time = (id: string): number => chains.sessions.firstOf(id) ?? edgeOf(id)?.issue?.time ?? Infinity
  const inOrder = (ids: readonly string[]): readonly string[] =>
    ids
      .map((id) => ({ id, at: time(id) }))
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .map(({ id }) => id)
  const subject = (id: string): string => {
    const root = rootOf(id)
    return `${root.subject.kind} ${root.subject.name} ${root.ends}`
  }
  const firsts = inOrder([...tops])
  const bySubject = new Map<string, string[]>()
  for (const id of firsts) {
    const name = subject(id)
    const same = bySubject.get(name)
    if (same === undefined) bySubject.set(name, [id])
    else same.push(id)
  }
  const ordered = [...bySubject.values()].flat()

  const nodes: TraceNode[] = []
  const placed = new Set<string>()
  const waiting = ordered
    .toReversed()
    .map((id) => ({ id, top: id, depth: 0, parent: undefined as string | undefined, isLast: true }))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id, top, depth: level, parent, isLast } = next
    if (placed.has(id)) continue
    placed.add(id)
    const session = chains.sessions.get(id)
    const all = chains.down(id)
    const hanging = inOrder(all.filter((child) => shown.has(child) && !placed.has(child)))
    const idle = hanging.filter((child) => !chains.sessions.has(child) && !targets.has(child))
    const unnamed = new Set(idle.slice(MAX_UNUSED))
    const children = unnamed.size === 0 ? hanging : hanging.filter((child) => !unnamed.has(child))
    nodes.push({
      id,
      session,
      edge: edgeOf(id),
      root: ownRoot(id, session) ?? rootOf(top),
      depth: level,
      parent,
      isLast,
      isTarget: targets.has(id),
      isAbove: shown.get(id) === undefined,
      // Other children of sessions above were not requested.
      hidden: shown.get(id) === undefined ? 0 : all.filter((child) => !shown.has(child)).length,
      unused: unnamed.size,
      missing: edgeOf(id) === undefined ? chains.missing(id) : undefined,
    })
    for (let i = children.length - 1; i >= 0; i--)
      waiting.push({ id: children[i]!, top, depth: level + 1, parent: id, isLast: i === children.length - 1 })
  }
  return nodes
}

function ownRoot(id: string, session: ChainSession | undefined): RootCause | undefined {
  const subject = session?.subject
  return subject && CERTAIN.has(subject.kind) ? { subject, path: [id], ends: 'subject' } : undefined
}

/** The requested sessions and those that they created, with the level of each. */
function below(chains: Chains, targets: ReadonlySet<string>, depth: number): Map<string, number | undefined> {
  const found = new Map<string, number | undefined>([...targets].map((id) => [id, 0]))
  let level = [...targets]
  for (let at = 1; at <= depth && level.length > 0; at++) {
    const next: string[] = []
    for (const id of level) {
      for (const child of chains.down(id)) {
        if (found.has(child)) continue
        found.set(child, at)
        next.push(child)
      }
    }
    level = next
  }
  return found
}

/** Adds all sessions above to the shown ones, without a level, and returns the topmost. */
function climb(
  target: string,
  parentOf: (id: string) => string | undefined,
  shown: Map<string, number | undefined>,
): string {
  const path = new Set([target])
  let at = target
  for (let above = parentOf(at); above !== undefined && !path.has(above); above = parentOf(at)) {
    path.add(above)
    if (!shown.has(above)) shown.set(above, undefined)
    at = above
  }
  return at
}
