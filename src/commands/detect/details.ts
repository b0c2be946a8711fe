// Details of a finding: what the rule looks for, when it is harmless, what to do next, and the command that shows its events.

import type { Color } from '../../format/color-type.ts'
import { printable } from '../../format/sanitize.ts'
import { shellLine } from '../../format/shell.ts'
import { levelStyle, ruleText } from '../../cli/detections/columns.ts'
import type { Finding } from '../../detect/findings.ts'

const MAX_IDS = 5

export function detailsText({ rule, eventIds }: Finding, color: Color, sources: readonly string[]): string {
  const level = levelStyle(rule.level, color) ?? ((text: string) => text)
  const lines = [`${color.bold(printable(ruleText(rule)))}  ${level(rule.level)}`]
  const say = (label: string, texts: readonly string[]): void => {
    for (const text of texts) lines.push(`  ${color.dim(`${label}:`)} ${printable(text)}`)
  }
  if (rule.description !== undefined) say('what', [rule.description.trim()])
  say('harmless', rule.falsePositives)
  say('next', rule.response)
  say('tags', rule.tags.length > 0 ? [rule.tags.join(', ')] : [])
  say('see', rule.references)
  const ids = eventIds.slice(0, MAX_IDS)
  if (ids.length > 0)
    lines.push(
      `  ${shellLine(['trail-explore', 'show', ...ids, ...sources.flatMap((uri) => ['--source', uri])])}`,
    )
  return `${lines.join('\n')}\n`
}
