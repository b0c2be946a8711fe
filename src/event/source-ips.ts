// Where a request came from: usually one address or a service name; behind proxies a list of addresses; in some copies
// an array; sometimes with a port.

import { isIP } from 'node:net'
import type { Event } from './event.ts'

export interface SourceIps {
  /** The field as one text; empty if there is none. */
  readonly text: string
  /** The individual addresses and names, without brackets and ports. */
  readonly parts: readonly string[]
}

export function sourceIps(event: Event): SourceIps {
  const text = sourceIpText(event) ?? ''
  if (text === '') return { text, parts: [] }
  if (!SEVERAL_OR_PORT.test(text) || isIP(text) !== 0) return { text, parts: [text] }
  const parts = text
    .split(/[,;]/)
    .map((part) => withoutPort(part.trim()))
    .filter((part) => part !== '')
  return { text, parts: parts.length === 0 ? [text] : parts }
}

/** The field as it is; an array as a comma-separated list. */
export function sourceIpText(event: Event): string | undefined {
  const text = event.text('sourceIPAddress')
  if (text !== undefined) return text
  const value = event.part('sourceIPAddress')
  if (!Array.isArray(value)) return undefined
  const texts = value.filter((one) => typeof one === 'string' && one !== '')
  return texts.length === 0 ? undefined : texts.join(', ')
}

const SEVERAL_OR_PORT = /[,;:[]/

function withoutPort(part: string): string {
  const address = /^\[(.+)\](?::\d{1,5})?$/.exec(part)?.[1] ?? /^([\d.]+):\d{1,5}$/.exec(part)?.[1]
  return address !== undefined && isIP(address) !== 0 ? address : part
}
