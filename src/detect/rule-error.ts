/** What is wrong with a rule, without the rule's name: the caller knows and adds it. */
export class RuleError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'RuleError'
  }
}
