// Names and first lines of logs that other services write into the buckets of trails, made up after their documentation.

export interface ForeignLogs {
  readonly of: string
  /** The name of the n-th file; it proves nothing alone. */
  readonly name: (n: number) => string
  readonly line: string
  /** Part of the folder, where the name says too little. */
  readonly folder?: string
}

const two = (n: number): string => String(n % 60).padStart(2, '0')
const hex = (n: number): string => (n + 0x1000_0000_0000).toString(16).toUpperCase().padStart(16, '0')

export const FOREIGN_LOGS: readonly ForeignLogs[] = [
  {
    of: 'S3 server access logs',
    name: (n) => `web-2024-08-18-10-${two(n)}-00-${hex(n)}`,
    line: `${'0123456789abcdef'.repeat(4)} example [18/Aug/2024:10:00:00 +0000] 192.0.2.3 - 3E57427F3EXAMPLE REST.GET.OBJECT a.png "GET /a.png HTTP/1.1" 200\n`,
  },
  {
    of: 'CloudFront logs',
    name: (n) => `site_E2EXAMPLE12345.2024-08-18-10.${hex(n).slice(-8)}.gz`,
    line: '#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip\n2024-08-18\t10:00:00\tFRA1\t100\t192.0.2.3\n',
  },
  {
    of: 'load balancer logs',
    name: (n) =>
      `copy_123456789012_elasticloadbalancing_eu-west-1_app.web.0123456789abcdef_20240818T10${two(n)}Z_192.0.2.9_x.log.gz`,
    line: 'https 2024-08-18T10:00:00.186641Z app/web/0123456789abcdef 192.0.2.3:2817 10.0.0.1:80 0.000 200 "GET /"\n',
  },
  {
    of: 'load balancer logs',
    name: (n) => `copy_123456789012_elasticloadbalancing_eu-west-1_web_20240818T10${two(n)}Z_192.0.2.9_x.log`,
    line: '2024-08-18T10:00:00.945958Z web 192.0.2.3:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 200 0 29 "GET /"\n',
  },
  {
    of: 'load balancer logs',
    name: (n) =>
      `copy_123456789012_elasticloadbalancing_eu-west-1_net.web.0123456789abcdef_20240818T10${two(n)}Z_x.log.gz`,
    line: 'tls 2.0 2024-08-18T10:00:00 net/web/0123456789abcdef g3d4b5e8bb8464cd 192.0.2.3:51341 10.0.0.1:443\n',
  },
  {
    of: 'VPC flow logs',
    name: (n) => `copy_123456789012_vpcflowlogs_eu-west-1_fl-0abc_20240818T10${two(n)}Z_x.log.gz`,
    line: 'version account-id interface-id srcaddr dstaddr srcport dstport\n2 123456789012 eni-0abc 192.0.2.3 10.0.0.1 1 2\n',
  },
  {
    of: 'DNS query logs',
    name: (n) => `copy_123456789012_vpcdnsquerylogs_vpc-0abc_20240818T10${two(n)}Z_x.log.gz`,
    line: '{"version":"1.100000","account_id":"123456789012","region":"eu-west-1","vpc_id":"vpc-0abc","query_name":"example.com."}\n',
  },
  {
    of: 'network firewall logs',
    name: (n) => `copy_123456789012_network-firewall_flow_eu-west-1_fw_2024081810${two(n)}_x.log.gz`,
    line: '{"firewall_name":"fw","availability_zone":"eu-west-1a","event_timestamp":"1723975200","event":{"event_type":"netflow"}}\n',
  },
  {
    of: 'WAF logs',
    name: (n) =>
      `aws-waf-logs-web-1-2024-08-18-10-${two(n)}-00-01234567-89ab-cdef-0123-${hex(n).slice(-12).toLowerCase()}`,
    line: '{"timestamp":1723975200000,"formatVersion":1,"webaclId":"arn:aws:wafv2:eu-west-1:123456789012:regional/webacl/web/1","action":"ALLOW"}\n',
  },
  {
    of: 'Global Accelerator flow logs',
    name: (n) => `123456789012_globalaccelerator_accel_flow_log_20240818T10${two(n)}Z_${n}.log.gz`,
    line: 'version aws_account_id accelerator_id client_ip\n1.0 123456789012 accel 192.0.2.3\n',
  },
  {
    of: 'Config',
    name: (n) => `123456789012_Config_eu-west-1_Compliance_20240818T10${two(n)}00Z_${n}.json.gz`,
    line: '{"fileVersion":"1.0","configSnapshotId":"1","configurationItems":[]}',
  },
  {
    of: 'GuardDuty findings',
    folder: 'guardduty/',
    name: (n) => `01234567-89ab-cdef-0123-${hex(n).slice(-12).toLowerCase()}.jsonl.gz`,
    line: '{"schemaVersion":"2.0","accountId":"123456789012","region":"eu-west-1","id":"1","service":{"serviceName":"guardduty","detectorId":"1"}}\n',
  },
]
