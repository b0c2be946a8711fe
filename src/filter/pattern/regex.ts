// The regular expressions of filter patterns: CloudWatch's documented subset (no groups, ASCII only), simulated as an
// NFA. The text is untrusted: matching takes linear time whatever the expression, which JavaScript's engine does not
// guarantee (`a*a*a*b` is polynomial there).

/** Called with the error and its offset in the expression; must throw. */
export type RegexFailure = (what: string, offset: number, hint?: string) => never

/**
 * Compiles an expression to a test that searches anywhere in a text. Beyond the documented syntax a space is accepted,
 * as in the documentation's own examples; `^` and `$` are allowed only at the ends of an alternative.
 */
export function compileRegex(source: string, fail: RegexFailure): (text: string) => boolean {
  const alternatives = parseRegex(source, fail)
  return (text) => alternatives.some((alternative) => found(alternative, text))
}

/** The matching characters below 128, and whether all other characters match. */
interface CharSet {
  readonly ascii: Uint8Array
  readonly beyond: boolean
}

interface State {
  readonly set: CharSet
  /** May be skipped. */
  readonly optional: boolean
  /** May match repeatedly. */
  readonly repeats: boolean
}

interface Alternative {
  readonly states: readonly State[]
  readonly fromStart: boolean
  readonly toEnd: boolean
}

const MAX_STATES = 2000
const PLAIN = /[A-Za-z0-9:_#=@/;,\- ]/

function parseRegex(source: string, fail: RegexFailure): readonly Alternative[] {
  const alternatives: Alternative[] = []
  let at = 0
  let budget = MAX_STATES
  do {
    const states: State[] = []
    const fromStart = source[at] === '^'
    if (fromStart) at++
    let toEnd = false
    while (at < source.length && source[at] !== '|') {
      if (toEnd) fail('`$` can only stand at the end', at - 1, 'write \\$ for the character itself')
      if (source[at] === '$') {
        toEnd = true
        at++
        continue
      }
      const start = at
      const [set, afterSet] = readSet(source, at, fail)
      const [min, max, afterCount] = readCount(source, afterSet, fail)
      at = afterCount
      budget -= Math.max(min, max === Infinity ? min + 1 : max)
      if (budget < 0) fail(`repeats more than ${MAX_STATES} characters`, start)
      for (let i = 0; i < min; i++) states.push({ set, optional: false, repeats: false })
      if (max === Infinity) states.push({ set, optional: true, repeats: true })
      else for (let i = min; i < max; i++) states.push({ set, optional: true, repeats: false })
    }
    alternatives.push({ states, fromStart, toEnd })
  } while (source[at++] === '|')
  return alternatives
}

function readSet(source: string, at: number, fail: RegexFailure): [CharSet, number] {
  const c = source[at] ?? ''
  if (c === '.') return [setOf(() => true, true), at + 1]
  if (c === '[') return readClass(source, at, fail)
  if (c === '\\') return readEscape(source, at, fail)
  if (PLAIN.test(c)) return [single(c), at + 1]
  if ('?*+{'.includes(c)) return fail(`nothing before \`${c}\` to repeat`, at)
  if (c === '(' || c === ')') return fail('parentheses are not part of this syntax', at, `write \\x${hex(c)}`)
  const hint = c < '\x80' ? `write \\x${hex(c)} for it` : 'use `.` for it'
  return fail(`\`${c}\` is not allowed here`, at, hint)
}

function readEscape(source: string, at: number, fail: RegexFailure): [CharSet, number] {
  const c = source[at + 1]
  if (c === undefined) return fail('nothing after the backslash', at)
  const named = NAMED[c.toLowerCase()]
  if (named) {
    const upper = c !== c.toLowerCase()
    return [setOf((code) => named.test(String.fromCharCode(code)) !== upper, upper), at + 2]
  }
  if (c === 'x') {
    const digits = /^[0-7][0-9A-Fa-f]/.exec(source.slice(at + 2, at + 4))
    if (!digits) return fail('\\x needs two hexadecimal digits of an ASCII character', at)
    return [single(String.fromCharCode(Number.parseInt(digits[0], 16))), at + 4]
  }
  if (/[A-Za-z0-9]/.test(c) || c >= '\x80') return fail(`\\${c} has no meaning`, at)
  return [single(c), at + 2]
}

const NAMED: Readonly<Record<string, RegExp | undefined>> = { d: /[0-9]/, s: /[\t\n ]/, w: /[A-Za-z_0-9]/ }

function readClass(source: string, open: number, fail: RegexFailure): [CharSet, number] {
  let at = open + 1
  const negated = source[at] === '^'
  if (negated) at++
  const ascii = new Uint8Array(128)
  let beyond = false
  let low = -1 // the character that a range could start from
  const first = at
  for (;;) {
    const c = source[at]
    if (c === undefined) return fail('`[` is never closed', open)
    if (c === ']' && at > first) break
    if (c === '-' && low >= 0 && source[at + 1] !== undefined && source[at + 1] !== ']') {
      const [end, after] = readMember(source, at + 1, fail)
      const high = onlyMember(end)
      if (high < low) return fail('this range is the wrong way round', at - 1)
      ascii.fill(1, low, high + 1)
      low = -1
      at = after
      continue
    }
    const [member, after] = readMember(source, at, fail)
    member.ascii.forEach((yes, code) => (ascii[code] = (ascii[code] ?? 0) | yes))
    beyond ||= member.beyond
    low = onlyMember(member)
    at = after
  }
  return [setOf((code) => (ascii[code] === 1) !== negated, beyond !== negated), at + 1]
}

/** Inside `[…]` the operators are literal characters. */
function readMember(source: string, at: number, fail: RegexFailure): [CharSet, number] {
  const c = source[at] ?? ''
  if (c === '\\') return readEscape(source, at, fail)
  if (PLAIN.test(c) || '.?*+|^${}[]'.includes(c)) return [single(c), at + 1]
  return readSet(source, at, fail)
}

/** The character code of a set with exactly one member; -1 for any other set. */
function onlyMember(set: CharSet): number {
  const code = set.ascii.indexOf(1)
  return set.ascii.lastIndexOf(1) === code && !set.beyond ? code : -1
}

function readCount(source: string, at: number, fail: RegexFailure): [min: number, max: number, at: number] {
  const m = /^(?:[?*+]|\{(\d{0,4})(,?)(\d{0,4})\})/.exec(source.slice(at, at + 12))
  if (!m) return source[at] === '{' ? fail('write {3}, {3,}, {,5} or {3,5}', at) : [1, 1, at]
  const after = at + m[0].length
  if ('?*+{'.includes(source[after] ?? ' ')) return fail('two repetitions in a row', after)
  if (m[0] === '?') return [0, 1, after]
  if (m[0] === '*') return [0, Infinity, after]
  if (m[0] === '+') return [1, Infinity, after]
  const [, low = '', comma, high = ''] = m
  if (low === '' && high === '') return fail('write {3}, {3,}, {,5} or {3,5}', at)
  const min = Number(low)
  const max = comma ? (high === '' ? Infinity : Number(high)) : min
  return max < min ? fail('this range is the wrong way round', at) : [min, max, after]
}

function single(c: string): CharSet {
  return setOf((code) => code === c.charCodeAt(0), false)
}

function setOf(fits: (code: number) => boolean, beyond: boolean): CharSet {
  return { ascii: Uint8Array.from({ length: 128 }, (_, code) => Number(fits(code))), beyond }
}

function hex(c: string): string {
  return c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()
}

function found({ states, fromStart, toEnd }: Alternative, text: string): boolean {
  const accept = states.length
  const seen = new Int32Array(accept + 1).fill(-1) // the text position at which each state was last entered
  let current: number[] = []
  let next: number[] = []
  const enter = (state: number, position: number, list: number[]) => {
    for (let s = state; s <= accept && seen[s] !== position; s++) {
      seen[s] = position
      list.push(s)
      if (!states[s]?.optional) return
    }
  }
  for (let position = 0; ; position++) {
    if (position === 0 || !fromStart) enter(0, position, current)
    if (seen[accept] === position && (!toEnd || position === text.length)) return true
    if (position === text.length || (fromStart && current.length === 0)) return false
    const code = text.charCodeAt(position)
    for (const s of current) {
      const state = states[s]
      if (!state || !(code < 128 ? state.set.ascii[code] === 1 : state.set.beyond)) continue
      enter(state.repeats ? s : s + 1, position + 1, next)
    }
    ;[current, next] = [next, current]
    next.length = 0
  }
}
