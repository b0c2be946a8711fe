// Numbers and words as text for people.

/**
 * A whole number with thousands separators: `1,204`. `toLocaleString` would load ICU data: 17 ms (2026-11, Node 20).
 */
export function thousands(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')
}

/** A limit in bytes as `--max-inflated` accepts it: `256 MB` for 256M; plain bytes below a million. */
export function limitText(bytes: number): string {
  return bytes < 1e6 ? `${bytes} bytes` : `${Math.round(bytes / 2 ** 20)} MB`
}

/** The text with a capital first letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
