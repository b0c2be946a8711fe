// Layout of help: the short page of -h, with examples first, and the complete page of --help, whose sections are in the
// same order for every command.

import type { EventEmitter } from 'node:events'
import { type Command, Help, type Option } from 'commander'
import type { Sink } from '../output/sink.ts'

/** Sections with the same order everywhere; the command's own sections come before them. */
const LAST_SECTIONS = ['Time', 'Output', 'Evidence', 'S3', 'Running', 'Options']
/** Options for the most common questions, shown by -h. */
const COMMON = new Set(
  (
    '--event-name --event-source --user-name --source-ip --errors --preset --where --account --region --last --start --end ' +
    '--output --limit --columns --by --output-file --depth --gaps --source --trail --public-keys --save-public-keys --dry-run --profile'
  ).split(' '),
)
/** A command with fewer of these shows all of its own options. */
const MIN_COMMON = 4
const SHORT_EXAMPLES = 5

/** Maximum width of help in columns: longer lines are hard to read, however wide the terminal. */
const MAX_WIDTH = 100

export function helpWidth(stream: Sink): number {
  return stream.isTty ? Math.min(stream.columns, MAX_WIDTH) : MAX_WIDTH
}

/** For commander's configureHelp. */
export const HELP: Partial<Help> = {
  optionDescription,
  argumentDescription: ({ description }) => description,
  subcommandTerm: (command) => command.name(),
  minWidthToWrap: 20,
  groupItems(unsorted, visible, groupOf) {
    const groups = [...Help.prototype.groupItems(unsorted, visible, groupOf)]
    return new Map(groups.sort(([a], [b]) => place(a) - place(b)))
  },
}

function place(title: string): number {
  return LAST_SECTIONS.findIndex((start) => title.startsWith(start))
}

/** Removes the examples from a command's help and returns them. */
export function takeExamples(command: Command): string {
  const text = examplesOf(command)
  events(command).removeAllListeners('afterHelp')
  return text
}

export function examplesOf(command: Command): string {
  let text = ''
  events(command).emit('afterHelp', { error: false, command, write: (part: string) => (text += part) })
  return text
}

// commander's event emitter, where addHelpText stores its texts; commander's types omit it.
function events(command: Command): EventEmitter {
  return command as unknown as EventEmitter
}

/** The page of -h. */
export function shortHelp(command: Command, helper: Help, examples: string): string {
  const options = helper.visibleOptions(command)
  const common = options.filter(({ long }) => COMMON.has(long ?? ''))
  const own = options.filter((option) => !/^(?:Evidence|S3|Running)/.test(option.helpGroupHeading ?? ''))
  const shown = common.length < MIN_COMMON ? own : common
  const rows = shown.map((option) => [helper.optionTerm(option), briefly(option)] as const)
  const width = Math.max(0, ...rows.map(([term]) => term.length))
  const room = helper.helpWidth ?? 80
  const lines = examples.split('\n').filter((line) => /^ {2}\S/.test(line))
  return [
    `Usage: ${helper.commandUsage(command)}`,
    '',
    ...wrapped(helper, command.summary() || command.description(), room),
    ...(lines.length > 0 ? ['', 'Examples:', ...lines.slice(0, SHORT_EXAMPLES)] : []),
    '',
    shown.length < options.length ? 'Common options:' : 'Options:',
    ...rows.map(([term, text]) => helper.formatItem(term, width, text, helper)),
    '',
    ...(shown.length < options.length
      ? [`All ${options.length} options: trail-explore ${command.name()} --help`, '']
      : []),
  ].join('\n')
}

function wrapped(helper: Help, text: string, width: number): readonly string[] {
  return helper.boxWrap(`${text[0]?.toUpperCase()}${text.slice(1)}.`, width).split('\n')
}

/** The description up to its first detail, with the choices if there are any. */
export function briefly({ description, argChoices }: Option): string {
  const text = description.split(/[:;(]/)[0]!.trim()
  const isTold = argChoices === undefined || argChoices.some((choice) => text.includes(choice))
  return isTold ? text : `${text}: ${argChoices.join(', ')}`
}

/** If any example with its explanation is too long for one line, all explanations go above their examples. */
export function fitExamples(text: string, width: number): string {
  const explained = /^ {2}((?:trail-explore|source) .*?\S) {2,}(\S.*)$/gm
  const fits = [...text.matchAll(explained)].every(([line]) => line.length <= width)
  return fits ? text : text.replace(explained, '  # $2\n  $1')
}

/** A heading is a line of its own that ends with a colon. */
export function boldHeadings(text: string, bold: (text: string) => string): string {
  return text.replace(/^(?:Usage:|[A-Z`][^\n]*:$)/gm, (heading) => bold(heading))
}

// commander would repeat choices that the description already names, and quote them.
function optionDescription({
  description,
  argChoices,
  defaultValue,
  defaultValueDescription,
}: Option): string {
  const [, what = '', when = ''] = /^(.*?)( \(default: .*\))?$/s.exec(description) ?? []
  const isTold = argChoices === undefined || argChoices.every((choice) => description.includes(choice))
  const choices = isTold ? '' : `: ${argChoices.join(', ')}`
  const isPlain = defaultValue === undefined || typeof defaultValue === 'boolean'
  const byDefault = isPlain ? '' : ` (default: ${defaultValueDescription ?? String(defaultValue)})`
  return `${what}${choices}${when}${byDefault}`
}
