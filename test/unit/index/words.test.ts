import { deflateRawSync } from 'node:zlib'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Scanner } from '../../../src/decode/json/scan.ts'
import { surveyText } from '../../../src/decode/survey.ts'
import { compileFilter } from '../../../src/filter/compile.ts'
import { filterLiterals, type Literal } from '../../../src/filter/literals.ts'
import { askedOf, hashOf, mayHold, wordsOf } from '../../../src/index/words.ts'
import { filter, record } from '../filter/arbitrary.ts'
import { event } from '../filter/records.ts'

const scanner = new Scanner()
const holds = (words: Uint8Array, ...all: readonly string[]): boolean =>
  mayHold(
    { bytes: words, start: 0, length: words.length },
    all.map((word) => [[hashOf(word)]]),
  )

function wordsIn(text: string): Uint8Array {
  scanner.load(Buffer.from(text))
  return scanner.wordFilter()!
}

const letter = fc.constantFrom(...Array.from('abzAZ019_.@-'))
const word = fc.array(letter, { minLength: 3, maxLength: 40 }).map((all) => all.join(''))
const between = fc.constantFrom(
  ' ',
  '"',
  '/',
  ':',
  ',',
  '{',
  '\u00e9',
  '\\n',
  '\\"',
  '\\\\',
  '\\u00e9',
  '\n',
  '[]',
  '`',
  '^',
  '\u007f',
  '+',
  '=',
)

describe('the words of a text', () => {
  it('are all there, wherever they stand and whatever the case', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, between), { maxLength: 60 }), between, (parts, first) => {
        const words = wordsIn(first + parts.flat().join(''))
        for (const [one] of parts) expect(holds(words, one, one.toLowerCase(), one.toUpperCase())).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it('are the same whether the inflater told of copies or not', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{"eventVersion":"1.08","userIdentity":{"type":"IAMUser",',
        '"arn":"arn:aws:iam::123456789012:user/Mary_Major"',
        'nobody.knows-what@this_word.is',
        '\\',
        '\\u003c',
        '\\n',
        'u003cscript',
        'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
      ),
      word,
      between,
    )
    const order = fc.array(fc.nat(11), { maxLength: 300, size: 'max' })
    const form = fc.record({
      level: fc.integer({ min: 0, max: 9 }),
      strategy: fc.integer({ min: 0, max: 4 }),
      windowBits: fc.integer({ min: 9, max: 15 }),
    })
    let copied = 0
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 2, maxLength: 12 }),
        order,
        form,
        (pieces, places, options) => {
          const text = Buffer.from(places.map((at) => pieces[at % pieces.length]).join(''))
          const expected = wordsIn(text.toString())
          const packed = deflateRawSync(text, options)
          if (packed.length < text.length / 2) copied++
          expect(scanner.inflate(packed, text.length, 0, packed.length, true)).toBe(packed.length)
          expect(Buffer.compare(scanner.wordFilter()!, expected)).toBe(0)
          expect(scanner.bytes.equals(text)).toBe(true)
        },
      ),
      { numRuns: 800 },
    )
    expect(copied).toBeGreaterThan(300)
  })

  it('are refused of a text that may hold one in disguise, wherever copies of the inflater end', () => {
    for (const disguise of ['\\u0041', '\u212a', '\u0130', '\\u005c']) {
      for (let at = 0; at < 40; at++) {
        const one = 'x'.repeat(at % 7) + '-'.repeat(at)
        const text = Buffer.from(`${one}${one}${disguise.slice(0, at % 7)}${one}${disguise}${one}${one}`)
        const packed = deflateRawSync(text)
        scanner.inflate(packed, text.length, 0, packed.length, true)
        expect(scanner.wordFilter()).toBeUndefined()
      }
    }
  })

  it('are hardly ever those that are not', () => {
    const words = wordsIn(Array.from({ length: 5000 }, (_, n) => `word-${n}`).join(' '))
    const wrong = Array.from({ length: 5000 }, (_, n) => `other-${n}`).filter((one) => holds(words, one))
    expect(wrong.length).toBeLessThan(150)
    expect(holds(words, 'word-4999')).toBe(true)
  })

  it('leave the text and its slots as they were', () => {
    scanner.load(Buffer.from('{"eventName":"ConsoleLogin"}'))
    expect(scanner.object(0)).toBe(28)
    const slots = [...scanner.slots]
    scanner.wordFilter()
    expect([...scanner.slots]).toEqual(slots)
    expect(scanner.bytes.toString()).toBe('{"eventName":"ConsoleLogin"}')
    expect(scanner.object(0)).toBe(28)
  })

  it('may be few or very many', () => {
    expect(holds(wordsIn(''), 'abc')).toBe(false)
    const many = Array.from({ length: 300_000 }, (_, n) => n.toString(36).padStart(4, 'x'))
    const words = wordsIn(many.join(' '))
    expect(many.every((one) => holds(words, one))).toBe(true)
    expect(holds(words, 'nothing-of-the-kind')).toBe(false)
  })
})

describe('of a literal, words are asked that any text with it has as words', () => {
  it.each<readonly [string, Literal, readonly string[]]>([
    ['a word', { text: 'DeleteTrail' }, ['DeleteTrail']],
    ['a word with marks', { text: 'i-0a1.b_c@d' }, ['i-0a1.b_c@d']],
    [
      'parts of an ARN',
      { text: 'arn:aws:sqs:eu-west-1:123456789012:jobs' },
      ['arn', 'aws', 'sqs', 'eu-west-1', '123456789012', 'jobs'],
    ],
    ['nothing shorter than three letters', { text: 'a:bcd:ef' }, ['bcd']],
    ['not a beginning', { text: 'Get', isOpen: { start: false, end: true } }, []],
    ['nor an end', { text: 'Policy', isOpen: { start: true, end: false } }, []],
    ['what is within', { text: 'x:whole:y', isOpen: { start: true, end: true } }, ['whole']],
  ])('%s', (_, literal, expected) => expect(wordsOf(literal)).toEqual(expected))

  it('and of a group only if every one of its literals has some', () => {
    expect(askedOf([[{ text: 'abc' }, { text: 'de' }], [{ text: 'fgh' }]])).toEqual([[[hashOf('fgh')]]])
  })
})

it('no file with a record that matches is ruled out', () => {
  let asked = 0
  fc.assert(
    fc.property(fc.array(record, { minLength: 1, maxLength: 3 }), filter, (records, question) => {
      const text = JSON.stringify({ Records: records })
      scanner.load(Buffer.from(text))
      const survey = surveyText(scanner, scanner.wordFilter(), 12, undefined, { from: 0, to: 0 })
      if (survey === undefined) return
      const test = compileFilter(question)
      const groups = askedOf(filterLiterals(question))
      if (!records.some((one) => test(event(one)))) return
      asked += groups.length
      const { words } = survey
      expect(mayHold({ bytes: words, start: 0, length: words.length }, groups)).toBe(true)
    }),
    { numRuns: 8000 },
  )
  expect(asked).toBeGreaterThan(200)
})

const survey = (text: string, notAfter?: number) => {
  scanner.load(Buffer.from(text))
  return surveyText(scanner, scanner.wordFilter(), 12, notAfter)
}

describe('a survey', () => {
  const good = '{"eventVersion":"1.08","eventTime":"2024-08-18T10:00:00Z","eventID":"1"}'
  const later = good.replace('10:00', '11:30')
  const TEN = Date.UTC(2024, 7, 18, 10)

  it('tells when the first and the last event happened', () => {
    expect(survey(`{"Records":[${later},${good}]}`)).toMatchObject({ from: TEN, to: TEN + 90 * 60_000 })
  })

  it.each([
    ['a record without a time', `{"Records":[${good},{"eventVersion":"1.08"}]}`],
    ['a time of another form', `{"Records":[${good.replace('Z', '.5Z')}]}`],
    ['a record without a version', '{"Records":[{"eventTime":"2024-08-18T10:00:00Z"}]}'],
    ['a notification', `{"Records":[${good.replace('"eventID"', '"eventSource":"aws:s3","eventID"')}]}`],
    ['records within a record', `{"Records":[${good.replace('"eventID"', '"Records":[],"eventID"')}]}`],
    ['a damaged record', `{"Records":[${good},{"eventVersion":}]}`],
    ['what is no object', `{"Records":[${good},1]}`],
    ['a list that goes on', `{"Records":[${good}],"x":[{}]}`],
    ['a letter in disguise', `{"Records":[${good.replace('"1"', '"\\u0041"')}]}`],
    ['no record', '{"Records":[]}'],
  ])('is not made of %s', (_, text) => expect(survey(text)).toBeUndefined())

  it('nor of events later than the name of the file allows', () => {
    expect(survey(`{"Records":[${good}]}`, TEN)).toBeDefined()
    expect(survey(`{"Records":[${good}]}`, TEN - 1)).toBeUndefined()
  })
})
