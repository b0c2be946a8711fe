// `eventTime` and its relatives: ISO 8601 extended or basic, with or without fractions, always meant as UTC.

const FORM = /^(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d):?(\d\d)(\.\d{1,9})?(Z|[+-]\d\d:?\d\d)?$/

/** Epoch milliseconds, or NaN. Accepts epoch seconds too, which old AWS CLI versions printed (domain §9, 28). */
export function parseEventTime(value: unknown): number {
  if (typeof value === 'number') return new Date(value < 1e11 ? value * 1000 : value).getTime() // NaN out of range
  if (typeof value !== 'string') return Number.NaN
  const m = FORM.exec(value)
  if (!m) return Number.NaN
  const zone = m[8] === undefined || m[8] === 'Z' ? 'Z' : m[8].replace(/^(...)(\d\d)$/, '$1:$2')
  return Date.parse(`${m[1]}-${m[2]}-${m[3]}T${m[4]}:${m[5]}:${m[6]}${(m[7] ?? '').slice(0, 4)}${zone}`)
}

/** `2024-08-18T11:48:43Z`, with milliseconds only where there are any; empty for NaN and what no Date can hold. */
export function formatTime(time: number): string {
  const date = new Date(time)
  if (Number.isNaN(date.getTime())) return ''
  return date.toISOString().replace('.000Z', 'Z')
}
