// `trails`: lists the trails of the account, shows one in detail, and creates one.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { collect, collectChoices, once } from '../../cli/options/parsers.ts'
import { addListOutput } from '../../cli/options/list-output.ts'
import { addPrintingOptions } from '../../cli/options/run-options.ts'
import { LIST_FORMATS } from '../../format/list-formats.ts'
import { PLAN_FORMATS, type TrailsFlags } from './flags.ts'

const EXAMPLES = `
Examples:
  trail-explore trails                               every trail of the account, and what it does not record
  trail-explore trails management-events             one of them, against the security best practices
  trail-explore lookup trail:management-events --last 2h
  trail-explore trails plan management-events        the commands that make one: a bucket, its policy, the trail
  trail-explore trails plan management-events -o terraform --bucket my-trail-logs > trail.tf
  trail-explore trails create management-events --yes`

export const registerTrails: Register = (program, context) => {
  const command = program
    .command('trails')
    .summary('list the trails of the account, check one, or create one')
    .description(
      'List the trails of the account: where they deliver, their status, and what they do not record. With the name of ' +
        'one, check it against the security best practices for CloudTrail, and print how to fix what falls short. Both change nothing.\n' +
        'plan NAME prints how to create a new trail and its bucket, without credentials or requests; create NAME prints ' +
        'the same, and carries it out with --yes.',
    )
    .argument('[name]', 'name or ARN of a trail; or plan or create')
    .argument('[new]', 'after plan or create: the name of the new trail')
  command.optionsGroup('Output:')
  addListOutput(command, {
    formats: [...LIST_FORMATS, ...PLAN_FORMATS],
    byDefault: 'table on a terminal, jsonl otherwise; cli for a plan',
  })
  command.optionsGroup('A new trail (plan, create):')
  command
    .addOption(
      text(
        '--bucket <name>',
        'name of its bucket, which is created too (default: aws-cloudtrail-logs-ACCOUNT-…)',
      ),
    )
    .addOption(text('--prefix <prefix>', 'folder in the bucket (default: none)'))
    .addOption(text('--account <id>', 'its account (default: the account of the credentials that create it)'))
    .addOption(text('--organization <id>', 'record every account of this organization (o-…)'))
    .addOption(text('--kms-key <arn>', 'encrypt with this key, whose policy must allow it (default: SSE-S3)'))
    .option('--single-region', 'record only its home Region (default: all Regions)')
    .addOption(
      new Option('--management <which>', 'management events to record (default: All)').choices([
        'All',
        'ReadOnly',
        'WriteOnly',
      ]),
    )
    .addOption(
      new Option('--exclude <service>', 'high-volume management events not to record: kms, rds-data')
        .choices(['kms', 'rds-data'])
        .argParser(collectChoices(['kms', 'rds-data'])),
    )
    .addOption(
      new Option(
        '--data-events <type>',
        'record data events, which incur charges: s3, lambda, dynamodb, AWS::…; s3=arn:aws:s3:::bucket/ for some',
      ).argParser(collect),
    )
    .option('--insights', 'turn on Insights, which incur charges')
    .addOption(new Option('--tag <key=value>', 'tag of the trail and the bucket').argParser(collect))
    .option('--yes', 'carry out the plan (for create)')
  command.optionsGroup('Where, as in the AWS CLI:')
  command
    .addOption(text('--profile <name>', 'profile with the credentials'))
    .addOption(
      new Option(
        '--region <region>',
        'Region to list, * is a wildcard (default: all); for a new trail, its home Region (default: the configured one)',
      ).argParser(collect),
    )
    .option('--endpoint-url <url>', 'another S3-compatible server, for the bucket')
  addPrintingOptions(command)
  command.addHelpText('after', EXAMPLES)
  command.action(async (name: string | undefined, other: string | undefined, flags: TrailsFlags) => {
    const { runTrails } = await import('./run.ts')
    context.exitCode = await runTrails(name, other, flags, context.io)
  })
}

function text(flags: string, help: string): Option {
  return new Option(flags, help).argParser(once(/--(\S+)/.exec(flags)![1]!))
}
