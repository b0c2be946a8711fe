// IPv4 addresses as 32-bit numbers, which are cheaper to count and to send than texts.

const DOT = 0x2e
const ZERO = 0x30

/** The address written in [from, to) of the bytes; -1 unless it is written as `ipv4Text` writes it. */
export function ipv4At(bytes: Uint8Array, from: number, to: number): number {
  if (to - from > 15) return -1
  let address = 0
  let octet = -1
  let octets = 0
  for (let i = from; i <= to; i++) {
    const digit = i === to ? DOT - ZERO : bytes[i]! - ZERO
    if (digit >= 0 && digit <= 9) {
      if (octet === 0) return -1
      octet = (octet < 0 ? 0 : octet * 10) + digit
    } else {
      if (digit !== DOT - ZERO || octet < 0 || octet > 255) return -1
      address = address * 256 + octet
      octet = -1
      octets++
    }
  }
  return octets === 4 ? address : -1
}

export function ipv4Of(text: string): number {
  const bytes = Buffer.from(text)
  return ipv4At(bytes, 0, bytes.length)
}

export function ipv4Text(address: number): string {
  return [24, 16, 8, 0].map((bits) => (address >>> bits) & 255).join('.')
}
