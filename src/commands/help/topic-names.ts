// The topics of `help`, separate from their pages, which are loaded on use.

export const TOPICS = [
  ['filters', 'how to select events'],
  ['where', 'the expressions of --where'],
  ['columns', 'what --columns can show, and where it comes from'],
  ['presets', 'the saved filters of --preset'],
  ['sources', 'where events are read from'],
  ['environment', 'the variables that are read'],
  ['exit-codes', 'what the exit status tells'],
] as const
export type TopicName = (typeof TOPICS)[number][0]
