// The folder in which the cases run: the samples, and inputs that do not belong in a repository.

import { mkdirSync, mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './root.ts'

/** Creates the folder and returns its path. */
export function makeCaseFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'trail-explore-cases-')))
  symlinkSync(join(ROOT, 'samples'), join(folder, 'samples'))
  for (const name of ['empty', 'other', 'other/AWSLogs/123456789012/Config/eu-west-1/2024/8/17', 'out'])
    mkdirSync(join(folder, name), { recursive: true })
  symlinkSync(join(ROOT, 'samples/logs'), join(folder, 'out/copy'))
  mkdirSync(join(folder, 'documents'))
  writeFileSync(join(folder, 'documents/report.pdf'), '%PDF-1.7\n')
  writeFileSync(
    join(folder, 'binary.bin'),
    Uint8Array.from({ length: 3000 }, (_, i) => (i * 89) % 256),
  )
  writeFileSync(join(folder, 'notes.txt'), 'not a log file\n')
  mkdirSync(join(folder, 'texts'))
  writeFileSync(join(folder, 'texts/settings.json'), '{"a":1}')
  writeFileSync(join(folder, 'texts/page.html'), '<p>a text</p>\n')
  writeFileSync(join(folder, 'texts/readme.txt'), 'not a log file\n')
  writeFileSync(join(folder, 'none.json'), '{"Records":[]}')
  writeFileSync(join(folder, 'hostile.json'), JSON.stringify({ Records: [HOSTILE] }))
  writeFileSync(join(folder, 'one.json'), JSON.stringify(PLAIN))
  writeFileSync(join(folder, 'out/granted.json'), JSON.stringify(GRANTED))
  writeFileSync(join(folder, 'out/limited.json'), JSON.stringify(LIMITED))
  return folder
}

/** More than was used, and less. */
const GRANTED = {
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['s3:GetObject', 's3:GetBucket*', 'iam:*'], Resource: '*' },
    { Effect: 'Allow', Action: 'cloudwatch:GetMetric????', Resource: '*' },
  ],
}

/** As `get-role-policy` prints it. */
const LIMITED = {
  RoleName: 'NightlyExport',
  PolicyDocument: {
    Statement: [
      { Effect: 'Allow', NotAction: 'iam:*', Resource: 'arn:aws:s3:::example-customer-exports/*' },
      { Effect: 'Deny', Action: 's3:*', Resource: '*/2024-08-15/*' },
      { Effect: 'Deny', Action: '*', Resource: '*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
  },
}

const PLAIN = {
  eventVersion: '1.09',
  userIdentity: { type: 'IAMUser', userName: 'Alice', accountId: '123456789012' },
  eventTime: '2024-08-18T10:00:00Z',
  eventSource: 's3.amazonaws.com',
  eventName: 'DeleteBucket',
  awsRegion: 'eu-west-1',
  sourceIPAddress: '203.0.113.7',
  requestParameters: { bucketName: 'example-bucket' },
  eventID: '11111111-1111-1111-1111-111111111111',
  readOnly: false,
  eventType: 'AwsApiCall',
  recipientAccountId: '123456789012',
  eventCategory: 'Management',
}

/** Every field that a table shows is hostile: colours, a window title, a bidirectional override, a formula. */
const HOSTILE = {
  ...PLAIN,
  userIdentity: { type: 'IAMUser', userName: '\u001b[31mred\u001b[0m\u0007' },
  eventName: '\u001b]0;title\u0007Delete\u202eteleD\r\nINJECTED',
  userAgent: '=cmd|"/c calc"!A1',
  requestParameters: { bucketName: '+1+1\u0000\u200b' },
  errorCode: '@SUM(1)',
}
