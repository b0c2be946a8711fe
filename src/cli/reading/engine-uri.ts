// Recognizes addresses of SQL engines, so that the modules for them are loaded on use.

export function isEngineUri(uri: string): boolean {
  return /^(?:athena|trino):/i.test(uri)
}
