// `trail:NAME` as a source: the bucket and folder to which the trail delivers. Loaded on use.

import { didYouMean } from '../../util/did-you-mean.ts'
import { UsageError } from '../../util/usage-error.ts'
import type { OpenContext } from '../open.ts'
import { SourceError, type Source } from '../source.ts'
import { findTrails, type Trail, trailNamed } from './trails.ts'

/** Throws UsageError for an invalid address, SourceError for a trail that does not exist. */
export async function trailSource(uri: string, context: OpenContext): Promise<Source> {
  const trail = await oneTrail(uri.replace(/^trail:/i, ''), context)
  const { s3Source } = await import('../s3/s3.ts')
  return s3Source({ bucket: trail.bucket, prefix: folderOf(trail) }, context.env, context.s3, context.signal)
}

/** The only trail with this name or ARN. */
export async function oneTrail(
  name: string,
  { env, s3, signal }: Pick<OpenContext, 'env' | 's3' | 'signal'>,
): Promise<Trail> {
  if (!/^(?:[A-Za-z0-9._-]{3,128}|arn:aws[\w-]*:cloudtrail:[\w-]+:\d{12}:trail\/[A-Za-z0-9._-]+)$/.test(name))
    throw new UsageError(
      name === '' ? 'no trail named' : `not the name of a trail: '${name}'`,
      'names have 3 to 128 letters, digits, dots, hyphens and underscores; `trail-explore trails` lists them',
    )
  const home = /^arn:[^:]*:cloudtrail:([^:]+):/.exec(name)?.[1]
  const context = { env, profile: s3?.profile, signal }
  const { trails, problems } = await findTrails(
    context,
    home === undefined ? undefined : (region) => region === home,
  )
  const found = trailNamed(name, trails)
  const [trail] = found
  if (trail === undefined) {
    const [problem] = problems
    if (problem) throw problem
    throw new SourceError('not-found', `there is no trail '${name}'`, nearest(name, trails))
  }
  if (found.length > 1)
    throw new UsageError(
      `'${name}' is a trail in ${found.map(({ homeRegion }) => homeRegion).join(' and in ')}`,
      `give its ARN: ${trail.arn}`,
    )
  return trail
}

function nearest(name: string, trails: readonly Trail[]): string {
  if (trails.length === 0)
    return 'the account has no trail; `trail-explore trails plan` writes one, and history: reads Event history without'
  const names = trails.map((trail) => (name.startsWith('arn:') ? trail.arn : trail.name))
  const meant = didYouMean(name, names)
  if (meant !== undefined) return `did you mean ${meant}?`
  return `there are ${names.slice(0, 8).join(', ')}${names.length > 8 ? ', …' : ''}`
}

// An organization trail's folder contains all member accounts; another trail's folder is that of its account.
function folderOf({ prefix, arn, isOrganization }: Trail): string {
  const root = prefix === '' ? 'AWSLogs/' : `${prefix}/AWSLogs/`
  return isOrganization ? root : `${root}${arn.split(':')[4]}/`
}
