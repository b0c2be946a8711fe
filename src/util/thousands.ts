/** A whole number for people: `1,204`. `toLocaleString` would load what Node knows of languages: 17 ms (2026-11, Node 20). */
export function thousands(n: number): string {
  return String(n).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
