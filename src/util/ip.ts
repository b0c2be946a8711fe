// IP addresses and ranges as numbers. An IPv4-mapped IPv6 address (::ffff:192.0.2.1) counts as the IPv4 address, so no
// IPv6 range contains IPv4 addresses: ::/0 selects only those who came over IPv6.

import { isIP } from 'node:net'

/** Four or sixteen bytes, most significant first. */
export type Ip = readonly number[]

export interface IpRange {
  readonly ip: Ip
  /** Length of the prefix. */
  readonly bits: number
}

/** undefined if the text is not an address. A zone (`fe80::1%eth0`) is ignored. */
export function parseIp(text: string): Ip | undefined {
  const family = isIP(text)
  if (family === 4) return text.split('.').map(Number)
  if (family === 0) return undefined
  return unmapped(ofIpv6(text.replace(/%.*$/, '')))
}

/** The range `ip/bits`. An IPv4-mapped IPv6 range becomes the IPv4 range. */
export function rangeOf(text: string, bits: number | undefined): IpRange | undefined {
  const ip = parseIp(text)
  if (ip === undefined) return undefined
  if (isIP(text) === 4 || ip.length === 16) return { ip, bits: bits ?? ip.length * 8 }
  if (bits === undefined || bits >= MAPPED_BITS) return { ip, bits: (bits ?? 128) - MAPPED_BITS }
  return { ip: ofIpv6(text.replace(/%.*$/, '')), bits }
}

export function isInRange(ip: Ip, range: IpRange): boolean {
  if (ip.length !== range.ip.length) return false
  const whole = range.bits >> 3
  for (let i = 0; i < whole; i++) if (ip[i] !== range.ip[i]) return false
  const rest = range.bits & 7
  return rest === 0 || (ip[whole]! ^ range.ip[whole]!) >> (8 - rest) === 0
}

const MAPPED_BITS = 96

/** The text must be a valid IPv6 address. */
function ofIpv6(text: string): Ip {
  const [head = '', tail] = text.split('::')
  const front = bytesOf(head)
  const back = tail === undefined ? [] : bytesOf(tail)
  return [...front, ...Array<number>(16 - front.length - back.length).fill(0), ...back]
}

function bytesOf(groups: string): number[] {
  if (groups === '') return []
  return groups.split(':').flatMap((group) => {
    if (group.includes('.')) return group.split('.').map(Number)
    const value = Number.parseInt(group, 16)
    return [value >> 8, value & 255]
  })
}

function unmapped(ip: Ip): Ip {
  const isMapped = ip.slice(0, 10).every((byte) => byte === 0) && ip[10] === 255 && ip[11] === 255
  return isMapped ? ip.slice(12) : ip
}
