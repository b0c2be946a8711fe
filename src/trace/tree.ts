// The part of the chains that a question is about, as the lines of a tree: everything above the sessions asked for, and
// what came of them. No recursion: forged records may make chains of any length.

import type { Chains, Edge, RootCause } from './chain.ts'
import type { ChainSession } from './session-table.ts'

export interface TraceNode {
  readonly id: string
  /** undefined for a key that was made and that no event here was made with. */
  readonly session: ChainSession | undefined
  /** How it is known where the session came from; undefined when it is not known. */
  readonly edge: Edge | undefined
  /** Who is behind it: whom its own records name beyond doubt, else who is behind the first of its tree. */
  readonly root: RootCause
  /** Levels below the first of its tree. */
  readonly depth: number
  /** The line above that it hangs on; undefined for the first of a tree. */
  readonly parent: string | undefined
  /** It is the last one that hangs there. */
  readonly isLast: boolean
  readonly isTarget: boolean
  /** It leads up from what was asked for, and is not asked for itself. */
  readonly isAbove: boolean
  /** Sessions that hang on it and are deeper than was asked for. */
  readonly hidden: number
  /** Keys that were made and that no event here was made with, beyond those that are named. */
  readonly unused: number
  /** Why there is no edge. */
  readonly missing: 'before-logs' | 'not-in-logs' | undefined
}

/** Nobody on the way can change these. */
const CERTAIN: ReadonlySet<RootCause['subject']['kind']> = new Set(['identity-center', 'source-identity'])

/** Keys without an event that are named under one session. */
const MOST_UNUSED = 5

/** `depth`: levels below what was asked for; undefined for all. Trees of one subject stand together, the oldest first. */
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
  const time = (id: string): number => chains.sessions.get(id)?.first ?? edgeOf(id)?.issue?.time ?? Infinity
  const inOrder = (ids: readonly string[]): readonly string[] =>
    ids.toSorted((a, b) => time(a) - time(b) || (a < b ? -1 : 1))
  const subject = (id: string): string => {
    const root = rootOf(id)
    return `${root.subject.kind} ${root.subject.name} ${root.ends}`
  }
  const firsts = inOrder([...tops])
  const rank = new Map<string, number>()
  for (const id of firsts) if (!rank.has(subject(id))) rank.set(subject(id), rank.size)
  const ordered = firsts.toSorted((a, b) => rank.get(subject(a))! - rank.get(subject(b))!)

  const nodes: TraceNode[] = []
  const placed = new Set<string>()
  const waiting = ordered
    .toReversed()
    .map((id) => ({ id, top: id, depth: 0, parent: undefined as string | undefined, isLast: true }))
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id, top, depth: level, parent, isLast } = next
    if (placed.has(id)) continue
    placed.add(id)
    const all = chains.down(id)
    const hanging = inOrder(all.filter((child) => shown.has(child) && !placed.has(child)))
    const idle = hanging.filter((child) => !chains.sessions.has(child) && !targets.has(child))
    const unnamed = new Set(idle.slice(MOST_UNUSED))
    const children = unnamed.size === 0 ? hanging : hanging.filter((child) => !unnamed.has(child))
    nodes.push({
      id,
      session: chains.sessions.get(id),
      edge: edgeOf(id),
      root: ownRoot(chains, id) ?? rootOf(top),
      depth: level,
      parent,
      isLast,
      isTarget: targets.has(id),
      isAbove: shown.get(id) === undefined,
      // What hangs on those above is not what was asked for.
      hidden: shown.get(id) === undefined ? 0 : all.filter((child) => !shown.has(child)).length,
      unused: unnamed.size,
      missing: edgeOf(id) === undefined ? chains.missing(id) : undefined,
    })
    for (let i = children.length - 1; i >= 0; i--)
      waiting.push({ id: children[i]!, top, depth: level + 1, parent: id, isLast: i === children.length - 1 })
  }
  return nodes
}

function ownRoot(chains: Chains, id: string): RootCause | undefined {
  const subject = chains.sessions.get(id)?.subject
  return subject && CERTAIN.has(subject.kind) ? { subject, path: [id], ends: 'subject' } : undefined
}

/** What was asked for and what came of it, with the level of each. */
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

/** Adds everything above to what is shown, without a level, and gives the topmost. */
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
