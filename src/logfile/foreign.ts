// Files that other AWS services write into the same buckets. A file is skipped unread only if its name proves its
// origin. A name that merely suggests it needs a second witness: the beginning of a file.

/** Folders of other AWS services beside CloudTrail's, below an account. */
const SERVICES = new Set([
  'BedrockModelInvocationLogs',
  'CloudFront',
  'Config',
  'GuardDuty',
  'VpcLattice',
  'WAFLogs',
  'elasticloadbalancing',
  'globalaccelerator',
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

/** Logs of another service by a name that proves nothing alone, with the form of their first line. */
interface Form {
  readonly of: string
  readonly name: RegExp
  readonly head: RegExp
  /** For names that say too little: what the path of the folder must contain. */
  readonly folder?: RegExp
}

// Somebody's prefix may precede these names (`access-2024-08-18-…`), and their endings vary with the way of delivery.
// Firehose names its objects alike whatever they contain, so those are no form.
const FORMS: readonly Form[] = [
  {
    of: 'S3 server access logs',
    name: /(?:^|\D)20\d\d(?:-\d\d){5}-[0-9A-F]{8,16}$/,
    head: /^[0-9a-f]{64} \S+ \[\d\d\/[A-Z][a-z]{2}\/20\d\d:/,
  },
  {
    of: 'CloudFront logs',
    name: /(?:^|[^0-9A-Za-z])E[0-9A-Z]{10,14}\.20\d\d-\d\d-\d\d-\d\d\.[0-9A-Za-z]{8,12}(?:\.gz)?$/,
    head: /^#Version: 1\.0\r?\n#Fields: date/,
  },
  {
    of: 'load balancer logs',
    name: /\d{12}_elasticloadbalancing_.*\.log(?:\.gz)?$/,
    head: /^(?:(?:https?|h2|grpcs?|wss?|tls) (?:\d\.\d )?)?20\d\d-\d\d-\d\dT[\d:.]+Z? \S+ /,
  },
  {
    of: 'VPC flow logs',
    name: /\d{12}_vpcflowlogs_.*\.log\.gz$/,
    head: /^(?=[^\n]*\b(?:srcaddr|dstaddr|log-status|interface-id|resource-type)\b)[a-z][a-z0-9-]+(?: [a-z][a-z0-9-]+)+\r?\n/,
  },
  {
    of: 'DNS query logs',
    name: /\d{12}_vpcdnsquerylogs_.*\.log\.gz$/,
    head: /^\{"version":"1\.\d+","account_id":"\d{12}",[^\n]*"query_name"/,
  },
  {
    of: 'network firewall logs',
    name: /\d{12}_network-firewall_.*\.log\.gz$/,
    head: /^\{"firewall_name":"/,
  },
  {
    of: 'WAF logs',
    name: /\d{12}_waflogs_.*\.log\.gz$|(?:^|\W)aws-waf-logs-.*20\d\d(?:-\d\d){5}-[0-9a-f-]{36}(?:\.gz)?$/,
    head: /^\{"timestamp":\d{13},"formatVersion":1,"webaclId":"/,
  },
  {
    of: 'Global Accelerator flow logs',
    name: /\d{12}_globalaccelerator_.*\.log\.gz$/,
    head: /^version aws_account_id accelerator_id /,
  },
  {
    of: 'Config',
    name: /\d{12}_Config_.*\.json(?:\.gz)?$/,
    head: /^\{"(?:fileVersion|configSnapshotId|configurationItems)":/,
  },
  {
    of: 'GuardDuty findings',
    name: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\.jsonl\.gz$/,
    folder: /guardduty/i,
    head: /^\{"schemaVersion":"2\.0",[^\n]*"(?:detectorId|serviceName":"guardduty)"/,
  },
]

/** A folder of at least this many files is worth a look at two of them. */
const MIN_SUSPECTS = 4

/** A folder all of whose files have names as one other service writes them. */
export interface Suspects {
  readonly of: string
  readonly folder: string
  /** True for the first line of that service's logs. */
  confirms(head: string): boolean
}

/** The service whose logs a folder holds by all of the names in it, if there is one; every name counts. */
export function suspectsIn(folder: string, names: readonly string[]): Suspects | undefined {
  if (names.length < MIN_SUSPECTS) return undefined
  const form = FORMS.find((one) => one.name.test(names[0]!) && (one.folder?.test(folder) ?? true))
  if (form === undefined || !names.every((name) => form.name.test(name))) return undefined
  return { of: form.of, folder, confirms: (head) => form.head.test(head) }
}
