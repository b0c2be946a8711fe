// Decides rules field by field: which of them remain once the values of a field are known, and which field to ask for
// next. What follows from an answer is worked out once, so that events with the same answers cost a look-up for each
// field, however many rules there are.

import { type Atom, type Node, simplified, testOf } from './atoms.ts'
import type { EventTest, FieldValues } from './match.ts'

/** A field whose values decide tests. */
export class Field {
  readonly path: string
  readonly number: number
  private readonly byWord = new Map<string, number[]>()
  private readonly others: number[] = []
  /** The tests that read it. */
  readonly atoms: readonly Atom[]
  private readonly isCompared: boolean
  private readonly known = new Map<string, number>()
  private readonly answers: { readonly holding: ReadonlySet<Atom>; readonly hasTexts: boolean }[] = []

  constructor(path: string, number: number, atoms: readonly Atom[]) {
    this.path = path
    this.number = number
    this.atoms = atoms
    this.isCompared = atoms.some(({ compared }) => compared.length > 0)
    for (const [index, { words, ofField }] of atoms.entries()) {
      if (ofField === undefined) continue
      if (words === undefined) this.others.push(index)
      for (const word of words ?? []) this.byWord.set(word, [...(this.byWord.get(word) ?? []), index])
    }
  }

  /** A number for what these values decide: the same if they decide the same. -1 if there are too many. */
  answer(values: FieldValues): number {
    const { atoms, byWord, others, answers, known } = this
    const holding: number[] = []
    for (const index of others) if (atoms[index]!.ofField!(values)) holding.push(index)
    for (const text of byWord.size > 0 ? values.folded : []) holding.push(...(byWord.get(text) ?? []))
    const hasTexts = !this.isCompared || values.scalars.length > 0
    const key =
      holding.length === 0
        ? String(hasTexts)
        : `${[...new Set(holding)].sort((a, b) => a - b).join()} ${hasTexts}`
    let answer = known.get(key)
    if (answer === undefined) {
      if (answers.length === MAX_ANSWERS) return -1
      answer = answers.push({ holding: new Set(holding.map((index) => atoms[index]!)), hasTexts }) - 1
      known.set(key, answer)
    }
    return answer
  }

  /** What an answer decides of a test; undefined if nothing. */
  decides(atom: Atom, answer: number): boolean | undefined {
    const { holding, hasTexts } = this.answers[answer]!
    if (atom.ofField !== undefined) return atom.path === this.path ? holding.has(atom) : undefined
    return !hasTexts && atom.compared.includes(this.path) ? false : undefined
  }
}

/** Bounds of what is kept: values in a log may be chosen so that each of them decides something else. */
const MAX_ANSWERS = 4096
/** Of all steps, with the nodes of what remains of rules. */
const MAX_KEPT = 1 << 18

/** A rule by its index, and what remains of it. */
interface Rest {
  readonly index: number
  readonly node: Node
}

/** The rules of events that gave the same answers so far. */
export interface Step {
  /** The field that is asked for next; undefined if only the event itself decides. */
  readonly field: Field | undefined
  /** Rules that match. */
  readonly matched: readonly number[]
  /** Rules that may match. */
  readonly rests: readonly Rest[]
  /** What follows each answer, as far as it is known. */
  readonly next: (Step | undefined)[]
  /** The tests of the rules that may match, made when they are needed. */
  tests: readonly { readonly index: number; readonly test: EventTest }[] | undefined
  /** The fields that were asked for, as bits. */
  readonly asked: number
}

/** Works out the steps of a set of rules, of which there are few: most events give one of a few answers. */
export class Decisions {
  readonly fields: readonly Field[]
  /** The fields that an atom reads. */
  private readonly byAtom = new Map<Atom, Field[]>()
  private kept = 0
  private readonly counted = new Set<Node>()

  /** At most 32 fields. Those that rule out most should come first. */
  constructor(paths: readonly string[], atoms: readonly Atom[]) {
    const byPath = new Map(paths.map((path) => [path, new Array<Atom>()]))
    for (const atom of atoms)
      for (const path of new Set([atom.path ?? '', ...atom.compared])) byPath.get(path)?.push(atom)
    this.fields = Array.from(byPath, ([path, reading], number) => new Field(path, number, reading))
    this.fields.forEach((field) => {
      for (const atom of field.atoms) this.byAtom.set(atom, [...(this.byAtom.get(atom) ?? []), field])
    })
  }

  first(rules: readonly { readonly index: number; readonly left: Node | true }[]): Step {
    const matched: number[] = []
    const rests: Rest[] = []
    for (const { index, left } of rules) {
      if (left === true) matched.push(index)
      else rests.push({ index, node: left })
    }
    return this.step(matched, rests, 0)
  }

  /** What follows; undefined if too much would have to be kept. */
  after(step: Step, answer: number): Step | undefined {
    const known = step.next[answer]
    if (known !== undefined) return known
    if (answer < 0 || this.kept > MAX_KEPT) return undefined
    const field = step.field!
    const matched = [...step.matched]
    const rests: Rest[] = []
    for (const { index, node } of step.rests) {
      const left = simplified(node, (atom) => field.decides(atom, answer))
      if (left === true) matched.push(index)
      else if (left !== false) rests.push({ index, node: left })
    }
    const next = this.step(matched, rests, step.asked | (1 << field.number))
    step.next[answer] = next
    return next
  }

  private step(matched: readonly number[], rests: readonly Rest[], asked: number): Step {
    let least = NONE
    this.kept += 1 + matched.length + rests.length
    for (const { node } of rests) {
      least = Math.min(least, this.rank(node, false, asked))
      this.count(node)
    }
    const field = least === NONE ? undefined : this.fields[least % this.fields.length]
    return { field, matched: matched.toSorted((a, b) => a - b), rests, next: [], tests: undefined, asked }
  }

  /** Counts what is new of a node. */
  private count(node: Node): void {
    if (node.kind === 'atom' || this.counted.has(node)) return
    this.counted.add(node)
    const parts = node.kind === 'not' ? [node.of] : node.of
    this.kept += 1 + parts.length
    for (const part of parts) this.count(part)
  }

  /**
   * The field to ask for, if its values and those of other fields may decide that the result is `result`: its number, or one
   * larger by the number of fields if that is not to be expected. Otherwise NONE.
   */
  private rank(node: Node, result: boolean, asked: number): number {
    switch (node.kind) {
      case 'not':
        return this.rank(node.of, !result, asked)
      case 'atom': {
        let least = NONE
        for (const { number } of this.byAtom.get(node) ?? [])
          if (((asked >>> number) & 1) === 0) least = Math.min(least, number)
        // Most tests fail.
        return result ? least + this.fields.length : least
      }
      default: {
        // One part decides an `all` that fails and an `any` that holds, otherwise it takes each of them.
        const needsEach = node.kind === (result ? 'all' : 'any')
        let least = NONE
        for (const one of node.of) {
          const rank = this.rank(one, result, asked)
          if (rank === NONE && needsEach) return NONE
          least = Math.min(least, rank)
        }
        return least
      }
    }
  }
}

const NONE = Infinity

export function testsOf(step: Step): NonNullable<Step['tests']> {
  return (step.tests ??= step.rests.map(({ index, node }) => ({ index, test: testOf(node) })))
}
