// The credentials that a client signs with, and a one-line reason if there are none. The only importer of the SDK's provider
// for profiles. A profile that names its source of keys is asked alone: the SDK's chain would continue with the role of the
// instance, and hide the reason.

import { fromIni } from '@aws-sdk/credential-provider-ini'
import { exec } from 'node:child_process'
import { checkProfile, environmentKeys, type Keys } from './aws-client.ts'
import { type Failure, failureOf } from './aws-failure.ts'
import type { ProfileSettings } from './aws-profile.ts'
import type { OpenContext } from './open.ts'
import { SourceError } from './source.ts'

type Env = OpenContext['env']
type Provider = ReturnType<typeof fromIni>

export interface Identity {
  readonly profile?: string
  readonly credentials?: Keys | Provider
}

/**
 * For the settings of a client. As in the AWS CLI, --profile is stronger than keys in the environment, and those are
 * stronger than AWS_PROFILE. `requestHandler` is for STS and IAM Identity Center. Throws SourceError for a profile that is
 * not there; the provider does for keys that cannot be had.
 */
export function identityOf(
  env: Env,
  profile: string | undefined,
  settings: ProfileSettings,
  requestHandler: object,
): Identity {
  const keys = environmentKeys(env, profile)
  checkProfile(settings, keys)
  if (keys.credentials) return keys
  const { name, credentialProcess } = settings
  const named = profile ?? (env['AWS_PROFILE'] || undefined)
  if (settings.keysFrom === undefined) return named === undefined ? {} : { profile: named }
  const files = {
    ...(env['AWS_SHARED_CREDENTIALS_FILE'] && { filepath: env['AWS_SHARED_CREDENTIALS_FILE'] }),
    ...(env['AWS_CONFIG_FILE'] && { configFilepath: env['AWS_CONFIG_FILE'] }),
  }
  const provider: Provider =
    settings.keysFrom === 'process' && credentialProcess !== undefined
      ? () => keysOf(credentialProcess, name)
      : fromIni({ profile: name, clientConfig: { requestHandler: requestHandler as never }, ...files })
  return {
    profile: name,
    async credentials(options) {
      try {
        return await provider(options)
      } catch (error) {
        throw noKeys(error, settings)
      }
    },
  }
}

/** Bytes that a process may print. */
const MAX_OUTPUT = 1 << 20

interface ProcessKeys {
  readonly Version?: unknown
  readonly AccessKeyId?: unknown
  readonly SecretAccessKey?: unknown
  readonly SessionToken?: unknown
  readonly Expiration?: unknown
}

async function keysOf(command: string, profile: string): Promise<Awaited<ReturnType<Provider>>> {
  const output = await new Promise<string>((resolve, reject) => {
    exec(command, { maxBuffer: MAX_OUTPUT }, (error, stdout, stderr) => {
      if (error === null) return resolve(stdout)
      const how =
        typeof error.code === 'number' ? `exit status ${error.code}` : (error.signal ?? error.message)
      reject(processError(`ended with ${how}${firstLine(stderr)}`, profile, command))
    })
  })
  const fail = (what: string): SourceError => processError(what, profile, command)
  let told: ProcessKeys
  try {
    told = JSON.parse(output) as ProcessKeys
  } catch {
    throw fail('printed no JSON')
  }
  const { Version, AccessKeyId, SecretAccessKey, SessionToken, Expiration } = told ?? {}
  if (Version !== 1) throw fail('printed keys of another Version than 1')
  if (typeof AccessKeyId !== 'string' || typeof SecretAccessKey !== 'string')
    throw fail('printed no AccessKeyId and SecretAccessKey')
  const expiration = typeof Expiration === 'string' ? new Date(Expiration) : undefined
  if (expiration !== undefined && !(expiration.getTime() > Date.now())) throw fail('printed expired keys')
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(typeof SessionToken === 'string' && { sessionToken: SessionToken }),
    ...(expiration && { expiration }),
  }
}

function processError(what: string, profile: string, command: string): SourceError {
  return new SourceError(
    'credentials',
    `no usable AWS credentials: credential_process of profile '${profile}' ${what}`,
    `run it to see more: ${command}`,
  )
}

function firstLine(text: string): string {
  const line = text.split(/\r?\n/).find((one) => one.trim() !== '')
  return line === undefined ? '' : `: ${line.trim().slice(0, 300)}`
}

const SERVICES = { role: 'STS', 'web-identity': 'STS', sso: 'IAM Identity Center' } as const

function noKeys(error: unknown, { name, keysFrom }: ProfileSettings): SourceError {
  if (error instanceof SourceError) return error
  const failure = failureOf(error)
  const text = (failure.message ?? '').replace(/\.$/, '')
  const profile = `profile '${name}'`
  const told = (message: string, hint: string): SourceError =>
    new SourceError('credentials', `no usable AWS credentials: ${message}`, hint, { cause: error })
  const failed = /^Command failed: (.*)\n([^]*)/.exec(failure.message ?? '')
  if (failed)
    return told(`${profile}: '${failed[1]}' failed${firstLine(failed[2] ?? '')}`, 'run it to see more')
  if (/multi-factor/.test(text))
    return told(
      `${profile} asks for a code of a second factor`,
      `let the AWS CLI ask for it: eval "$(aws configure export-credentials --profile ${name} --format env)"`,
    )
  if (
    keysFrom === 'sso' &&
    /SSO|token|expired|Unauthorized/i.test(`${failure.name} ${text}`) &&
    !isNetwork(failure)
  )
    return told(`the sign-in of ${profile} is not there or has expired`, `aws sso login --profile ${name}`)
  const service = SERVICES[keysFrom as keyof typeof SERVICES]
  if (service !== undefined && isNetwork(failure))
    return told(
      `${service} cannot be reached for ${profile}: ${text || failure.code}`,
      'check the network, HTTPS_PROXY, and AWS_ENDPOINT_URL',
    )
  if (/^ExpiredToken|^RequestExpired/.test(failure.name ?? ''))
    return told(`the keys behind ${profile} have expired`, 'sign in again (aws sso login)')
  if (failure.name?.startsWith('AccessDenied'))
    return told(
      `${service ?? 'AWS'} refuses ${profile}: ${text}`,
      'the policy of the role must trust you, and yours must allow sts:AssumeRole on it',
    )
  if (service !== undefined && failure.name !== 'CredentialsProviderError')
    return told(`${service} for ${profile}: ${text || failure.name}`, 'check the profile in ~/.aws/config')
  return told(
    `${profile}: ${text}`,
    'check the profile in ~/.aws/config, or sign in (aws configure, aws sso login)',
  )
}

function isNetwork({ code, errors, cause }: Failure): boolean {
  const codes = [code, failureOf(errors?.[0]).code, failureOf(cause).code]
  return /\b(?:ECONN\w+|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EPIPE|CERT_\w+|\w*_CERT\w*|UNABLE_TO_\w+)\b/.test(
    codes.join(' '),
  )
}
