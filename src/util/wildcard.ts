// Whole-text matching with `*` for any text and `?` for one character, and no escape, as shells and IAM do it.

/** Backtracks only to the latest `*`, so that the time is at most the product of the two lengths. */
export function matchesWildcards(pattern: string, text: string): boolean {
  let p = 0
  let t = 0
  let star = -1
  let from = 0
  while (t < text.length) {
    if (pattern[p] === '*') {
      star = p++
      from = t
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++
      t++
    } else if (star >= 0) {
      p = star + 1
      t = ++from
    } else return false
  }
  while (pattern[p] === '*') p++
  return p === pattern.length
}
