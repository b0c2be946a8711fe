// Whether a table's own marks (✗ … ─) must be ASCII: if the locale is not UTF-8, and on the Linux console. An
// environment without a locale, as in most containers, says nothing; its terminal is most likely a UTF-8 terminal
// elsewhere.

export function needsAscii(env: Readonly<Record<string, string | undefined>>): boolean {
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG']
  return env['TERM'] === 'linux' || (locale !== undefined && locale !== '' && !/utf-?8/i.test(locale))
}
