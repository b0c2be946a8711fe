// Every error as a person should read it: `error: <thing>: <what>`, then `hint: <next step>`. A stack only for --debug.

import { CommanderError } from 'commander'
import { printable } from '../format/sanitize.ts'
import { SourceError } from '../source/source.ts'
import { UsageError } from '../util/usage-error.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'

export interface DescribedError {
  readonly lines: readonly string[]
  readonly exitCode: ExitCode
}

export function describeError(error: unknown, debug: boolean): DescribedError {
  const { message, hint, exitCode } = explain(error)
  // A message may have lines of its own (a caret under a filter pattern); within a line nothing may act.
  const text = message.split('\n').map(printable).join('\n')
  const lines = [`error: ${text}`]
  if (hint) lines.push(`hint: ${printable(hint)}`)
  if (debug && error instanceof Error && error.stack) lines.push(error.stack)
  return { lines, exitCode }
}

function explain(error: unknown): { message: string; hint?: string | undefined; exitCode: ExitCode } {
  if (error instanceof CommanderError) return fromCommander(error)
  if (error instanceof UsageError) return { message: error.message, hint: error.hint, exitCode: EXIT.usage }
  if (error instanceof SourceError) return { message: error.message, hint: error.hint, exitCode: EXIT.unread }
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOSPC')
    return { message: 'the disk is full', hint: 'free some space and run again', exitCode: EXIT.unread }
  return {
    message: `unexpected: ${message ?? String(error)}`,
    hint: 'this is a fault of the program; run again with --debug and report what it prints',
    exitCode: EXIT.unread,
  }
}

// commander puts what we call a hint behind the message, in one of two forms.
function fromCommander(error: CommanderError): { message: string; hint: string; exitCode: ExitCode } {
  const text = error.message.replace(/^error: /, '')
  const meant = /\n?\(Did you mean (.*?)\?\)$/s.exec(text)
  if (meant)
    return { message: text.slice(0, meant.index), hint: `did you mean ${meant[1]}?`, exitCode: EXIT.usage }
  const choices = / (Allowed choices are .*)\.$/s.exec(text)
  if (choices)
    return { message: text.slice(0, choices.index), hint: choices[1]!.toLowerCase(), exitCode: EXIT.usage }
  return { message: text, hint: 'see `trail-explore --help`', exitCode: EXIT.usage }
}
