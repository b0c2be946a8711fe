// JSON with everything the grammar allows: odd white space, unnecessary escapes, numbers that no float can hold,
// duplicate keys. The texts are valid; whether a mutated one is, JSON.parse decides.

import * as fc from 'fast-check'

const space = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.constantFrom(' ', '\n', '\t', '\r\n', '  \n ') },
)

const number = fc.oneof(
  fc.constantFrom('0', '-0', '1e5', '1E+5', '-1.50e-10', '9007199254740993', '0.1', '12345678901234567890.5'),
  fc.integer().map(String),
)

const char = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...Array.from('abcEventNmeT: {}[],0')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\\"', '\\\\', '\\/', '\\n', '\\u0041', '\\u00E9', '\\ud83d\\ude00', '\\b'),
  },
  { weight: 1, arbitrary: fc.constantFrom('é', '日', '\u{1F600}', '\u007f', '\u2028') },
)

// Strings are scanned in blocks of sixteen bytes, so special characters must occur at every position of a block.
const plainRun = fc.nat(40).map((length) => 'a b:c,d{e}f[g]h.i0123'.repeat(2).slice(0, length))

const stringText = fc
  .oneof(
    { weight: 5, arbitrary: fc.array(char, { maxLength: 12 }) },
    { weight: 2, arbitrary: fc.array(fc.oneof(char, plainRun), { maxLength: 5 }) },
  )
  .map((chars) => `"${chars.join('')}"`)

/** The text of an object with keys from `keys` or arbitrary ones. */
export function objectText(keys: readonly string[]): fc.Arbitrary<string> {
  const key = fc.oneof(
    fc.constantFrom(...keys.map((name) => `"${name}"`)),
    // The same keys with an escaped first letter.
    fc.constantFrom(...keys.map((name) => `"\\u00${name.charCodeAt(0).toString(16)}${name.slice(1)}"`)),
    stringText,
  )
  const scalar = fc.oneof(number, stringText, fc.constantFrom('true', 'false', 'null'))
  const { object } = fc.letrec<{ value: string; object: string; array: string }>((tie) => ({
    value: fc.oneof({ depthSize: 'small' }, scalar, tie('object'), tie('array')),
    object: list(
      fc.tuple(key, space, space, tie('value')).map(([k, a, b, v]) => `${k}${a}:${b}${v}`),
      '{}',
    ),
    array: list(tie('value'), '[]'),
  }))
  return object
}

function list(item: fc.Arbitrary<string>, brackets: string): fc.Arbitrary<string> {
  const [open = '', close = ''] = brackets
  return fc.array(fc.tuple(space, item, space), { maxLength: 5 }).chain((items) =>
    space.map((inner) => {
      const body = items.map((parts) => parts.join('')).join(',')
      return `${open}${items.length === 0 ? inner : body}${close}`
    }),
  )
}

/** The text with something deleted, inserted or cut off. */
export function mutated(text: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    '',
    ...Array.from('{}[]",:\\'),
    'x',
    '0',
    '-',
    '.',
    'e',
    '\n',
    ' ',
    '\u0000',
    '\\u12',
    'tru',
  )
  return fc.tuple(text, fc.nat(), fc.nat(3), piece, fc.boolean()).map(([whole, at, removed, added, cut]) => {
    const i = at % (whole.length + 1)
    return cut ? whole.slice(0, i) : whole.slice(0, i) + added + whole.slice(i + removed)
  })
}
