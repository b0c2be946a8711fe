import { expect, test } from 'vitest'
import { userAgentFamily } from '../../../src/event/user-agent.ts'
import { eventFrom } from './records.ts'

test.each([
  ['[aws-cli/1.22.34 Python/3.10.12 Linux/5.15.0-kali3-amd64 botocore/1.23.34]', 'aws-cli'],
  ['aws-cli/2.15.0 Python/3.11.6 Linux/6.1.0 exe/x86_64.amzn.2 prompt/off command/s3.ls', 'aws-cli'],
  ['Boto3/1.26.0 Python/3.9', 'Boto3'],
  ['APN/1.0 HashiCorp/1.0 Terraform/1.5.7 (+https://www.terraform.io)', 'Terraform'],
  ['console.amazonaws.com', 'console.amazonaws.com'],
  ['AWS Internal', 'AWS'],
  ['/', '/'],
  ['', undefined],
])('%s is %s', (userAgent, family) => {
  expect(userAgentFamily(eventFrom({ userAgent }))).toBe(family)
})
