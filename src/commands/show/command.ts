// `show`: the detail page of an event.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { addEventOptions, EVENTS_HELP } from '../../cli/options/event-options.ts'
import type { ShowFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore show 963bb683                            an event of the default source, by the beginning of its ID
  trail-explore show 963bb683 s3://my-bucket --account 123456789012 --last 2d
  trail-explore show 963bb683 logs -o json | jq .requestParameters
  trail-explore show event.json                          the event of a file that holds one
  trail-explore show logs/a.json.gz:3                    the third record of a file, with or without an ID
  trail-explore lookup logs --preset root                lists events with their IDs in the first column`

export const registerShow: Register = (program, context) => {
  const command = program
    .command('show')
    .summary("show one event in full, like the console's details page")
    .description(
      "Print an event's details, its resources and its record. Values that are not in the record as " +
        'they are shown are marked (derived) or (inferred). In a large bucket, giving a time or an account makes this fast.',
    )
    .argument('[event-or-source...]', EVENTS_HELP)
  addEventOptions(command, [
    new Option(
      '-o, --output <format>',
      'output format; json and jsonl print raw records, several in json as {"Records":[…]} (default: text on a terminal, jsonl otherwise)',
    ).choices(['text', 'json', 'jsonl']),
  ])
  command.addHelpText('after', EXAMPLES)
  command.action(async (ids: string[], flags: ShowFlags) => {
    const { runShow } = await import('./run.ts')
    context.exitCode = await runShow(ids, flags, context.io)
  })
}
