// Evaluates many rules on one event. Tests on eventName and eventSource are decided once for each pair of these, not
// for each event: what remains are the few rules that this pair can match, reduced to their other tests. So a thousand
// rules cost little more than one.

import type { Event } from '../event/event.ts'
import { type Atom, Atoms, type Node, simplified, testOf } from './atoms.ts'
import { Decisions, type Step } from './decision.ts'
import type { EventTest, FieldValues } from './match.ts'
import type { Detection, EventRule } from './rule.ts'

interface OpenRule {
  readonly index: number
  readonly test: EventTest
}

interface Asked {
  readonly index: number
  /** undefined if the pair alone decides that the rule matches. */
  readonly test: EventTest | undefined
}

/** The rules that remain for a pair of name and source. */
export interface Left {
  readonly rules: readonly { readonly index: number; readonly left: Node | true }[]
  readonly asked: readonly Asked[]
  /** Rules that need one of some words in a field: evaluated only if the field has one. */
  readonly byField: readonly {
    readonly field: (event: Event) => FieldValues
    readonly byWord: ReadonlyMap<string, readonly Asked[]>
  }[]
  /** The first step of deciding them field by field, once it was made. */
  first?: Step
}

/** Fields that every event has as one text, with few distinct values. */
const DECIDED: ReadonlySet<string> = new Set(['eventName', 'eventSource'])

/** Fields that rule out most events, these first. */
const FIRST_FIELDS: readonly string[] = [
  'errorCode',
  'errorMessage',
  'userAgent',
  'userIdentity.type',
  'eventType',
  'userIdentity.invokedBy',
  'vpcEndpointId',
]

export class RuleSet {
  /** How often a rule was evaluated on an event, to measure the cost. */
  asked = 0
  private readonly nodes: readonly Node[]
  /** The decided atoms. */
  private readonly atoms: readonly Atom[]
  private readonly byWord = new Map<string, Atom[]>()
  private readonly wordless: readonly Atom[]
  private readonly byAtom = new Map<Atom, number[]>()
  /** Rules that no pair rules out. */
  private readonly unbound: number[] = []
  /** By the two texts as written in the events. */
  private readonly byPair = new Map<string, Left>()
  /** By the set of atoms that hold, so that all names that no rule mentions share one entry. */
  private readonly byAnswers = new Map<string, Left>()
  private lastEvent: Event | undefined
  private lastMatches: readonly number[] = []

  /** Throws RuleError for a rule that cannot be compiled. */
  constructor(rules: readonly EventRule[]) {
    const atoms = new Atoms()
    this.nodes = rules.map(({ detection }) => atoms.nodeOf(detection))
    this.atoms = [...new Set(this.nodes.flatMap(atomsOf).filter(isDecided))]
    this.wordless = this.atoms.filter(({ words }) => words === undefined)
    for (const atom of this.atoms)
      for (const word of atom.words ?? []) append(this.byWord, `${atom.path} ${word}`, atom)
    for (const [index, node] of this.nodes.entries()) {
      const needed = needs(node)
      if (needed === undefined) this.unbound.push(index)
      else for (const atom of needed) append(this.byAtom, atom, index)
    }
  }

  /** Indexes of the rules that match, ascending. `left` is what remains for the event's name and source, if known. */
  matches(event: Event, left?: Left): readonly number[] {
    if (event === this.lastEvent) return this.lastMatches
    const found: number[] = []
    const ask = (rules: readonly Asked[]): void => {
      this.asked += rules.length
      for (const { index, test } of rules) if (test === undefined || test(event)) found.push(index)
    }
    const { asked, byField } = left ?? this.rulesFor(event)
    ask(asked)
    const before = found.length
    for (const { field, byWord } of byField)
      for (const text of field(event).folded) {
        const rules = byWord.get(text)
        if (rules !== undefined) ask(rules)
      }
    this.lastEvent = event
    this.lastMatches = found.length === before ? found : ascending(found)
    return this.lastMatches
  }

  /** Indexes of the rules that match, ascending, if only these tests are open. */
  confirm(event: Event, matched: readonly number[], open: readonly OpenRule[]): readonly number[] {
    this.asked += open.length
    const found = open.filter(({ test }) => test(event)).map(({ index }) => index)
    return found.length === 0 ? matched : ascending([...matched, ...found])
  }

  /** What remains when only the name and the source of the event are known, which alone are read. */
  rulesFor(event: Event): Left {
    const name = event.text('eventName')
    const source = event.text('eventSource')
    // Absent, or not a text.
    if (name === undefined || source === undefined)
      return this.rulesWhere(this.atoms.filter(({ test }) => test(event)))
    const pair = `${name.length} ${name}${source}`
    let rules = this.byPair.get(pair)
    if (rules === undefined) {
      rules = this.rulesWhere([
        ...(this.byWord.get(`eventName ${name.toLowerCase()}`) ?? []),
        ...(this.byWord.get(`eventSource ${source.toLowerCase()}`) ?? []),
        ...this.wordless.filter(({ test }) => test(event)),
      ])
      if (this.byPair.size >= MAX_PAIRS) this.byPair.clear()
      this.byPair.set(pair, rules)
    }
    return rules
  }

  private rulesWhere(holding: readonly Atom[]): Left {
    const answers = holding.map((atom) => this.atoms.indexOf(atom)).join()
    let rules = this.byAnswers.get(answers)
    if (rules === undefined) {
      rules = this.leftWhere(new Set(holding))
      if (this.byAnswers.size >= MAX_PAIRS) this.byAnswers.clear()
      this.byAnswers.set(answers, rules)
    }
    return rules
  }

  private leftWhere(holding: ReadonlySet<Atom>): Left {
    const candidates = [...this.unbound, ...Array.from(holding, (atom) => this.byAtom.get(atom) ?? []).flat()]
    const asked: Asked[] = []
    const rules: { index: number; left: Node | true }[] = []
    const byField = new Map<string, { field: Atom['field']; byWord: Map<string, Asked[]> }>()
    for (const index of ascending(candidates)) {
      const left = simplified(this.nodes[index]!, (atom) => (isDecided(atom) ? holding.has(atom) : undefined))
      if (left === false) continue
      rules.push({ index, left })
      const rule = { index, test: left === true ? undefined : testOf(left) }
      const word = left === true ? undefined : neededWords(left)
      if (word === undefined) asked.push(rule)
      else {
        const field = byField.get(word.path!) ?? { field: word.field, byWord: new Map<string, Asked[]>() }
        byField.set(word.path!, field)
        for (const text of word.words!) append(field.byWord, text, rule)
      }
    }
    return { rules, asked, byField: [...byField.values()] }
  }

  /** For deciding rules by at most `most` fields of those that `isKnown` accepts: the ones that most rules read. */
  decisions(most: number, isKnown: (path: string) => boolean): Decisions {
    const uses = new Map<string, number>()
    const unbound = new Set(this.unbound)
    this.nodes.forEach((node, index) => {
      const paths = atomsOf(node).flatMap((atom) => (isDecided(atom) ? [] : [atom.path, ...atom.compared]))
      // Rules of any event are decided for all events.
      const weight = unbound.has(index) ? this.nodes.length : 1
      for (const path of new Set(paths))
        if (path !== undefined) uses.set(path, (uses.get(path) ?? 0) + weight)
    })
    const paths = [...uses.keys()].filter(isKnown).sort((a, b) => uses.get(b)! - uses.get(a)!)
    const chosen = paths.slice(0, most).sort((a, b) => placeOf(a) - placeOf(b))
    return new Decisions(chosen, [...new Set(this.nodes.flatMap(atomsOf))])
  }
}

function placeOf(path: string): number {
  return FIRST_FIELDS.indexOf(path) + 1 || FIRST_FIELDS.length + 1
}

/** Sorts and removes duplicates. */
function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** An atom of words that holds for every event that the node matches; undefined if there is none. */
function neededWords(node: Node): Atom | undefined {
  if (node.kind === 'atom') return node.words === undefined ? undefined : node
  if (node.kind !== 'all') return undefined
  for (const one of node.of) {
    const atom = neededWords(one)
    if (atom !== undefined) return atom
  }
  return undefined
}

/** Bounds the cache. There are some 20,000 API actions; further names are invented. */
const MAX_PAIRS = 50_000

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

function isDecided({ path, isOfText }: Atom): boolean {
  return isOfText && path !== undefined && DECIDED.has(path)
}

function atomsOf(node: Node): readonly Atom[] {
  if (node.kind === 'atom') return [node]
  return node.kind === 'not' ? atomsOf(node.of) : node.of.flatMap(atomsOf)
}

/** Decided atoms, at least one of which holds for every event that the node matches; undefined if unknown. */
function needs(node: Node): ReadonlySet<Atom> | undefined {
  switch (node.kind) {
    case 'atom':
      return isDecided(node) ? new Set([node]) : undefined
    case 'not':
      return undefined
    case 'any': {
      const each = node.of.map(needs)
      return each.every((atoms) => atoms !== undefined)
        ? new Set(each.flatMap((atoms) => [...atoms]))
        : undefined
    }
    case 'all':
      return node.of
        .map(needs)
        .filter((atoms) => atoms !== undefined)
        .reduce<ReadonlySet<Atom> | undefined>(
          (fewest, atoms) => (fewest === undefined || breadth(atoms) < breadth(fewest) ? atoms : fewest),
          undefined,
        )
  }
}

/** A rough estimate of how many events pass such atoms: few event names let the fewest pass. */
function breadth(atoms: ReadonlySet<Atom>): number {
  let sum = 0
  for (const { path, words } of atoms) sum += (words?.size ?? 1000) * (path === 'eventName' ? 1 : 100)
  return sum
}

/** Compiles one rule's detection by itself. Throws RuleError like the rule set. */
export function compileDetection(detection: Detection): EventTest {
  return testOf(new Atoms().nodeOf(detection))
}
