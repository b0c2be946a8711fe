// The rule for values of -o in every command: case is ignored, and `text` and `table` both mean the format for people.

import type { Command } from 'commander'

const FOR_PEOPLE = ['table', 'text']

export function acceptOutputNames(command: Command): void {
  for (const option of command.options) {
    const { long, argChoices: choices, parseArg } = option
    if (long !== '--output' || choices === undefined || parseArg === undefined) continue
    option.argParser((value, before) => {
      const typed = value.toLowerCase()
      const other = FOR_PEOPLE.includes(typed) ? FOR_PEOPLE.find((name) => choices.includes(name)) : undefined
      return parseArg(choices.includes(typed) ? typed : (other ?? value), before)
    })
  }
}
