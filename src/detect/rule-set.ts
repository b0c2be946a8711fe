// Many rules asked of one event. What a rule asks of eventName and eventSource is decided once for each pair of them, not
// for each event: left are the few rules that this pair can match, and of them what asks for more. So a thousand rules
// cost little more than one.

import type { Event } from '../event/event.ts'
import { type Atom, Atoms, type Node, simplified, testOf } from './atoms.ts'
import type { EventTest } from './match.ts'
import type { Detection, EventRule } from './rule.ts'

interface Asked {
  readonly index: number
  /** undefined where the pair alone says that the rule matches. */
  readonly test: EventTest | undefined
}

/** The rules that a pair of name and source leaves. */
interface Left {
  readonly asked: readonly Asked[]
  /** Rules that need one of some words in a field: asked where the field has it. */
  readonly byField: readonly {
    readonly texts: Atom['texts']
    readonly byWord: ReadonlyMap<string, readonly Asked[]>
  }[]
}

/** Fields of which every event has one text, and events have few different ones. */
const DECIDED: ReadonlySet<string> = new Set(['eventName', 'eventSource'])

export class RuleSet {
  /** How often a rule was asked of an event, for whoever wants to know what that costs. */
  asked = 0
  private readonly nodes: readonly Node[]
  /** The decided atoms. */
  private readonly atoms: readonly Atom[]
  private readonly byWord = new Map<string, Atom[]>()
  private readonly wordless: readonly Atom[]
  private readonly byAtom = new Map<Atom, number[]>()
  /** Rules of which the pair rules out none. */
  private readonly unbound: number[] = []
  /** By the two texts as the events write them. */
  private readonly byPair = new Map<string, Left>()
  /** By the atoms that hold: names that no rule knows have one entry together. */
  private readonly byAnswers = new Map<string, Left>()
  private lastEvent: Event | undefined
  private lastMatches: readonly number[] = []

  /** Throws RuleError for a rule that cannot be compiled. */
  constructor(rules: readonly EventRule[]) {
    const atoms = new Atoms()
    this.nodes = rules.map(({ detection }) => atoms.nodeOf(detection))
    this.atoms = [...new Set(this.nodes.flatMap(decidedAtoms))]
    this.wordless = this.atoms.filter(({ words }) => words === undefined)
    for (const atom of this.atoms)
      for (const word of atom.words ?? []) append(this.byWord, `${atom.path} ${word}`, atom)
    for (const [index, node] of this.nodes.entries()) {
      const needed = needs(node)
      if (needed === undefined) this.unbound.push(index)
      else for (const atom of needed) append(this.byAtom, atom, index)
    }
  }

  /** Positions of the rules that match, ascending. */
  matches(event: Event): readonly number[] {
    if (event === this.lastEvent) return this.lastMatches
    const found: number[] = []
    const ask = (rules: readonly Asked[]): void => {
      this.asked += rules.length
      for (const { index, test } of rules) if (test === undefined || test(event)) found.push(index)
    }
    const { asked, byField } = this.rulesFor(event)
    ask(asked)
    const before = found.length
    for (const { texts, byWord } of byField)
      for (const text of texts(event)) {
        const rules = byWord.get(text)
        if (rules !== undefined) ask(rules)
      }
    this.lastEvent = event
    this.lastMatches = found.length === before ? found : ascending(found)
    return this.lastMatches
  }

  private rulesFor(event: Event): Left {
    const name = event.text('eventName')
    const source = event.text('eventSource')
    // Absent, or something else than a text.
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
    const byField = new Map<string, { texts: Atom['texts']; byWord: Map<string, Asked[]> }>()
    for (const index of ascending(candidates)) {
      const left = simplified(this.nodes[index]!, (atom) => (isDecided(atom) ? holding.has(atom) : undefined))
      if (left === false) continue
      const rule = { index, test: left === true ? undefined : testOf(left) }
      const word = left === true ? undefined : neededWords(left)
      if (word === undefined) asked.push(rule)
      else {
        const field = byField.get(word.path!) ?? { texts: word.texts, byWord: new Map<string, Asked[]>() }
        byField.set(word.path!, field)
        for (const text of word.words!) append(field.byWord, text, rule)
      }
    }
    return { asked, byField: [...byField.values()] }
  }
}

/** Of each number one. */
function ascending(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b)
}

/** An atom of words that holds for every event that the node matches; undefined for none. */
function neededWords(node: Node): Atom | undefined {
  if (node.kind === 'atom') return node.words === undefined ? undefined : node
  if (node.kind !== 'all') return undefined
  for (const one of node.of) {
    const atom = neededWords(one)
    if (atom !== undefined) return atom
  }
  return undefined
}

/** There are some 20,000 API actions; more are somebody's invention. */
const MAX_PAIRS = 50_000

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

function isDecided({ path, isOfText }: Atom): boolean {
  return isOfText && path !== undefined && DECIDED.has(path)
}

function decidedAtoms(node: Node): readonly Atom[] {
  if (node.kind === 'atom') return isDecided(node) ? [node] : []
  return node.kind === 'not' ? decidedAtoms(node.of) : node.of.flatMap(decidedAtoms)
}

/** Decided atoms of which one holds for every event that the node matches; undefined where it does not say. */
export function needs(node: Node): ReadonlySet<Atom> | undefined {
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

/** How many events such atoms may let through, roughly: few words of names let through the fewest. */
function breadth(atoms: ReadonlySet<Atom>): number {
  let sum = 0
  for (const { path, words } of atoms) sum += (words?.size ?? 1000) * (path === 'eventName' ? 1 : 100)
  return sum
}

/** One rule's detection, compiled by itself. Throws RuleError as the rule set does. */
export function compileDetection(detection: Detection): EventTest {
  return testOf(new Atoms().nodeOf(detection))
}
