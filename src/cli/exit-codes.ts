// The exit codes, and what each one means. `help exit-codes` prints this table.

export const EXIT = { ok: 0, unread: 1, usage: 2, unverified: 3, nothing: 4, interrupted: 130 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_MEANINGS: readonly (readonly [ExitCode, string])[] = [
  [EXIT.ok, 'success, even if no event matched or the reader of a pipe stopped reading'],
  [EXIT.unread, 'something could not be read or verified; stderr says what'],
  [EXIT.usage, 'wrong usage: an unknown option, an invalid value, a contradiction'],
  [
    EXIT.unverified,
    'verify, --verified-only and report --verify: nothing could be verified (no digest files, or no public keys)',
  ],
  [EXIT.nothing, 'lookup --exit-code: no event matched, and everything was read'],
  [EXIT.interrupted, 'interrupted with Ctrl-C; only complete lines were printed before'],
]
