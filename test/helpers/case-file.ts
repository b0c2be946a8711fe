// A case of the command line is one text file: headers, the command, and what must come of it.
//
//   # what the case is about
//   tty: 80                     both outputs are a terminal of this width; pipes without it
//   env: NAME=value             may be repeated
//   cwd: folder                 below the folder of the cases
//   stdin: file
//   counts: yes                 with what was scanned to get there; elsewhere it is <counts>, so that a further sample
//                               file or a different way of reading changes few cases
//   $ trail-explore lookup …    quoted as in a shell
//   exit 0
//   --- stdout
//   --- stderr

export interface CaseFile {
  /** Everything up to and including the command, as written in the file. */
  readonly head: string
  readonly argv: readonly string[]
  readonly tty: number | undefined
  readonly env: Readonly<Record<string, string>>
  readonly cwd: string
  readonly stdin: string | undefined
  readonly showsCounts: boolean
  /** Exit status, stdout and stderr, in the format of `formatResult`. */
  readonly expected: string
}

export interface CaseResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Throws an Error for a file without a command, or with an unknown header. */
export function parseCase(text: string): CaseFile {
  const lines = text.split('\n')
  const at = lines.findIndex((line) => line.startsWith('$ '))
  if (at < 0) throw new Error('no line begins with "$ "')
  const headers = lines.slice(0, at).filter((line) => !line.startsWith('#') && line !== '')
  const values = (name: string) =>
    headers.filter((line) => line.startsWith(`${name}: `)).map((line) => line.slice(name.length + 2))
  const unknown = headers.find((line) => !/^(?:tty|env|cwd|stdin|counts): /.test(line))
  if (unknown !== undefined) throw new Error(`unknown header: ${unknown}`)
  const [program, ...argv] = shellWords(lines[at]!.slice(2))
  if (program !== 'trail-explore') throw new Error(`not our program: ${program}`)
  return {
    head: `${lines.slice(0, at + 1).join('\n')}\n`,
    argv,
    tty: values('tty').map(Number)[0],
    env: Object.fromEntries(
      values('env').map((pair) => pair.split(/=(.*)/s).slice(0, 2) as [string, string]),
    ),
    cwd: values('cwd')[0] ?? '.',
    stdin: values('stdin')[0],
    showsCounts: values('counts')[0] === 'yes',
    expected: lines.slice(at + 1).join('\n'),
  }
}

/** Writes invisible bytes as <1b>, and marks a missing final line end. */
export function formatResult({ code, stdout, stderr }: CaseResult): string {
  return `exit ${code}\n--- stdout\n${visible(stdout)}--- stderr\n${visible(stderr)}`
}

function visible(text: string): string {
  const shown = text.replace(
    /[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g,
    (char) => `<${char.charCodeAt(0).toString(16).padStart(2, '0')}>`,
  )
  return shown === '' || shown.endsWith('\n') ? shown : `${shown}\\\n`
}

/** Splits words like a shell: quotes and backslashes, nothing else. */
export function shellWords(command: string): string[] {
  const words: string[] = []
  for (const [word] of command.matchAll(/(?:[^\s'"\\]|\\.|'[^']*'|"(?:[^"\\]|\\.)*")+/g)) {
    words.push(
      word.replace(
        /'([^']*)'|"((?:[^"\\]|\\.)*)"|\\(.)/g,
        (_, single?: string, double?: string, plain?: string) =>
          single ?? double?.replace(/\\(["\\$`])/g, '$1') ?? plain ?? '',
      ),
    )
  }
  return words
}

/** Replaces durations, which differ from run to run. */
export function withoutTimes(text: string): string {
  // On a narrow terminal it may be on a line of its own.
  return text.replace(/(·|,)([ \n])(?:\d+ min )?\d+(?:\.\d+)? s$/gm, '$1$20.00 s')
}

/** Removes the summary line's statistics: events scanned, files, bytes, coverage, time. */
export function withoutCounts(text: string): string {
  return text.replace(
    / · [\d,]+ scanned[^\0]*?, [^\0]*? inflated\)(?: · [^\0]*?)? ·[ \n]0\.00 s$/gm,
    ' · <counts>',
  )
}
