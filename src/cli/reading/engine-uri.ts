// Tells addresses of SQL engines, so that what works with them is loaded on use.

export function isEngineUri(uri: string): boolean {
  return /^(?:athena|trino):/i.test(uri)
}
