// `trails`: lists the trails of the account, shows one in detail, and creates one.

import { Option } from 'commander'
import type { Register } from '../../cli/command.ts'
import { collect, collectChoices, once } from '../../cli/options/parsers.ts'
import { addPrintingOptions, csvSafe } from '../../cli/options/run-options.ts'
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
    .summary('list the trails of the account, judge one, or make one')
    .description(
      'List the trails of the account with where they deliver, how they are, and what they do not record; with the name of ' +
        'one, hold it against the security best practices of CloudTrail, and say how to mend what falls short. Both only read.\n' +
        'plan NAME prints what makes a new trail and its bucket, runs nothing and needs no credentials; create NAME prints ' +
        'the same, and carries it out with --yes.',
    )
    .argument('[name]', 'a trail, by its name or ARN; or plan or create')
    .argument('[new]', 'after plan or create: the name of the new trail')
  command.optionsGroup('Output:')
  command.addOption(
    new Option(
      '-o, --output <format>',
      'how to print (default: table on a terminal, jsonl otherwise; cli for a plan)',
    ).choices([...LIST_FORMATS, ...PLAN_FORMATS]),
  )
  command.addOption(csvSafe())
  command.optionsGroup('A new trail (plan, create):')
  command
    .addOption(
      text(
        '--bucket <name>',
        'name of its bucket, which is made too (default: aws-cloudtrail-logs-ACCOUNT-…)',
      ),
    )
    .addOption(text('--prefix <prefix>', 'folder in the bucket (default: none)'))
    .addOption(text('--account <id>', 'its account (default: that of the credentials, when it is made)'))
    .addOption(text('--organization <id>', 'record every account of the organization, o-…'))
    .addOption(text('--kms-key <arn>', 'encrypt with this key, whose policy must allow it (default: SSE-S3)'))
    .option('--single-region', 'record its home Region alone (default: all Regions)')
    .addOption(
      new Option('--management <which>', 'management events that are recorded (default: All)').choices([
        'All',
        'ReadOnly',
        'WriteOnly',
      ]),
    )
    .addOption(
      new Option('--exclude <service>', 'management events of much volume that are left out: kms, rds-data')
        .choices(['kms', 'rds-data'])
        .argParser(collectChoices(['kms', 'rds-data'])),
    )
    .addOption(
      new Option(
        '--data-events <type>',
        'record data events, which cost money: s3, lambda, dynamodb, AWS::…; s3=arn:aws:s3:::bucket/ for some',
      ).argParser(collect),
    )
    .option('--insights', 'turn on Insights, which cost money')
    .addOption(new Option('--tag <key=value>', 'of the trail and the bucket').argParser(collect))
    .option('--yes', 'of create: carry the plan out')
  command.optionsGroup('Where, as in the AWS CLI:')
  command
    .addOption(text('--profile <name>', 'profile with the credentials'))
    .addOption(
      new Option(
        '--region <region>',
        'Region that is asked, * is a wildcard (default: all); of a new trail, its home Region (default: the configured one)',
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
