// Names of files that other AWS services write into the same buckets. A file is skipped only if its name proves its
// origin; any other file may be a renamed log file.

/** Folders of other AWS services beside CloudTrail's, below an account. */
const SERVICES = new Set([
  'Config',
  'GuardDuty',
  'WAFLogs',
  'elasticloadbalancing',
  'network-firewall',
  'redshift',
  'vpcdnsquerylogs',
  'vpcflowlogs',
])

export function isServiceFolder(name: string): boolean {
  return SERVICES.has(name)
}

const NAMES: readonly (readonly [name: RegExp, of: string])[] = [
  [/^20\d\d(?:-\d\d){5}-[0-9A-F]{8,16}$/, 'S3 server access logs'],
  [/^\d{12}_vpcflowlogs_.*\.(?:log\.gz|parquet)$/, 'VPC flow logs'],
  [/^\d{12}_elasticloadbalancing_.*\.log(?:\.gz)?$/, 'load balancer logs'],
  [/^\d{12}_vpcdnsquerylogs_.*\.log\.gz$/, 'DNS query logs'],
  [/^\d{12}_network-firewall_.*\.log\.gz$/, 'network firewall logs'],
  [/^\d{12}_waflogs_.*\.log\.gz$/, 'WAF logs'],
  [/^\d{12}_Config_.*_(?:ConfigHistory|ConfigSnapshot)_.*\.json\.gz$/, 'Config'],
  [/^E[0-9A-Z]{10,14}\.20\d\d-\d\d-\d\d-\d\d\.[0-9a-f]{8}\.gz$/, 'CloudFront logs'],
]

/** The service that wrote a file, if the name proves that it is not CloudTrail's. */
export function foreignFile(name: string): string | undefined {
  return NAMES.find(([form]) => form.test(name))?.[1]
}
