// Parsers for option values. Errors name the invalid value, by commander's InvalidArgumentError.

import { InvalidArgumentError } from 'commander'
import { MAX_BYTES } from '../../util/bytes.ts'
import { UsageError } from '../../util/usage-error.ts'

/** A whole number from `least` to `most`. */
export function wholeNumber(least: number, most = Number.MAX_SAFE_INTEGER): (text: string) => number {
  return (text) => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    if (value >= least && value <= most) return value
    const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`
    throw new InvalidArgumentError(`Expected a whole number ${range}.`)
  }
}

/** For an option that must not be repeated, because it would be unclear which value counts. */
export function once(flag: string): (value: string, before: string | undefined) => string {
  return (value, before) => {
    if (before === undefined) return value
    throw new UsageError(`${flag} is given twice: '${before}' and '${value}'`, 'give it once')
  }
}

/**
 * One of a few words, ignoring case; must not be repeated. `other` has alternative spellings, such as `yes` for
 * `true`.
 */
export function choice(
  flag: string,
  words: readonly string[],
  other: Readonly<Record<string, string>> = {},
): (value: string, before: string | undefined) => string {
  const single = once(flag)
  return (value, before) => {
    const word = words.find((one) => one === value.toLowerCase()) ?? other[value.toLowerCase()]
    if (word !== undefined) return single(word, before)
    throw new UsageError(`invalid value '${value}' for ${flag}`, `choose one of ${words.join(', ')}`)
  }
}

/** Collects the values of a repeatable option. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 }

/** A number of bytes: `256M`, `1G`, `1000000`. Units are powers of 1024. */
export function byteSize(text: string): number {
  const m = /^(\d{1,12})([KMG]?)B?$/i.exec(text)
  const bytes = m ? Number(m[1]) * UNITS[m[2]!.toUpperCase()]! : 0
  if (bytes > 0 && bytes <= MAX_BYTES) return bytes
  throw new InvalidArgumentError('Expected bytes, up to 2047M: 256M, 1G.')
}

/** The same without the limit of a buffer, and with powers of 1000, the unit of prices. */
export function scanSize(text: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,12})([KMGT]?)B?$/i.exec(text) ?? []
  const bytes = Number(digits) * 1000 ** ' KMGT'.indexOf(unit.toUpperCase() || ' ')
  if (digits !== '' && bytes > 0) return bytes
  throw new InvalidArgumentError('Expected bytes: 500M, 100G, 2T.')
}

/** Collects values from a list of choices; commander's `.choices()` cannot be combined with collecting. */
export function collectChoices<T extends string>(
  choices: readonly T[],
): (value: string, before: readonly T[] | undefined) => readonly T[] {
  return (value, before) => {
    const chosen = choices.find((choice) => choice === value)
    if (chosen === undefined) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`)
    return [...(before ?? []), chosen]
  }
}
