// Formats every error for people: `error: <thing>: <what>`, then `hint: <next step>`. A stack trace only with --debug.

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

/**
 * Formats an error. `help` is the command line that shows the relevant help, such as `trail-explore lookup --help`;
 * `options` are the command's option names.
 */
export function describeError(
  error: unknown,
  debug: boolean,
  help: string,
  options: readonly string[] = [],
): DescribedError {
  const { message, hint, exitCode } = explain(error, help, options)
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

function explain(error: unknown, help: string, options: readonly string[]): Explained {
  if (error instanceof CommanderError) return { ...fromCommander(error, help, options), exitCode: EXIT.usage }
  if (error instanceof UsageError) return { message: error.message, hint: error.hint, exitCode: EXIT.usage }
  if (error instanceof SourceError) return { message: textOf(error), hint: error.hint, exitCode: EXIT.unread }
  if (error instanceof UnverifiedError)
    return { message: error.message, hint: error.hint, exitCode: EXIT.unverified }
  const { code, message } = error as NodeJS.ErrnoException
  const [what, hint] = (isNoMemory(error) ? NO_MEMORY : OF_MACHINE[code ?? '']) ?? []
  if (what !== undefined) return { message: what, hint, exitCode: EXIT.unread }
  return {
    message: `unexpected: ${message ?? String(error)}`,
    hint: 'this is a fault of the program; run again with --debug and report what it prints',
    exitCode: EXIT.unread,
  }
}

/** Errors of the machine that end a run wherever they happen, by code. */
const OF_MACHINE: Readonly<Record<string, readonly [what: string, hint: string]>> = {
  ENOSPC: ['the disk is full', 'free some space and run again'],
  EDQUOT: ['the disk quota is used up', 'free some space and run again'],
  EFBIG: ['the file would be larger than it may be', 'see `ulimit -f`, or write to another file system'],
  EROFS: ['the file system is read-only', 'write to another one'],
  EIO: ['the disk reports an I/O error', 'check the disk, or use another one'],
  EMFILE: ['too many files are open', 'raise the limit with `ulimit -n`, or lower --concurrency'],
}
const NO_MEMORY = [
  'not enough memory',
  'see `ulimit -v`; --threads 0 and a narrower question need less',
] as const

function isNoMemory(error: unknown): boolean {
  return (
    error instanceof RangeError &&
    /out of memory|allocation failed|invalid (?:typed )?array length|invalid string length/i.test(
      error.message,
    )
  )
}

/** Option names of other programs, and our option for each, perhaps with a value. */
const SYNONYMS: Readonly<Record<string, string>> = {
  '--from': '--start',
  '--to': '--end',
  '--before': '--end',
  '--after': '--start',
  '--json': '--output json',
  '--csv': '--output csv',
  '--format': '--output',
  '--fields': '--columns',
  '--user': '--user-name',
  '--ip': '--source-ip',
  '--event': '--event-name',
  '--action': '--event-name',
  '--service': '--event-source',
  '--bucket': '--resource-name',
  '--query': '--where',
  '--grep': '--contains',
  '--tz': '--time-zone',
  '--utc': '--time-zone UTC',
  '--all': '--read-only any',
  '--asc': '--order asc',
  '--desc': '--order desc',
  '--reverse': '--order asc',
  '--sort': '--order',
  '--head': '--limit',
  '--max': '--limit',
  '--kinds': '--kind',
  '--group-by': '--by',
  '--verbose': '--debug',
}

function synonym(text: string, options: readonly string[]): string | undefined {
  if (/^unknown option '-v+'/.test(text)) return '-V, which prints the version, or --debug'
  const typed = /^unknown option '(--[\w-]+)/.exec(text)?.[1] ?? ''
  const meant = Object.hasOwn(SYNONYMS, typed) ? SYNONYMS[typed]! : undefined
  return meant !== undefined && options.includes(meant.split(' ')[0]!) ? meant : undefined
}

/** commander's messages and our wording. The comment above each row lists the groups of the pattern. */
const REPHRASED: readonly (readonly [
  RegExp,
  (parts: readonly string[], help: string) => [string, string],
])[] = [
  // unknown word, suggestion
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
  // option, value, expected form
  [
    /^option '(?:-., )?(--[\w-]+).*?' argument '(.*)' is invalid\. Expected (.*)\.$/s,
    ([, option, value, takes]) => [`invalid value '${value}' for ${option}`, `expected ${takes}`],
  ],
  // command, number of arguments
  [
    /^too many arguments for '(.*?)'\. Expected (\d+) .*$/,
    ([, command, count], help) => [
      `${command} takes ${count} argument${count === '1' ? '' : 's'} at most`,
      `see \`${help}\``,
    ],
  ],
  // option, placeholder
  [
    /^option '(?:-., )?(--[\w-]+) (<.*>)' argument missing$/,
    ([, option, value], help) => [`${option} needs a value`, `write ${option} ${value}; see \`${help}\``],
  ],
]

function fromCommander(
  error: CommanderError,
  help: string,
  options: readonly string[],
): { message: string; hint: string } {
  const text = error.message.replace(/^error: /, '')
  const meant = synonym(text, options)
  if (meant !== undefined)
    return { message: text.replace(/\s*\(Did you mean [^]*$/, ''), hint: `did you mean ${meant}?` }
  for (const [form, rephrase] of REPHRASED) {
    const parts = form.exec(text)
    if (!parts) continue
    const [message, hint] = rephrase(parts, help)
    return { message, hint }
  }
  return { message: text, hint: `see \`${help}\`` }
}
