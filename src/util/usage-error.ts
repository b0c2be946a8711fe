// Invalid input from the user: one `error:` line with the value, one `hint:` line, exit code 2.

export class UsageError extends Error {
  override name = 'UsageError'
  readonly hint: string | undefined
  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}
