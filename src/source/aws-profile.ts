// Settings of a profile other than its keys, from the AWS CLI's files: another endpoint, the addressing style of
// buckets. The SDK reads these only for AWS_PROFILE, and would send requests of another --profile to AWS.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenContext } from './open.ts'

type Env = OpenContext['env']
type Section = ReadonlyMap<string, string>

export interface ProfileSettings {
  readonly name: string
  /** Set if the profile was named but does not exist; has the profiles that do. */
  readonly missing?: { readonly known: readonly string[] }
  endpoint(service: 's3' | 'cloudtrail' | 'athena'): string | undefined
  readonly addressingStyle: string | undefined
  /** How the profile gets its keys; undefined if it does not say. */
  readonly keysFrom: 'keys' | 'login' | 'process' | 'role' | 'sso' | 'web-identity' | undefined
  readonly credentialProcess: string | undefined
  /** Path of a file with trusted CA certificates. */
  readonly caBundle: string | undefined
}

/** Settings of the profile `profile` as typed, else of AWS_PROFILE, else of the default profile. */
export function profileSettings(env: Env, profile: string | undefined): ProfileSettings {
  const named = profile ?? (env['AWS_PROFILE'] || undefined)
  const name = named ?? 'default'
  const home = env['HOME'] ?? env['USERPROFILE'] ?? ''
  const config = sectionsOf(env['AWS_CONFIG_FILE'] || join(home, '.aws/config'))
  const keys = sectionsOf(env['AWS_SHARED_CREDENTIALS_FILE'] || join(home, '.aws/credentials'))
  const own = config.get(name === 'default' && config.has('default') ? name : `profile ${name}`)
  const isKnown = own !== undefined || keys.has(name)
  const known = [...config.keys()].flatMap((section) =>
    section === 'default' ? section : (/^profile (.+)$/.exec(section)?.[1] ?? []),
  )
  const isIgnored =
    env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'] === 'true' ||
    own?.get('ignore_configured_endpoint_urls') === 'true'
  const services = config.get(`services ${own?.get('services') ?? ''}`)
  return {
    name,
    ...(named !== undefined && !isKnown && { missing: { known: [...new Set([...known, ...keys.keys()])] } }),
    endpoint(service) {
      if (isIgnored) return undefined
      const told = [
        env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`],
        env['AWS_ENDPOINT_URL'],
        services?.get(`${service}.endpoint_url`),
        own?.get('endpoint_url'),
      ]
      return told.find((url) => url !== undefined && url !== '')
    },
    addressingStyle: own?.get('s3.addressing_style'),
    keysFrom: keysFrom((key) => keys.get(name)?.has(key) || own?.has(key) || false),
    credentialProcess: keys.get(name)?.get('credential_process') ?? own?.get('credential_process'),
    caBundle: own?.get('ca_bundle'),
  }
}

// The first that the SDK would take.
function keysFrom(has: (key: string) => boolean): ProfileSettings['keysFrom'] {
  if (has('role_arn') && (has('source_profile') || has('credential_source'))) return 'role'
  if (has('aws_access_key_id')) return 'keys'
  if (has('web_identity_token_file')) return 'web-identity'
  if (has('credential_process')) return 'process'
  if (has('sso_session') || has('sso_start_url')) return 'sso'
  return has('login_session') ? 'login' : undefined
}

// Keys in lower case. A key indented below a key without a value becomes `parent.key`.
function sectionsOf(file: string): ReadonlyMap<string, Section> {
  const sections = new Map<string, Map<string, string>>()
  let section: Map<string, string> | undefined
  let above = ''
  for (const line of textOf(file).split(/\r?\n/)) {
    const head = /^\s*\[\s*(.+?)\s*\]/.exec(line)?.[1]
    if (head !== undefined) {
      const name = head.replace(/\s+/g, ' ').replace(/["']/g, '')
      section = sections.get(name) ?? new Map()
      sections.set(name, section)
      above = ''
      continue
    }
    const pair = /^(\s*)([^\s=#;][^=]*?)\s*=\s*(.*?)\s*$/.exec(line)
    if (pair === null || section === undefined) continue
    const [, indent = '', key = '', value = ''] = pair
    const name = key.toLowerCase()
    if (indent === '') above = value === '' ? `${name}.` : ''
    section.set(indent === '' ? name : above + name, value.replace(/\s[#;].*$/, ''))
  }
  return sections
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
