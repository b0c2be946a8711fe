// Numbers for people: `1,204 files`, `4.1 MB`, `0.21 s`. Always in English, whatever the locale.

import { thousands } from '../../util/format.ts'

/** `1 file`, `1,204 files`. */
export function count(n: number, noun: string): string {
  const plural = /(?:s|x|ch)$/.test(noun)
    ? `${noun}es`
    : noun.endsWith('y') && !noun.endsWith('ay')
      ? `${noun.slice(0, -1)}ies`
      : `${noun}s`
  return `${thousands(n)} ${n === 1 ? noun : plural}`
}

/** Decimal units, as for disks and networks: `980 B`, `4.1 MB`. */
export function bytes(n: number): string {
  let value = n
  for (const unit of ['B', 'kB', 'MB', 'GB']) {
    if (value < 999.5) return `${value < 10 && unit !== 'B' ? value.toFixed(1) : Math.round(value)} ${unit}`
    value /= 1000
  }
  return `${value.toFixed(1)} TB`
}

/** `0.21 s`, `3 min 12 s`. */
export function duration(milliseconds: number): string {
  const seconds = milliseconds / 1000
  if (seconds < 10) return `${seconds.toFixed(2)} s`
  if (seconds < 60) return `${seconds.toFixed(0)} s`
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`
}
