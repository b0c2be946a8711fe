// docs/rules.md is made of the rules; `npx vitest run test/unit/detect/rules-page.test.ts --update` writes it anew.

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadRules } from '../../../src/detect/load.ts'
import { LEVELS, type Rule } from '../../../src/detect/rule.ts'
import { ROOT } from '../../helpers/root.ts'

const { rules, refused } = loadRules([], { pack: true, cwd: ROOT })

test('docs/rules.md says of every rule what it finds and what to do next', async () => {
  expect(refused).toEqual([])
  await expect(page(rules)).toMatchFileSnapshot(join(ROOT, 'docs/rules.md'))
})

function page(all: readonly Rule[]): string {
  const sorted = all.toSorted(
    (a, b) => LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) || (a.title < b.title ? -1 : 1),
  )
  const intro = `# Rules that come with the program

[\`detect\`](detect.md) evaluates these ${all.length} rules unless \`--no-pack\` is given. They are Sigma files in \`rules/\`, written for this
program: the alarms of the CIS AWS Foundations Benchmark, the three of AWS's getting-started tutorial (security groups,
sign-ins, IAM changes), tampering with trails and guardrails, resources opened to everybody, and credentials created or used
where they should not be.
`
  return `${intro}\n${sorted.map(section).join('\n')}`
}

function section({ title, name, level, kind, description, falsePositives, response, tags }: Rule): string {
  return `## ${title}

\`${name}\` · ${level}${kind === 'correlation' ? ' · correlation' : ''} · ${tags.map((tag) => `\`${tag}\``).join(' ')}

${description}

Harmless: ${falsePositives.join('; ')}.

${response.map((step) => `- ${step}`).join('\n')}
`
}
