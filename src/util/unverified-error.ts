// Verification was requested but nothing could be verified. The exit code differs from that of a failed verification.

export class UnverifiedError extends Error {
  /** The next step, in one sentence, for the `hint:` line. */
  readonly hint: string
  constructor(message: string, hint: string) {
    super(message)
    this.name = 'UnverifiedError'
    this.hint = hint
  }
}
