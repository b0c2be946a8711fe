// The commands in a Markdown text and what they print.
//
//   ```sh               commands, one a line
//   ```console          commands after `$ `, and below each what a terminal shows of it
//   ```console stdout   the same, without what goes to stderr
//
// A comment `# exit status 1` says that a command fails. A line `…` stands for lines that are left out: as many as
// stand above and below it are shown. A picture with its command in a comment above it shows that command:
//
//   <!-- $ trail-explore lookup samples/logs -->
//   ![what is seen](images/lookup.svg)

export interface DocumentedCommand {
  /** Without its comment; lines that end in a backslash are joined. */
  readonly command: string
  readonly code: number
  /** What is shown below it; undefined where nothing is meant to be. */
  readonly shown: Shown | undefined
  /** The file that shows it as a picture. */
  readonly picture: string | undefined
}

export interface Shown {
  readonly stdoutOnly: boolean
  readonly lines: readonly string[]
}

const BLOCK = /^( *)```(sh|console)( stdout)?\n(.*?)^ *```$/gms
const PICTURE = /^<!-- \$ (.+) -->\n!\[[^\]]*\]\(([^)]+\.svg)\)$/gm

/** In the order in which they stand. */
export function commandsIn(markdown: string): readonly DocumentedCommand[] {
  const blocks = [...markdown.matchAll(BLOCK)].map(({ index, 1: indent, 2: kind, 3: only, 4: body }) => ({
    index,
    commands:
      kind === 'sh' ? shellCommands(body!) : consoleCommands(dedented(body!, indent!), only !== undefined),
  }))
  const pictures = [...markdown.matchAll(PICTURE)].map(({ index, 1: line, 2: picture }) => ({
    index,
    commands: [{ ...documented(line!), shown: undefined, picture }],
  }))
  return [...blocks, ...pictures].sort((a, b) => a.index - b.index).flatMap(({ commands }) => commands)
}

/** The commands that are ours, also as `npx trail-explore`. */
export function isOurs({ command }: DocumentedCommand): boolean {
  return /^(?:npx )?trail-explore(?: |$)/.test(command)
}

/**
 * The same text with what the commands in its `console` blocks print now. `printed` is asked in the order of
 * `commandsIn`; where it knows nothing, what is shown stays.
 */
export function withOutputs(
  markdown: string,
  printed: (command: DocumentedCommand, shown: Shown) => string | undefined,
): string {
  return markdown.replace(
    BLOCK,
    (block, indent: string, kind: string, only: string | undefined, body: string) => {
      if (kind === 'sh') return block
      const parts = dedented(body, indent)
        .split(/^(?=\$ )/m)
        .map((part) => {
          const [one] = consoleCommands(part, only !== undefined)
          const text = one?.shown && printed(one, one.shown)
          if (text === undefined) return part
          // The command as it stands, with its comment and its broken lines.
          const [typed = ''] = /^(?:.*\\\n)*.*\n?/.exec(part) ?? []
          const gap = part.endsWith('\n\n') ? '\n' : ''
          return `${typed}${asShown(one!.shown!, text)}${gap}`
        })
      const lines = parts.join('').split('\n').slice(0, -1)
      const indented = lines.map((line) => (line === '' ? line : indent + line))
      return `${indent}\`\`\`${kind}${only ?? ''}\n${indented.join('\n')}\n${indent}\`\`\``
    },
  )
}

function asShown({ lines: shown }: Shown, text: string): string {
  const lines = text
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.trimEnd())
  const gap = shown.indexOf('…')
  const [above, below] = gap < 0 ? [lines.length, 0] : [gap, shown.length - gap - 1]
  const kept =
    above + below >= lines.length
      ? lines
      : [...lines.slice(0, above), '…', ...lines.slice(lines.length - below)]
  return text === '' ? '' : `${kept.join('\n')}\n`
}

function shellCommands(body: string): readonly DocumentedCommand[] {
  return joined(body)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ ...documented(line), shown: undefined, picture: undefined }))
}

function consoleCommands(body: string, stdoutOnly: boolean): readonly DocumentedCommand[] {
  return joined(body)
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [line, ...rest] = part.replace(/\n+$/, '').split('\n')
      return { ...documented(line!), shown: { stdoutOnly, lines: rest }, picture: undefined }
    })
}

function dedented(body: string, indent: string): string {
  return body.replace(new RegExp(`^${indent}`, 'gm'), '')
}

function joined(body: string): string {
  return body.replace(/ *\\\n\s*/g, ' ')
}

function documented(line: string): { command: string; code: number } {
  const comment = / # (.*)$/.exec(line)
  const code = /\bexit status (\d+)/.exec(comment?.[1] ?? '')?.[1]
  return { command: line.slice(0, comment?.index ?? line.length).trim(), code: Number(code ?? 0) }
}
