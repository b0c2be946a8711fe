// The trails of an account: what they record, where they deliver, and their status. Changes nothing. Loaded on use.

import { mapLimit } from '../../util/map-limit.ts'
import type { OpenContext } from '../open.ts'
import type { SourceError } from '../source.ts'
import {
  type AdvancedEventSelector,
  type CloudTrailClient,
  cloudTrailClient,
  cloudTrailEndpoint,
  configuredRegion,
  DescribeTrailsCommand,
  type EventSelector,
  GetEventSelectorsCommand,
  GetInsightSelectorsCommand,
  GetTrailStatusCommand,
} from './client.ts'
import { apiError, isUnknownHere } from './error.ts'
import { regionsBeside } from './regions.ts'

/** Fields are undefined if they could not be read; `problems` say why. */
export interface Trail {
  readonly name: string
  readonly arn: string
  readonly homeRegion: string
  readonly bucket: string
  /** Without a trailing `/`; empty for none. */
  readonly prefix: string
  readonly isMultiRegion: boolean
  readonly isOrganization: boolean
  readonly hasGlobalEvents: boolean
  readonly hasValidation: boolean
  readonly kmsKey: string | undefined
  readonly logGroup: string | undefined
}

export interface TrailState {
  readonly isLogging?: boolean | undefined
  /** Epoch milliseconds. */
  readonly lastDelivery?: number | undefined
  readonly lastDeliveryError?: string | undefined
  readonly lastDigestError?: string | undefined
  readonly stopped?: number | undefined
  readonly selectors?: readonly Selector[] | undefined
  readonly insights?: readonly string[] | undefined
  readonly problems: readonly SourceError[]
}

/** One kind of event that the trail records. */
export interface Selector {
  readonly kind: 'management' | 'data' | 'network-activity'
  /** `All`, `ReadOnly` or `WriteOnly`. */
  readonly readWrite: string
  /** Excluded services. */
  readonly excluded: readonly string[]
  /** For data events: the resource type, and which resources; empty for all. */
  readonly type?: string | undefined
  readonly resources?: readonly string[] | undefined
}

export interface TrailsContext {
  readonly env: OpenContext['env']
  readonly profile?: string | undefined
  readonly signal?: AbortSignal | undefined
}

export interface FoundTrails {
  readonly trails: readonly Trail[]
  /** Regions that did not answer. */
  readonly problems: readonly SourceError[]
}

const CONCURRENCY = 8

/** Every trail of the account once, sorted by name. Throws SourceError if no Region answers. */
export async function findTrails(
  context: TrailsContext,
  wantsRegion: (region: string) => boolean = () => true,
): Promise<FoundTrails> {
  const { env, profile, signal } = context
  const configured = (await configuredRegion(env, profile)) ?? 'us-east-1'
  const known = regionsBeside(configured)
  const regions = (known.includes(configured) ? known : [configured, ...known]).filter(wantsRegion)
  const found = new Map<string, Trail>()
  const problems: SourceError[] = []
  const unknown: SourceError[] = []
  await mapLimit(regions, CONCURRENCY, async (region) => {
    try {
      for (const trail of await trailsOf(context, region)) found.set(trail.arn, trail)
    } catch (error) {
      signal?.throwIfAborted()
      const told = apiError(error, about(context, 'cloudtrail:DescribeTrails', region))
      if (isUnknownHere(told.cause)) unknown.push(told)
      else problems.push(told.about(`trails of ${region}`))
    }
  })
  // A Region that is not enabled rejects valid credentials; if all Regions do, the credentials are wrong.
  const [first] = [...problems, ...unknown]
  if (first && problems.length + unknown.length === regions.length) throw first
  const ended = problems.find(({ endsRun }) => endsRun)
  if (ended) throw ended
  const trails = [...found.values()].filter(({ homeRegion }) => wantsRegion(homeRegion))
  return {
    trails: trails.sort((a, b) => (a.name === b.name ? (a.arn < b.arn ? -1 : 1) : a.name < b.name ? -1 : 1)),
    problems,
  }
}

/**
 * A trail's status and what it records. What cannot be read becomes one of its problems. Throws errors that end the
 * run.
 */
export async function stateOf(trail: Trail, context: TrailsContext): Promise<TrailState> {
  const { env, profile, signal } = context
  const { arn, homeRegion } = trail
  const client = await cloudTrailClient(env, { profile, region: homeRegion })
  const problems: SourceError[] = []
  const ask = async <T>(action: string, send: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await send()
    } catch (error) {
      signal?.throwIfAborted()
      // InsightNotEnabledException means that Insights are off.
      if ((error as Error).name === 'InsightNotEnabledException') return undefined
      const told = apiError(error, about(context, action, homeRegion))
      if (told.endsRun) throw told
      problems.push(told.about(trail.name))
      return undefined
    }
  }
  const options = signal && { abortSignal: signal }
  try {
    const [status, selectors, insights] = await Promise.all([
      ask('cloudtrail:GetTrailStatus', () => client.send(new GetTrailStatusCommand({ Name: arn }), options)),
      ask('cloudtrail:GetEventSelectors', () =>
        client.send(new GetEventSelectorsCommand({ TrailName: arn }), options),
      ),
      ask('cloudtrail:GetInsightSelectors', () =>
        client.send(new GetInsightSelectorsCommand({ TrailName: arn }), options),
      ),
    ])
    const hasInsights = problems.every(({ message }) => !message.includes('GetInsightSelectors'))
    return {
      isLogging: status?.IsLogging,
      lastDelivery: status?.LatestDeliveryTime?.getTime(),
      lastDeliveryError: status?.LatestDeliveryError || undefined,
      lastDigestError: status?.LatestDigestDeliveryError || undefined,
      stopped: status?.IsLogging === false ? status.StopLoggingTime?.getTime() : undefined,
      selectors: selectors && [
        ...(selectors.AdvancedEventSelectors ?? []).map(advancedSelector),
        // A trail without any selectors uses CloudTrail's default.
        ...(selectors.AdvancedEventSelectors?.length
          ? []
          : selectors.EventSelectors?.length
            ? selectors.EventSelectors
            : [{}]
        ).flatMap(basicSelectors),
      ],
      insights: hasInsights
        ? (insights?.InsightSelectors ?? []).flatMap(({ InsightType }) => InsightType ?? [])
        : undefined,
      problems,
    }
  } finally {
    client.destroy()
  }
}

/** Trails with this name or ARN. */
export function trailNamed(name: string, trails: readonly Trail[]): readonly Trail[] {
  const isArn = name.startsWith('arn:')
  return trails.filter((trail) => (isArn ? trail.arn : trail.name) === name)
}

function about(
  { env, profile }: TrailsContext,
  action: string,
  region: string,
): { action: string; region: string; endpoint: string | undefined } {
  return { action, region, endpoint: cloudTrailEndpoint(env, profile) }
}

async function trailsOf({ env, profile, signal }: TrailsContext, region: string): Promise<readonly Trail[]> {
  const client: CloudTrailClient = await cloudTrailClient(env, { profile, region })
  try {
    // Includes shadow trails: an organization's trail appears only as one in a member account.
    const command = new DescribeTrailsCommand({ includeShadowTrails: true })
    const { trailList = [] } = await client.send(command, signal && { abortSignal: signal })
    return trailList.map((trail) => ({
      name: trail.Name ?? '',
      arn: trail.TrailARN ?? '',
      homeRegion: trail.HomeRegion ?? region,
      bucket: trail.S3BucketName ?? '',
      prefix: (trail.S3KeyPrefix ?? '').replace(/\/+$/, ''),
      isMultiRegion: trail.IsMultiRegionTrail === true,
      isOrganization: trail.IsOrganizationTrail === true,
      hasGlobalEvents: trail.IncludeGlobalServiceEvents === true,
      hasValidation: trail.LogFileValidationEnabled === true,
      kmsKey: trail.KmsKeyId || undefined,
      logGroup: trail.CloudWatchLogsLogGroupArn || undefined,
    }))
  } finally {
    client.destroy()
  }
}

function basicSelectors({
  ReadWriteType: readWrite = 'All',
  IncludeManagementEvents,
  DataResources = [],
  ExcludeManagementEventSources: excluded = [],
}: EventSelector): readonly Selector[] {
  const data = DataResources.map(({ Type, Values = [] }): Selector => ({
    kind: 'data',
    readWrite,
    excluded: [],
    type: Type,
    resources: Values,
  }))
  return IncludeManagementEvents === false ? data : [{ kind: 'management', readWrite, excluded }, ...data]
}

function advancedSelector({ FieldSelectors = [] }: AdvancedEventSelector): Selector {
  const of = (field: string) => FieldSelectors.find(({ Field }) => Field === field)
  const category = of('eventCategory')?.Equals?.[0]
  const readOnly = of('readOnly')?.Equals?.[0]
  const arns = of('resources.ARN')
  return {
    kind: category === 'Data' ? 'data' : category === 'NetworkActivity' ? 'network-activity' : 'management',
    readWrite: readOnly === undefined ? 'All' : readOnly === 'true' ? 'ReadOnly' : 'WriteOnly',
    excluded: of('eventSource')?.NotEquals ?? [],
    type: of('resources.type')?.Equals?.[0],
    resources: [...(arns?.Equals ?? []), ...(arns?.StartsWith ?? []).map((start) => `${start}*`)],
  }
}
