// --source-ip as SQL. Lists of addresses and addresses with ports are left to the local filter; so is IPv6 if the
// engine has no address type.

import { AWS_NAME, parseSourceIp, privateRanges, type SourceIpTest } from '../filter/source-ip.ts'
import { parseValue } from '../filter/value-pattern.ts'
import type { IpRange } from '../util/ip.ts'
import { and, type Bounds, exactly, holds, not, or, unless } from './bounds.ts'
import type { Speech } from './dialect.ts'
import { anyOf } from './text-sql.ts'

const ADDRESS = "nullif(sourceipaddress, '')"

export function sourceIpBounds(values: readonly string[], speech: Speech): Bounds {
  const tests = values.map((typed) => ({ test: parseSourceIp(typed), pieces: parseValue(typed).pieces }))
  const sqlOf = (wanted: boolean): string[] =>
    tests
      .filter(({ test }) => test.negated === wanted)
      .map(({ test, pieces }) =>
        test.numeric ? asks(test, speech) : holds(anyOf(ADDRESS, [pieces], speech)),
      )
  const plain = sqlOf(false)
  const negated = sqlOf(true)
  const base = and([
    ...(plain.length > 0 ? [or(plain)] : []),
    ...(negated.length > 0 ? [not(or(negated))] : []),
  ])
  return unless(several(speech), exactly(base))
}

// True for several addresses or one with a port; also for an IPv6 address if the engine has no address type.
function several(speech: Speech): string {
  const odd = holds(speech.regexpLike(ADDRESS, '[,;:\\[]'))
  return speech.isAddress ? and([odd, not(holds(speech.isAddress(ADDRESS)))]) : odd
}

function asks({ asks: what }: SourceIpTest, speech: Speech): string {
  switch (what) {
    case 'aws':
      return holds(
        speech.regexpLike(`lower(${ADDRESS})`, AWS_NAME.source.toLowerCase().replaceAll('$', '\\z')),
      )
    case 'private':
      return isPrivate(speech)
    case 'internet':
      return and([isAddress(speech), not(isPrivate(speech))])
    case undefined:
      return 'false'
    default:
      return inRange(what, speech)
  }
}

function isPrivate(speech: Speech): string {
  return or(privateRanges().map((range) => inRange(range, speech)))
}

function isAddress(speech: Speech): string {
  return holds(speech.isAddress?.(ADDRESS) ?? speech.regexpLike(ADDRESS, V4_STRICT))
}

/** Like Node's net.isIP: no leading zeros. */
const OCTET = '(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)'
const V4_STRICT = `^${OCTET}\\.${OCTET}\\.${OCTET}\\.${OCTET}\\z`

function inRange(range: IpRange, speech: Speech): string {
  const isV4 = range.ip.length === 4
  if (speech.isInRange) {
    const inside = holds(speech.isInRange(ADDRESS, rangeText(range)))
    // The engine treats IPv4 addresses as part of IPv6.
    return isV4 ? inside : and([inside, not(holds(speech.isInRange(ADDRESS, '0.0.0.0/0')))])
  }
  if (!isV4) return 'false'
  const size = 2 ** (32 - range.bits)
  const first = Math.floor(range.ip.reduce((sum, byte) => sum * 256 + byte, 0) / size) * size
  const number = [1, 2, 3, 4].map((n) => `cast(${part(n)} as bigint) * ${256 ** (4 - n)}`).join(' + ')
  const inside = `${number} between ${first} and ${first + size - 1}`
  return holds(`case when ${speech.regexpLike(ADDRESS, V4_STRICT)} then ${inside} end`)
}

function part(n: number): string {
  return `split_part(${ADDRESS}, '.', ${n})`
}

function rangeText({ ip, bits }: IpRange): string {
  if (ip.length === 4) return `${masked(ip, bits).join('.')}/${bits}`
  const bytes = masked(ip, bits)
  const groups = Array.from({ length: 8 }, (_, n) => (bytes[2 * n]! * 256 + bytes[2 * n + 1]!).toString(16))
  return `${groups.join(':')}/${bits}`
}

function masked(ip: readonly number[], bits: number): readonly number[] {
  return ip.map((byte, n) => byte & (0xff00 >> Math.min(Math.max(bits - 8 * n, 0), 8)) & 0xff)
}
