// --source-ip: an IPv4 or IPv6 address or CIDR range, compared as numbers; the words internet, private and aws;
// anything else (`ec2.amazonaws.com`, `AWS Internal/3`, `203.0.113.*`) is compared as text, because CloudTrail also
// records host names here. Proxies turn the field into a list (`203.0.113.7, 10.0.0.1`) and some add ports; each
// address of a list is tested by itself.

import type { Event } from '../event/event.ts'
import { sourceIps } from '../event/source-ips.ts'
import { type Ip, type IpRange, isInRange, parseIp, rangeOf } from '../util/ip.ts'
import { UsageError } from '../util/usage-error.ts'
import { parseValue } from './value-pattern.ts'

export interface SourceIpTest {
  readonly negated: boolean
  /** True if the record may contain another spelling than the typed one, because addresses have several. */
  readonly numeric: boolean
  /** The word or range, for callers that translate the test to another language such as SQL. */
  readonly asks?: 'internet' | 'private' | 'aws' | IpRange | undefined
  /** Tests one address or name. */
  readonly test: (sourceIp: string) => boolean
}

/**
 * Holds if one address of the event matches a plain value (if there are any) and no negated one. This way a proxy's
 * address in the list does not hide an event from `!10.0.0.0/8`.
 */
export function compileSourceIp(values: readonly string[]): (event: Event) => boolean {
  const tests = values.map(parseSourceIp)
  const plain = tests.filter(({ negated }) => !negated)
  const negated = tests.filter(({ negated }) => negated)
  const fits = (whole: string, one: string): boolean => {
    const meets = ({ test }: SourceIpTest): boolean => test(one) || (one !== whole && test(whole))
    return (plain.length === 0 || plain.some(meets)) && !negated.some(meets)
  }
  return (event) => {
    const { text, parts } = sourceIps(event)
    return parts.length === 0 ? plain.length === 0 : parts.some((one) => fits(text, one))
  }
}

/** Throws UsageError for an empty value, and for an invalid address or range. */
export function checkSourceIp(typed: string): void {
  parseSourceIp(typed)
}

/** Throws UsageError. */
export function parseSourceIp(typed: string): SourceIpTest {
  if (typed === '') throw bad(typed, 'is empty')
  const { negated, exact, test } = parseValue(typed)
  const word = exact === undefined ? undefined : WORDS.get(exact.toLowerCase())
  if (word) {
    const asks = exact!.toLowerCase() as 'internet' | 'private' | 'aws'
    return { negated, numeric: true, asks, test: remembered(word) }
  }
  const range = exact === undefined ? undefined : typedRange(exact, typed)
  if (!range) return { negated, numeric: false, test }
  return { negated, numeric: true, asks: range, test: remembered((text) => isInside(text, [range])) }
}

/** In the order in which help lists them. */
const WORDS: ReadonlyMap<string, (text: string) => boolean> = new Map([
  ['internet', (text) => parseIp(text) !== undefined && !isPrivate(text)],
  ['private', isPrivate],
  ['aws', (text) => AWS_NAME.test(text)],
])

/** Made on use, because Node compiles a large pattern for the first IPv6 address. */
export function privateRanges(): readonly IpRange[] {
  return (ranges ??= PRIVATE.map((text) => typedRange(text, text)!))
}

const PRIVATE: readonly string[] =
  `0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.168.0.0/16
  ::/127 fc00::/7 fe80::/10`.split(/\s+/)
let ranges: readonly IpRange[] | undefined

function isPrivate(text: string): boolean {
  return isInside(text, privateRanges())
}

/** Matches services that made the call themselves, and the console's back end. */
export const AWS_NAME =
  /^AWS Internal(?:\/|$)|(?:^|\.)(?:amazonaws\.(?:com|com\.cn|eu)|aws\.internal|aws\.amazon\.com)$/i

function isInside(text: string, ranges: readonly IpRange[]): boolean {
  const ip: Ip | undefined = parseIp(text)
  return ip !== undefined && ranges.some((range) => isInRange(ip, range))
}

function typedRange(text: string, typed: string): IpRange | undefined {
  const slash = text.indexOf('/')
  const address = slash < 0 ? text : text.slice(0, slash)
  const prefix = slash < 0 ? undefined : text.slice(slash + 1)
  if (parseIp(address) === undefined) {
    if (/^[\d.]+$/.test(address) || (/^[\da-f:.]+$/i.test(address) && address.includes(':'))) {
      throw bad(typed, 'is not an IP address')
    }
    return undefined
  }
  const most = address.includes(':') ? 128 : 32
  if (prefix !== undefined && (!/^\d{1,3}$/.test(prefix) || Number(prefix) > most)) {
    throw bad(typed, `needs a prefix length from 0 to ${most} after the slash`)
  }
  return rangeOf(address, prefix === undefined ? undefined : Number(prefix))
}

function bad(typed: string, what: string): UsageError {
  const hint =
    'give an address (203.0.113.7), a range (203.0.113.0/24, 2001:db8::/32), internet, private, aws, or text (203.0.113.*)'
  return new UsageError(`--source-ip '${typed}' ${what}`, hint)
}

/** A test takes a microsecond and logs repeat few addresses, so recent results are cached. */
function remembered(test: (sourceIp: string) => boolean): (sourceIp: string) => boolean {
  const answers = new Map<string, boolean>()
  return (sourceIp) => {
    const known = answers.get(sourceIp)
    if (known !== undefined) return known
    if (answers.size >= 10_000) answers.clear()
    const answer = test(sourceIp)
    answers.set(sourceIp, answer)
    return answer
  }
}
