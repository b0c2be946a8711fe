/** What is wrong with a rule, without the rule's name, which the caller adds. */
export class RuleError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'RuleError'
  }
}
