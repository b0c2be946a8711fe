// Decodes bytes of terminal input to keys. Sequences may arrive in pieces, and a lone Escape can only be recognized
// because nothing follows it: the caller calls `flush` after a short wait. Pasted text is one key, so it cannot trigger
// others.

export interface Key {
  /** `up`, `enter`, `tab`, …; a character as itself; `ctrl-c`; `alt-x`; `paste` with its text. */
  readonly name: string
  /** The text to insert into a text field; undefined for keys that insert nothing. */
  readonly text?: string
}

const ESCAPE = '\u001b'
const PASTE = { begin: '200~', end: `${ESCAPE}[201~` } as const
/** A longer paste is truncated; no sensible filter is this long. */
const MAX_PASTED = 1 << 16

export class KeyDecoder {
  private rest = ''
  private readonly utf8 = new TextDecoder()

  feed(data: Uint8Array | string): readonly Key[] {
    this.rest += typeof data === 'string' ? data : this.utf8.decode(data, { stream: true })
    return this.take(false)
  }

  /** True if a sequence may be incomplete: call `flush` after a short wait. */
  get isWaiting(): boolean {
    return this.rest !== '' && !this.rest.startsWith(`${ESCAPE}[${PASTE.begin}`)
  }

  /** Returns the keys of incomplete input, because nothing followed in time. */
  flush(): readonly Key[] {
    return this.take(true)
  }

  private take(isAll: boolean): readonly Key[] {
    const keys: Key[] = []
    while (this.rest !== '') {
      const found = keyAt(this.rest, isAll)
      if (found === undefined) break
      this.rest = this.rest.slice(found.length)
      if (found.key !== undefined) keys.push(found.key)
    }
    return keys
  }
}

interface Found {
  /** Undefined for the sequence of a key without a name here. */
  readonly key: Key | undefined
  readonly length: number
}

/** The first key of the text; undefined if the rest of its sequence has not arrived. */
function keyAt(text: string, isAll: boolean): Found | undefined {
  const first = String.fromCodePoint(text.codePointAt(0)!)
  if (first !== ESCAPE) return { key: plainKey(first), length: first.length }
  const second = text[1]
  if (second === undefined) return isAll ? { key: { name: 'escape' }, length: 1 } : undefined
  if (second === '[') return sequence(text, isAll)
  if (second === 'O') {
    const third = text[2]
    if (third === undefined) return isAll ? { key: { name: 'alt-O' }, length: 2 } : undefined
    return { key: named(SS3[third]), length: 3 }
  }
  // Escape followed quickly by another control key: Ctrl-C must not be swallowed.
  if (second < ' ' || second === '\u007f') return { key: { name: 'escape' }, length: 1 }
  const other = String.fromCodePoint(text.codePointAt(1)!)
  return { key: { name: `alt-${plainKey(other)?.name ?? other}` }, length: 1 + other.length }
}

/** `ESC [ parameters final`. */
function sequence(text: string, isAll: boolean): Found | undefined {
  if (text.startsWith(`${ESCAPE}[${PASTE.begin}`)) return paste(text)
  // The Linux console sends F1 to F5 as `ESC [ [ A`.
  if (text[2] === '[' && text.length > 3) return { key: undefined, length: 4 }
  const found = CSI.exec(text)
  if (found === null) {
    if (isAll) return { key: { name: 'alt-[' }, length: 2 }
    // An invalid sequence must not wait for its end.
    return CSI_BEGINS.test(text) ? undefined : { key: undefined, length: 2 }
  }
  const [whole, parameters = '', final = ''] = found
  const [number = '', modifier = ''] = parameters.split(';')
  const name = final === '~' ? TILDE[number] : (LETTERS[final] ?? undefined)
  const isShift = modifier === '2'
  if (final === 'Z') return { key: { name: 'shift-tab' }, length: whole.length }
  return { key: named(name && isShift ? `shift-${name}` : name), length: whole.length }
}

function paste(text: string): Found | undefined {
  const begin = ESCAPE.length + 1 + PASTE.begin.length
  const end = text.indexOf(PASTE.end, begin)
  if (end < 0)
    return text.length > begin + MAX_PASTED
      ? { key: pasted(text.slice(begin, begin + MAX_PASTED)), length: text.length }
      : undefined
  return { key: pasted(text.slice(begin, end)), length: end + PASTE.end.length }
}

/** As one line, without characters that a keyboard does not type. */
function pasted(text: string): Key {
  return { name: 'paste', text: text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim() }
}

function named(name: string | undefined): Key | undefined {
  return name === undefined ? undefined : { name }
}

// eslint-disable-next-line no-control-regex
const CSI = /^\u001b\[([0-9:;<=>?]*)[ -/]*([@-~])/
// eslint-disable-next-line no-control-regex
const CSI_BEGINS = /^\u001b\[[0-9:;<=>?]*[ -/]*$/

const LETTERS: Readonly<Record<string, string>> = {
  A: 'up',
  B: 'down',
  C: 'right',
  D: 'left',
  H: 'home',
  F: 'end',
}
const SS3: Readonly<Record<string, string>> = { ...LETTERS, M: 'enter' }
const TILDE: Readonly<Record<string, string>> = {
  '1': 'home',
  '2': 'insert',
  '3': 'delete',
  '4': 'end',
  '5': 'page-up',
  '6': 'page-down',
  '7': 'home',
  '8': 'end',
}

const CONTROLS: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\u007f': 'backspace',
  '\b': 'backspace',
}

function plainKey(char: string): Key | undefined {
  const known = CONTROLS[char]
  if (known !== undefined) return { name: known }
  const code = char.codePointAt(0)!
  if (code === 0) return { name: 'ctrl-space' }
  if (code < 0x1b) return { name: `ctrl-${String.fromCharCode(code + 0x60)}` }
  if (code < 0x20 || (code > 0x7e && code < 0xa0) || code === 0xfffd) return undefined
  return { name: char === ' ' ? 'space' : char, text: char }
}
