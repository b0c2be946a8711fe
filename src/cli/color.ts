// Decides once per stream whether it gets colours. The only importer of chalk, whose own detection ignores NO_COLOR and
// reads process.argv; everything else gets the object made here. It takes 6 ms to load (2026-11, Node 20), so only those
// who want colours pay for it.

import { type Color, NO_COLOR } from '../format/color-type.ts'

export const COLOR_CHOICES = ['auto', 'always', 'never'] as const
export type ColorChoice = (typeof COLOR_CHOICES)[number]

/** Colours for a stream: what was asked for, else NO_COLOR, FORCE_COLOR, TERM=dumb, and whether it is a terminal. */
export async function colorFor(
  stream: { readonly isTty: boolean },
  env: Readonly<Record<string, string | undefined>>,
  choice: ColorChoice = 'auto',
): Promise<Color> {
  if (!wantsColor(stream, env, choice)) return NO_COLOR
  const { Chalk } = await import('chalk')
  // The 16 colours are all we use, and every terminal theme makes them readable.
  return new Chalk({ level: 1 })
}

function wantsColor(
  stream: { readonly isTty: boolean },
  env: Readonly<Record<string, string | undefined>>,
  choice: ColorChoice,
): boolean {
  if (choice !== 'auto') return choice === 'always'
  if (env['NO_COLOR']) return false // no-color.org: when present and not empty
  const forced = env['FORCE_COLOR']
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false'
  return stream.isTty && env['TERM'] !== 'dumb'
}
