// Every error as a person should read it: `error: <thing>: <what>`, then `hint: <next step>`. A stack only for --debug.

import { CommanderError } from 'commander'
import { PatternError } from '../../filter/pattern/pattern-error.ts'
import { printable } from '../../format/sanitize.ts'
import { SourceError, textOf } from '../../source/source.ts'
import { UnverifiedError } from '../../util/unverified-error.ts'
import { UsageError } from '../../util/usage-error.ts'
import { EXIT, type ExitCode } from '../exit-codes.ts'

export interface DescribedError {
  readonly lines: readonly string[]
  readonly exitCode: ExitCode
}

/** `help` is the command line whose output tells more about what was typed: `trail-explore lookup --help`. */
export function describeError(error: unknown, debug: boolean, help: string): DescribedError {
  const { message, hint, exitCode } = explain(error, help)
  const lines = [`error: ${printable(message)}`]
  if (error instanceof PatternError) lines.push(...error.frame.map((line) => `  ${printable(line)}`))
  if (hint) lines.push(`hint: ${printable(hint)}`)
  if (debug && error instanceof Error && error.stack) lines.push(...error.stack.split('\n').map(printable))
  return { lines, exitCode }
}

interface Explained {
  readonly message: string
  readonly hint?: string | undefined
  readonly exitCode: ExitCode
}

function explain(error: unknown, help: string): Explained {
  if (error instanceof CommanderError) return { ...fromCommander(error, help), exitCode: EXIT.usage }
  if (error instanceof UsageError) return { message: error.message, hint: error.hint, exitCode: EXIT.usage }
  if (error instanceof SourceError) return { message: textOf(error), hint: error.hint, exitCode: EXIT.unread }
  if (error instanceof UnverifiedError)
    return { message: error.message, hint: error.hint, exitCode: EXIT.unverified }
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC')
    return { message: 'the disk is full', hint: 'free some space and run again', exitCode: EXIT.unread }
  return {
    message: `unexpected: ${message ?? String(error)}`,
    hint: 'this is a fault of the program; run again with --debug and report what it prints',
    exitCode: EXIT.unread,
  }
}

/** commander's sentence, and the same in our words. What the groups hold is in the comment. */
const REPHRASED: readonly (readonly [
  RegExp,
  (parts: readonly string[], help: string) => [string, string],
])[] = [
  // what is unknown, what was meant
  [
    /^unknown (?:option|command) '.*'\n?\(Did you mean (.*?)\?\)$/s,
    ([text, meant]) => [text!.slice(0, text!.lastIndexOf('(')).trimEnd(), `did you mean ${meant}?`],
  ],
  // option, value, choices
  [
    /^option '(?:-., )?(--[\w-]+).*?' argument '(.*)' is invalid\. Allowed choices are (.*)\.$/s,
    ([, option, value, choices]) => [`invalid value '${value}' for ${option}`, `choose one of ${choices}`],
  ],
  // value, choices
  [
    /^command-argument value '(.*)' is invalid for argument '.*'\. Allowed choices are (.*)\.$/s,
    ([, value, choices]) => [`invalid value '${value}'`, `choose one of ${choices}`],
  ],
  // option, value, what it takes
  [
    /^option '(?:-., )?(--[\w-]+).*?' argument '(.*)' is invalid\. Expected (.*)\.$/s,
    ([, option, value, takes]) => [`invalid value '${value}' for ${option}`, `expected ${takes}`],
  ],
  // option, placeholder
  [
    /^option '(?:-., )?(--[\w-]+) (<.*>)' argument missing$/,
    ([, option, value], help) => [`${option} needs a value`, `write ${option} ${value}; see \`${help}\``],
  ],
]

function fromCommander(error: CommanderError, help: string): { message: string; hint: string } {
  const text = error.message.replace(/^error: /, '')
  for (const [form, rephrase] of REPHRASED) {
    const parts = form.exec(text)
    if (!parts) continue
    const [message, hint] = rephrase(parts, help)
    return { message, hint }
  }
  return { message: text, hint: `see \`${help}\`` }
}
