// Runs `denied`: refused events → groups → a list, and proposals.

import { tellUncounted } from '../../cli/messages/uncounted.ts'
import { needsAscii } from '../../cli/ascii.ts'
import { colorFor } from '../../cli/color.ts'
import type { ExitCode } from '../../cli/exit-codes.ts'
import type { Io } from '../../cli/io.ts'
import { count } from '../../cli/messages/units.ts'
import { readEvents, type ReadingFlags } from '../../cli/reading/read-events.ts'
import { listFormat } from '../../cli/options/list-output.ts'
import type { ListFormat } from '../../format/list-formats.ts'
import { shellLine } from '../../format/shell.ts'
import { timeFormatter } from '../../format/time-zone.ts'
import { printable, printableJson } from '../../format/sanitize.ts'
import { type Denial, proposal } from '../../iam/denial.ts'
import { listWriter } from '../../output/list.ts'
import { deniedColumns } from './columns.ts'
import { DeniedGroups, type DeniedGroup } from './groups.ts'

export interface DeniedFlags extends ReadingFlags {
  readonly propose?: true
  readonly limit?: number
  readonly output?: ListFormat
  readonly csvSafe?: true
}

export async function runDenied(uris: readonly string[], typed: DeniedFlags, io: Io): Promise<ExitCode> {
  const flags: DeniedFlags = { ...typed, preset: [...(typed.preset ?? []), 'denied'] }
  return readEvents({ uris, flags, io }, async (reading) => {
    const groups = new DeniedGroups()
    const events = reading.events()
    for await (const { event } of events) groups.add(event)
    const result = await events.result

    const format = listFormat(flags.output, io)
    const sorted = groups.sorted()
    const shown = sorted.slice(0, flags.limit)
    const writer = listWriter(format, deniedColumns(timeFormatter(flags.timeZone)), io.out, {
      color: await colorFor(io.out, io.env, flags.color),
      ascii: needsAscii(io.env),
      csvSafe: flags.csvSafe,
    })
    for (const group of shown) await writer.row(group)
    await writer.end()
    if (flags.propose && format === 'table')
      await io.out.write([...new Set(shown.map(proposalText))].join(''))
    tellUncounted(result.report.problems, 'denied', groups.uncounted, 'call')
    const groupCount = count(sorted.length, 'group')
    const all = shown.length < sorted.length ? `${shown.length} of ${groupCount}` : groupCount
    return reading.finish(result, { verb: `denied, in ${all}` })
  })
}

function proposalText({ who, denial }: DeniedGroup): string {
  const name = `${printable(who ?? '-')}, ${printable(denial.action ?? '-')}`
  const statement = proposal(denial)
  const lines = [`\n${name}`]
  if (statement) lines.push(`  proposal${place(denial)}: ${printableJson(JSON.stringify(statement))}`)
  else if (denial.isExplicit) lines.push('  no statement allows it: an explicit deny wins')
  if (denial.encoded !== undefined) {
    lines.push(
      `  ${shellLine(['aws', 'sts', 'decode-authorization-message', '--encoded-message', denial.encoded])}`,
    )
  }
  return `${lines.join('\n')}\n`
}

/** The kind of policy that lacks the statement, if the message tells it. */
function place({ reason }: Denial): string {
  const policy = /^no (.+) allows it$/.exec(reason)?.[1]
  return policy === undefined ? '' : ` for the ${policy}`
}
