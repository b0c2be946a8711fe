// A plan as a PowerShell script of AWS CLI commands, for Windows and elsewhere. Each request is JSON in a file: what Windows
// PowerShell hands to a program loses its quotes. It stops at the first command that fails.

import { ACCOUNT, stepsOf, type Step, type TrailPlan } from './plan.ts'

const SERVICES: Readonly<Record<Step['operation'], 's3api' | 'cloudtrail'>> = {
  CreateBucket: 's3api',
  PutPublicAccessBlock: 's3api',
  PutBucketEncryption: 's3api',
  PutBucketTagging: 's3api',
  PutBucketPolicy: 's3api',
  CreateTrail: 'cloudtrail',
  PutEventSelectors: 'cloudtrail',
  PutInsightSelectors: 'cloudtrail',
  StartLogging: 'cloudtrail',
}

export function asPowerShell(plan: TrailPlan): string {
  const { name, region, kmsKey } = plan
  const steps = stepsOf({ ...plan, account: plan.account ?? ACCOUNT })
  const lines = [
    `# The trail ${name} and its bucket, in the order in which nothing is open or recorded that was not asked for.`,
    "$ErrorActionPreference = 'Stop'",
    ...(plan.account === undefined
      ? [
          `$Account = aws sts get-caller-identity --query Account --output text --region ${region}`,
          "if ($LASTEXITCODE -ne 0) { throw 'the account of the credentials is not known' }",
        ]
      : [`$Account = '${plan.account}'`]),
    '',
    'function Send-Request($Service, $Operation, $Json) {',
    '  $File = [IO.Path]::GetTempFileName()',
    '  try {',
    `    [IO.File]::WriteAllText($File, $Json.Replace('${ACCOUNT}', "$Account".Trim()))`,
    `    aws $Service $Operation --region ${region} --cli-input-json "file://$File"`,
    '    if ($LASTEXITCODE -ne 0) { throw "aws $Service $Operation failed" }',
    '  } finally { Remove-Item $File }',
    '}',
    ...(kmsKey === undefined
      ? []
      : [
          '# The policy of the key must let CloudTrail use it: kms:GenerateDataKey* and kms:DescribeKey for cloudtrail.amazonaws.com.',
        ]),
    '',
    ...steps.flatMap(({ operation, input }) => [
      `Send-Request ${SERVICES[operation]} ${kebab(operation)} @'`,
      ascii(JSON.stringify(input, undefined, 2)),
      "'@",
      '',
    ]),
    '# To take it back: stop it, and delete the bucket only when its logs are not needed any more.',
    `# aws cloudtrail delete-trail --name ${name} --region ${region}`,
  ]
  return `${lines.join('\n')}\n`
}

function kebab(operation: string): string {
  return operation.replace(/\B[A-Z]/g, '-$&').toLowerCase()
}

// Windows PowerShell reads a script without a byte order mark in the code page of the machine.
function ascii(json: string): string {
  return json.replace(/[^\n -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
