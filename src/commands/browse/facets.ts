// The rows of the facet pane, for drawing and for keys.

import { findField } from '../../event/fields.ts'
import type { Facet, FacetValue } from './data/counter.ts'
import type { Data, State } from './state/state.ts'

export const FACETS: readonly Facet[] = [
  'event-name',
  'identity',
  'user-name',
  'source-ip',
  'event-source',
  'error-code',
  'read-only',
  'account',
  'region',
  'access-key-id',
]

export type FacetRow =
  | {
      readonly kind: 'head'
      readonly facet: Facet
      readonly label: string
      readonly distinct: number
      /** False while events are still being counted. */
      readonly isWhole: boolean
      readonly isOpen: boolean
    }
  | { readonly kind: 'value'; readonly facet: Facet; readonly value: FacetValue }
  | { readonly kind: 'gap' }

const MAX_SHOWN = 5

export function facetRows({ found }: Data, { facets }: State): readonly FacetRow[] {
  return FACETS.flatMap((facet, i): readonly FacetRow[] => {
    const { values, distinct, isWhole } = found.top(facet)
    const isOpen = facets.open === facet
    const label = findField(facet)?.label ?? facet
    return [
      ...(i === 0 ? [] : [{ kind: 'gap' } as const]),
      { kind: 'head', facet, label, distinct, isWhole, isOpen },
      ...(isOpen ? values : values.slice(0, MAX_SHOWN)).map((value): FacetRow => ({
        kind: 'value',
        facet,
        value,
      })),
    ]
  })
}
