// Whether a table's own marks (✗ … ─) must be ASCII: in a locale that says so, and on the consoles of Linux. An
// environment without a locale, as in most containers, says nothing, and its terminal is somebody's UTF-8 one.

export function needsAscii(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG']
  return env['TERM'] === 'linux' || (locale !== undefined && locale !== '' && !/utf-?8/i.test(locale))
}
