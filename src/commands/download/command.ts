// `download`: a copy of a bucket's log files on disk.

import type { Register } from '../../cli/command.ts'
import { addKeyOptions } from '../../cli/options/file-options.ts'
import { addPrintingOptions } from '../../cli/options/run-options.ts'
import { addSourceOptions } from '../../cli/options/source-options.ts'
import { addVerifiedOptions } from '../../cli/options/verified-options.ts'
import type { DownloadFlags } from './run.ts'

const EXAMPLES = `
Examples:
  trail-explore download s3://my-bucket logs --last 30d
  trail-explore download s3://my-bucket logs --account 123456789012 --region 'eu-*' --dry-run
  trail-explore download s3://my-bucket evidence --start 2024-08-01 --end 2024-08-31 && trail-explore verify evidence`

export const registerDownload: Register = (program, context) => {
  const command = program
    .command('download')
    .summary('mirror log files and digest files into a folder')
    .description(
      'Copy log files and digest files into a folder, under the same keys as in the bucket; files that are already there ' +
        'are not fetched again. The signatures of digest files are kept, so that `verify` works without the bucket. ' +
        'Nothing is ever deleted. Run it again to fetch new files, or to continue an interrupted download.',
    )
    .argument('<source>', 's3://bucket/prefix at any level of the tree, or a folder')
    .argument('<folder>', 'destination folder; created if missing')
    .option('--dry-run', 'print the size and name of every file that would be fetched, and fetch nothing')
  addKeyOptions(command, 'event')
  addVerifiedOptions(command)
  addSourceOptions(command)
  addPrintingOptions(command, { isPaged: false })
  command.addHelpText('after', EXAMPLES)
  command.action(async (source: string, folder: string, flags: DownloadFlags) => {
    const { runDownload } = await import('./run.ts')
    context.exitCode = await runDownload(source, folder, flags, context.io)
  })
}
