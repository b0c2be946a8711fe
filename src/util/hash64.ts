/** 64 bits over a text as two 32-bit words: FNV-1a twice with different primes. Not for secrets. */
export function hash64(text: string): readonly [number, number] {
  let a = 0x811c9dc5
  let b = 0x01000193
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    a = Math.imul(a ^ c, 0x01000193)
    b = Math.imul(b ^ c, 0x85ebca6b)
  }
  return [a >>> 0, b >>> 0]
}
