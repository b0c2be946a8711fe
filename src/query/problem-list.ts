// Collects everything that was not read, or read with reservations. Keeps examples of each kind and counts the rest, so
// that a million unreadable files take no memory.

import { PROBLEM_KINDS, type Problem, type ProblemKind } from '../util/problem.ts'

/** Maximum number of problems of each kind that are kept with their names; the rest is only counted. */
const EXAMPLES = 1000

export class ProblemList {
  private readonly byKind = new Map<ProblemKind, Problem[]>()
  private readonly counts = new Map<ProblemKind, number>()

  add(problem: Problem): void {
    const list = this.byKind.get(problem.kind) ?? []
    if (list.length < EXAMPLES) list.push(problem)
    this.byKind.set(problem.kind, list)
    this.counts.set(problem.kind, this.count(problem.kind) + 1)
  }

  count(kind: ProblemKind): number {
    return this.counts.get(kind) ?? 0
  }

  /** The kinds that occurred, the gravest first, with the kept problems. */
  groups(): readonly {
    readonly kind: ProblemKind
    readonly count: number
    readonly problems: readonly Problem[]
  }[] {
    const kinds = Object.keys(PROBLEM_KINDS) as ProblemKind[]
    return kinds
      .filter((kind) => this.count(kind) > 0)
      .map((kind) => ({ kind, count: this.count(kind), problems: this.byKind.get(kind)! }))
  }

  /** True if the run must not end with exit code 0. */
  get fails(): boolean {
    return this.groups().some(({ kind }) => PROBLEM_KINDS[kind].fails)
  }
}
