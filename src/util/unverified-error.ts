// Verification was asked for and there was nothing to verify with: another exit code than for what did not verify.

export class UnverifiedError extends Error {
  /** The next step, in one sentence, for the `hint:` line. */
  readonly hint: string
  constructor(message: string, hint: string) {
    super(message)
    this.name = 'UnverifiedError'
    this.hint = hint
  }
}
