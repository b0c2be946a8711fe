// The manual page: the help texts as roff, generated from the program's declarations by the build.

import type { Command } from 'commander'
import { examplesOf, HELP } from '../../cli/help.ts'
import { EXIT_MEANINGS } from '../../cli/exit-codes.ts'
import { VERSION } from '../../cli/version.ts'
import type { Block } from './page.ts'
import { TOPICS } from './topic-names.ts'
import { PAGES } from './topics.ts'

/** Section 1, for `man ./trail-explore.1`. The program must have all its commands registered. */
export function manPage(program: Command): string {
  return [
    `.TH TRAIL-EXPLORE 1 "" "trail-explore ${escaped(VERSION)}" "User Commands"`,
    '.SH NAME',
    'trail\\-explore \\- explore AWS CloudTrail log files',
    '.SH SYNOPSIS',
    ...program.commands.map(
      (command) => `.B trail\\-explore ${escaped(command.name())}\n${line(command.usage())}\n.br`,
    ),
    '.SH DESCRIPTION',
    line(program.description()),
    ...program.commands.flatMap(commandSection),
    ...TOPICS.filter(([name]) => name !== 'exit-codes').flatMap(([name, summary]) => [
      `.SH ${escaped(name.toUpperCase())}`,
      line(`${summary[0]!.toUpperCase()}${summary.slice(1)}.`),
      ...PAGES[name]().flatMap(blockLines),
    ]),
    '.SH EXIT STATUS',
    ...EXIT_MEANINGS.flatMap(([code, meaning]) => ['.TP', `.B ${code}`, line(meaning)]),
    '',
  ].join('\n')
}

function commandSection(command: Command): readonly string[] {
  const helper = Object.assign(command.createHelp(), HELP)
  const options = helper.visibleOptions(command)
  const groups = helper.groupItems(options, options, (option) => option.helpGroupHeading ?? 'Options:')
  const examples = examplesOf(command).trim().split('\n')
  return [
    `.SH COMMAND: ${escaped(command.name().toUpperCase())}`,
    ...command.description().split('\n').map(line),
    ...command.registeredArguments.flatMap((argument) => [
      '.TP',
      `.I ${escaped(argument.name())}`,
      line(helper.argumentDescription(argument)),
    ]),
    ...[...groups].flatMap(([heading, group]) => [
      `.SS ${escaped(heading.replace(/:$/, ''))}`,
      ...group.flatMap((option) => [
        '.TP',
        `.B ${escaped(helper.optionTerm(option))}`,
        line(helper.optionDescription(option)),
      ]),
    ]),
    ...(examples.length > 1 ? ['.SS Examples', '.nf', ...examples.slice(1).map(line), '.fi'] : []),
  ]
}

function blockLines(block: Block): readonly string[] {
  switch (block.kind) {
    case 'text':
      return ['.PP', line(block.text)]
    case 'head':
      return [`.SS ${escaped(block.text)}`]
    case 'code':
      return ['.PP', '.nf', ...block.lines.map(line), '.fi']
    case 'list':
      return block.rows.flatMap(([term, text]) => ['.TP', `.B ${escaped(term)}`, line(text)])
  }
}

/** Text as one line, which roff must not take for a request. */
function line(text: string): string {
  const safe = escaped(text)
  return /^[.']/.test(safe) ? `\\&${safe}` : safe
}

function escaped(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(
      /[^ -~\n]/gu,
      (char) => `\\[u${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
    )
}
