// The columns of the list of trails.

import type { ListColumn } from '../../output/list.ts'
import type { Selector, Trail, TrailState } from '../../source/cloudtrail/trails.ts'
import { notRecorded } from '../../trails/checks.ts'

export interface TrailRow {
  readonly trail: Trail
  readonly state: TrailState
}

export function trailColumns(): readonly ListColumn<TrailRow>[] {
  return [
    { key: 'name', label: 'Name', kind: 'name', value: ({ trail }) => trail.name },
    { key: 'homeRegion', label: 'Home Region', kind: 'whole', value: ({ trail }) => trail.homeRegion },
    {
      key: 'regions',
      label: 'Regions',
      kind: 'whole',
      value: ({ trail }) => (trail.isMultiRegion ? 'all' : trail.homeRegion),
      shown: ({ trail }) => (trail.isMultiRegion ? 'all' : 'one'),
    },
    {
      key: 'organization',
      label: 'Organization',
      kind: 'whole',
      dropOrder: 5,
      value: ({ trail }) => trail.isOrganization,
      shown: ({ trail }) => yesNo(trail.isOrganization),
    },
    {
      key: 'bucket',
      label: 'Bucket',
      kind: 'path',
      value: ({ trail }) => trail.bucket,
      shown: ({ trail: { bucket, prefix } }) => (prefix === '' ? bucket : `${bucket}/${prefix}`),
    },
    {
      key: 'prefix',
      label: 'Prefix',
      kind: 'path',
      value: ({ trail }) => trail.prefix || undefined,
      shown: false,
    },
    {
      key: 'logging',
      label: 'Logging',
      kind: 'whole',
      value: ({ state }) => state.isLogging,
      shown: ({ state }) => (state.isLogging === undefined ? '?' : state.isLogging ? 'on' : 'stopped'),
    },
    {
      key: 'lastDelivery',
      label: 'Last delivery',
      kind: 'whole',
      dropOrder: 2,
      value: ({ state }) => iso(state.lastDelivery),
      shown: ({ state }) => iso(state.lastDelivery)?.replace(/\.\d+Z$/, 'Z') ?? '-',
    },
    {
      key: 'lastDeliveryError',
      label: 'Last error',
      kind: 'text',
      dropOrder: 1,
      value: ({ state }) => state.lastDeliveryError,
      shown: ({ state }) => state.lastDeliveryError ?? '-',
    },
    {
      key: 'validation',
      label: 'Validation',
      kind: 'whole',
      dropOrder: 3,
      value: ({ trail }) => trail.hasValidation,
      shown: ({ trail }) => yesNo(trail.hasValidation),
    },
    {
      key: 'kmsKey',
      label: 'KMS',
      kind: 'whole',
      dropOrder: 4,
      value: ({ trail }) => trail.kmsKey,
      shown: ({ trail }) => yesNo(trail.kmsKey !== undefined),
    },
    {
      key: 'notRecorded',
      label: 'Not recorded',
      kind: 'text',
      value: ({ state }) => missing(state),
      shown: ({ state }) => missing(state)?.join(', ') ?? '?',
    },
    { key: 'arn', label: 'ARN', kind: 'path', value: ({ trail }) => trail.arn, shown: false },
  ]
}

/** What a trail does not record, as short labels; undefined if the selectors could not be read. */
export function missing({ selectors, insights }: TrailState): readonly string[] | undefined {
  if (selectors === undefined) return undefined
  return [
    ...notRecorded(selectors),
    ...(selectors.some(isData) ? [] : ['data events']),
    ...(insights?.length === 0 ? ['Insights'] : []),
  ]
}

function isData({ kind }: Selector): boolean {
  return kind === 'data'
}

function yesNo(is: boolean): string {
  return is ? 'yes' : 'no'
}

function iso(time: number | undefined): string | undefined {
  return time === undefined ? undefined : new Date(time).toISOString()
}
