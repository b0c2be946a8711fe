// Small rules in Sigma YAML, and what they say of an event.

import { compileDetection } from '../../../src/detect/rule-set.ts'
import type { EventRule, Rule } from '../../../src/detect/rule.ts'
import { parseSigma } from '../../../src/detect/sigma-parse.ts'
import { eventFrom } from '../event/records.ts'

/** A rule of this detection, given as the lines below `detection:`. Throws what the file is refused for. */
export function rule(detection: string): EventRule {
  const lines = detection.split('\n').map((line) => `  ${line}`)
  const [only] = rules(
    `title: test\nlogsource: {product: aws, service: cloudtrail}\ndetection:\n${lines.join('\n')}`,
  )
  if (only?.kind !== 'event') throw new Error('not a rule about events')
  return only
}

export function rules(yaml: string): readonly Rule[] {
  const parsed = parseSigma(yaml, 'test.yml')
  if (parsed.refused[0]) throw new Error(parsed.refused[0].what)
  return parsed.rules
}

export function matches(detection: string, record: object): boolean {
  return compileDetection(rule(detection).detection)(eventFrom(record))
}
