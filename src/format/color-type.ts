// The colour functions that layers below the command line use. An object is passed to them; they import no colour
// library.

type Style = (text: string) => string

export interface Color {
  readonly bold: Style
  readonly dim: Style
  readonly underline: Style
  readonly red: Style
  readonly green: Style
  readonly yellow: Style
  readonly blue: Style
  readonly magenta: Style
  readonly cyan: Style
}

const same: Style = (text) => text

/** Applies no colours. */
export const NO_COLOR: Color = {
  bold: same,
  dim: same,
  underline: same,
  red: same,
  green: same,
  yellow: same,
  blue: same,
  magenta: same,
  cyan: same,
}
