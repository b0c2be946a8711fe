// The commands in a Markdown text. ```sh blocks are commands; ```console blocks show commands after `$ ` and what they
// print, where a line `…` stands for any lines. A comment `# exit status 1` says that a command fails.

export interface DocumentedCommand {
  /** Without its comment; lines that end in a backslash are joined. */
  readonly command: string
  readonly code: number
  /** Lines shown below it; undefined where none are meant to be. */
  readonly shown: readonly string[] | undefined
}

export function commandsIn(markdown: string): readonly DocumentedCommand[] {
  return [...markdown.matchAll(/^```(sh|console)\n(.*?)^```$/gms)].flatMap(([, kind, body]) =>
    kind === 'sh' ? shellCommands(body!) : consoleCommands(body!),
  )
}

/** The commands that are ours, also as `npx trail-explore`. */
export function isOurs({ command }: DocumentedCommand): boolean {
  return /^(?:npx )?trail-explore(?: |$)/.test(command)
}

function shellCommands(body: string): readonly DocumentedCommand[] {
  return joined(body)
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => ({ ...documented(line), shown: undefined }))
}

function consoleCommands(body: string): readonly DocumentedCommand[] {
  return joined(body)
    .split(/^\$ /m)
    .slice(1)
    .map((part) => {
      const [line, ...shown] = part.replace(/\n+$/, '').split('\n')
      return { ...documented(line!), shown }
    })
}

function joined(body: string): string {
  return body.replace(/ *\\\n\s*/g, ' ')
}

function documented(line: string): { command: string; code: number } {
  const comment = / # (.*)$/.exec(line)
  const code = /\bexit status (\d+)/.exec(comment?.[1] ?? '')?.[1]
  return { command: line.slice(0, comment?.index ?? line.length).trim(), code: Number(code ?? 0) }
}

/** Whether lines are what was shown, `…` standing for any number of them. Without a difference, undefined. */
export function differsFrom(shown: readonly string[], text: string): string | undefined {
  const actual = text
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.trimEnd())
  const pattern = shown.map((line) => (line.trim() === '…' ? '(?:.*\\n)*?' : `${escaped(line.trimEnd())}\\n`))
  return new RegExp(`^${pattern.join('')}$`).test(`${actual.join('\n')}\n`) ? undefined : actual.join('\n')
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
