// The exit codes, and what each one means. `help exit-codes` prints this table.

export const EXIT = { ok: 0, unread: 1, usage: 2, unverified: 3, nothing: 4, interrupted: 130 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

export const EXIT_MEANINGS: readonly (readonly [ExitCode, string])[] = [
  [EXIT.ok, 'success, even if no event matched or the reader of the pipe went away'],
  [EXIT.unread, 'something could not be read or did not verify; it is named on stderr'],
  [EXIT.usage, 'wrong usage: an unknown option, a bad value, a contradiction'],
  [
    EXIT.unverified,
    'verify and --verified-only: nothing could be verified (no digest files, or no public keys)',
  ],
  [EXIT.nothing, 'lookup --exit-code: no event matched, and everything could be read'],
  [EXIT.interrupted, 'interrupted with Ctrl-C; what was printed before is whole lines'],
]
