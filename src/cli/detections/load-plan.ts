// Loads the rules that the options name and plans their evaluation. Rejected rules are reported.

import { loadRules } from '../../detect/load.ts'
import { type DetectPlan, planRules } from '../../detect/plan.ts'
import { printable } from '../../format/sanitize.ts'
import { UsageError } from '../../util/usage-error.ts'
import type { ColorChoice } from '../color.ts'
import type { Io } from '../io.ts'
import { say } from '../messages/print.ts'
import { count } from '../messages/units.ts'
import type { RuleFlags } from './rule-options.ts'

export interface LoadedPlan {
  readonly plan: DetectPlan
  /** False if a given rule is not evaluated. */
  readonly isWhole: boolean
  /** Rejected rules and the reasons, as reported. */
  readonly refused: readonly string[]
}

/** Throws UsageError for a path that does not exist. */
export async function loadPlan(
  flags: RuleFlags & { readonly quiet?: true; readonly color?: ColorChoice },
  io: Io,
): Promise<LoadedPlan> {
  const { rules, refused, foreign } = loadRules(flags.rules ?? [], { pack: flags.pack, cwd: io.cwd })
  const plan = planRules(rules, flags.minLevel)
  const left = [
    ...refused.map(({ file, title, what }) => refusal(file, title, what)),
    ...plan.broken.map(({ rule, missing }) =>
      refusal(rule.file, rule.title, `correlates rules that are not there: ${missing.join(', ')}`),
    ),
  ]
  const lines = [...left]
  if (foreign > 0 && !flags.quiet)
    lines.push(`note: ${count(foreign, 'rule')} for other logs than CloudTrail left out`)
  await say(io, lines, flags.color)
  return { plan, isWhole: left.length === 0, refused: left }
}

function refusal(file: string, title: string | undefined, what: string): string {
  return `refused: ${[file, title, what]
    .filter((part) => part !== undefined)
    .map(printable)
    .join(': ')}`
}

/** Throws UsageError if no rule would be evaluated. */
export function checkRules({ plan: { events }, isWhole }: LoadedPlan): void {
  if (events.length > 0) return
  throw new UsageError(
    'there are no rules to ask',
    isWhole
      ? 'give --rules, leave out --no-pack, or lower --min-level'
      : 'the rules that were given are refused, each for the reason above',
  )
}
