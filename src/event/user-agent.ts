// The program behind a user agent, without what changes with every update: versions, platform, options.

import type { Event } from './event.ts'

/** `aws-cli` for `[aws-cli/1.22.34 Python/3.10.12 …]`; a service's host name unchanged. */
export function userAgentFamily(event: Event): string | undefined {
  const text = event.text('userAgent')
  if (text === undefined) return undefined
  const plain = text.trim().replace(/^\[/, '').replace(/\]$/, '')
  // Terraform and others put their own name after that of the SDK that they use.
  const tool = TOOLS.exec(plain)?.[0]
  return (tool ?? plain.split(/[/\s,;(]/)[0]) || text
}

const TOOLS = /\b(?:Terraform|Pulumi|aws-cdk|Ansible|kubectl|eksctl|CloudShell|S3Console|Pacu)\b/i
