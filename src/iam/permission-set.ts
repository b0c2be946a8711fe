// What all calls needed, by action. Memory is bounded, and a policy of thousands of object keys is useless: more than MAX_RESOURCES
// become patterns, as narrow as they can be, and more patterns than that become `*`.

import type { Permission } from './permission.ts'

export const MAX_RESOURCES = 50

export class PermissionSet {
  private readonly resources = new Map<string, Set<string>>()
  private readonly wide = new Set<string>()

  add({ action, resources }: Permission): void {
    let known = this.resources.get(action)
    if (known === undefined) this.resources.set(action, (known = new Set()))
    if (known.has('*')) return
    const isWide = this.wide.has(action)
    for (const resource of resources) known.add(isWide ? patternOf(resource) : resource)
    if (known.size > MAX_RESOURCES) this.widen(action, known)
    if (known.has('*')) this.resources.set(action, new Set(['*']))
  }

  private widen(action: string, known: Set<string>): void {
    const patterns = new Set([...known].map(patternOf))
    this.wide.add(action)
    this.resources.set(action, patterns.size > MAX_RESOURCES ? new Set(['*']) : patterns)
  }

  /** ARNs, patterns, or `*` alone, of each action. */
  get byAction(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.resources
  }

  /** Actions with patterns because they had too many resources, sorted. */
  get widened(): readonly string[] {
    return [...this.wide].sort()
  }
}

/** `arn:aws:s3:::bucket/*` for an object, `arn:aws:ec2:…:instance/*` for an instance, `arn:aws:sqs:…:*` for a queue. */
function patternOf(resource: string): string {
  const [, before, type] = /^((?:[^:]*:){5})([^:/]+[:/])?/.exec(resource) ?? []
  return before === undefined ? '*' : `${before}${type ?? ''}*`
}
