// The topics of `help`, separate from their pages, which are loaded on use.

export const TOPICS = [
  ['filters', 'how to select events'],
  ['where', 'the expressions of --where'],
  ['columns', 'the columns of --columns, and their origin'],
  ['presets', 'the saved filters of --preset'],
  ['sources', 'where events can be read from'],
  ['environment', 'environment variables'],
  ['exit-codes', 'what each exit status means'],
] as const
export type TopicName = (typeof TOPICS)[number][0]
