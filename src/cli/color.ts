// Decides once per stream whether it gets colours. The only importer of chalk, whose own detection ignores NO_COLOR and
// reads process.argv; all other modules get the object made here. chalk takes 6 ms to load (2026-11, Node 20), so it is
// loaded only if colours are used.

import { type Color, NO_COLOR } from '../format/color-type.ts'

export const COLOR_CHOICES = ['auto', 'always', 'never'] as const
export type ColorChoice = (typeof COLOR_CHOICES)[number]

/**
 * Colours for a stream: decided by `choice`, else by NO_COLOR, FORCE_COLOR, TERM=dumb, and whether it is a terminal.
 */
export async function colorFor(
  stream: { readonly isTty: boolean },
  env: Readonly<Record<string, string | undefined>>,
  choice: ColorChoice = 'auto',
): Promise<Color> {
  if (!wantsColor(stream, env, choice)) return NO_COLOR
  const { Chalk } = await import('chalk')
  // Only the 16 basic colours are used, because every terminal theme keeps them readable.
  return new Chalk({ level: 1 })
}

function wantsColor(
  stream: { readonly isTty: boolean },
  env: Readonly<Record<string, string | undefined>>,
  choice: ColorChoice,
): boolean {
  if (choice !== 'auto') return choice === 'always'
  if (env['NO_COLOR']) return false // no-color.org: if present and not empty
  const forced = env['FORCE_COLOR']
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return stream.isTty && env['TERM'] !== 'dumb'
}
