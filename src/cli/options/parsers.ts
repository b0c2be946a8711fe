// Parsers for option values: what is wrong is said with the value, by commander's own error.

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

/** For an option that makes no sense twice: which value is meant would be a guess. */
export function once(flag: string): (value: string, before: string | undefined) => string {
  return (value, before) => {
    if (before === undefined) return value
    throw new UsageError(`${flag} is given twice: '${before}' and '${value}'`, 'give it once')
  }
}

/** One of a few words, in any case, and not twice. `other` are further spellings: `yes` for `true`. */
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

/** Collects the values of an option that may be given several times. */
export function collect(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value]
}

const UNITS: Readonly<Record<string, number>> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30 }

/** Bytes: `256M`, `1G`, `1000000`. */
export function byteSize(text: string): number {
  const m = /^(\d{1,12})([KMG]?)B?$/i.exec(text)
  const bytes = m ? Number(m[1]) * UNITS[m[2]!.toUpperCase()]! : 0
  if (bytes > 0 && bytes <= MAX_BYTES) return bytes
  throw new InvalidArgumentError('Expected bytes, up to 2047M: 256M, 1G.')
}

/** The same without the bound of a buffer: powers of ten, as prices count. */
export function scanSize(text: string): number {
  const [, digits = '', unit = ''] = /^(\d{1,12})([KMGT]?)B?$/i.exec(text) ?? []
  const bytes = Number(digits) * 1000 ** ' KMGT'.indexOf(unit.toUpperCase() || ' ')
  if (digits !== '' && bytes > 0) return bytes
  throw new InvalidArgumentError('Expected bytes: 500M, 100G, 2T.')
}

/** Collects values of a list, as `.choices()` of commander would if it could collect. */
export function collectChoices<T extends string>(
  choices: readonly T[],
): (value: string, before: readonly T[] | undefined) => readonly T[] {
  return (value, before) => {
    const chosen = choices.find((choice) => choice === value)
    if (chosen === undefined) throw new InvalidArgumentError(`Allowed choices are ${choices.join(', ')}.`)
    return [...(before ?? []), chosen]
  }
}
