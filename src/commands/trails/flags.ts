// The options of `trails`.

import type { ColorChoice } from '../../cli/color.ts'
import type { ListFormat } from '../../format/list-formats.ts'
import type { TypedPlan } from '../../trails/checked.ts'

export const PLAN_FORMATS = ['cli', 'powershell', 'cloudformation', 'terraform'] as const
export type PlanFormat = (typeof PLAN_FORMATS)[number]

export interface TrailsFlags extends TypedPlan {
  readonly output?: ListFormat | PlanFormat
  readonly csvSafe?: true
  readonly profile?: string
  readonly region?: readonly string[]
  readonly yes?: true
  readonly endpointUrl?: string
  readonly quiet?: true
  readonly color: ColorChoice
  readonly debug?: true
}
