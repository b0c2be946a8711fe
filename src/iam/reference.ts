// The service authorization reference: the existing actions, and the resources that a policy can name for them. Loaded on
// first use, one service at a time.

import { REFERENCE } from './service-reference.ts'

export interface ActionFacts {
  /** As AWS writes it. */
  readonly name: string
  /** Types of resources of which one is enough; empty where a policy can only say `*`, or would have to know several. */
  readonly types: readonly ResourceType[]
  /** Types that a policy has to name too if the call is about one. */
  readonly also: readonly ResourceType[]
}

export interface ResourceType {
  /** `dynamodb`, whose reference has it. */
  readonly service: string
  /** `security-group` */
  readonly name: string
  /** `lambda:@:function:$`: @ is Region and account, ^ an account without a Region, $ a name, % a name with its path. */
  readonly format: string
}

let texts: Map<string, string> | undefined
const services = new Map<string, ReadonlyMap<string, ActionFacts>>()

/** `s3`, `PutObject` in any case; undefined where the reference has no such action. */
export function actionFacts(service: string, name: string): ActionFacts | undefined {
  let actions = services.get(service)
  if (actions === undefined) services.set(service, (actions = actionsOf(service)))
  return actions.get(name.toLowerCase())
}

function actionsOf(service: string): ReadonlyMap<string, ActionFacts> {
  texts ??= new Map(
    REFERENCE.slice(2)
      .split('\n#')
      .map((text) => [text.slice(0, text.indexOf('\n')), text]),
  )
  const actions = new Map<string, ActionFacts>()
  const formats = new Map<string, ResourceType>()
  for (const line of (texts.get(service) ?? '').split('\n').slice(1)) {
    const [head = '', ...rest] = line.split(' ')
    if (head.startsWith('=')) {
      formats.set(head.slice(1), { service, name: head.slice(1), format: rest.join(' ') })
      continue
    }
    const typesOf = (list = ''): readonly ResourceType[] =>
      list.split(',').flatMap((type) => formats.get(type) ?? [])
    const [needed, others] = head.split('+')
    const facts = { types: typesOf(needed), also: typesOf(others) }
    for (const verbs of rest) {
      const [verb = '', names = ''] = verbs.split(':')
      for (const name of names.split(','))
        if (verb + name !== '') actions.set((verb + name).toLowerCase(), { name: verb + name, ...facts })
    }
  }
  return actions
}

const PARTS: Readonly<Record<string, string>> = { '@': '[^:]*:[^:]*', '^': ':[^:]*', $: '.+', '%': '.+' }

/** Whether an ARN is one of a type of resource. */
export function isOfType(arn: string, { format }: ResourceType): boolean {
  const source = format.replaceAll(/[@^$%.+?()[\]{}|\\*]/g, (c) => PARTS[c] ?? `\\${c}`)
  return new RegExp(`^arn:[^:]+:${source}$`, 's').test(arn)
}
