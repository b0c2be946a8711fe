// File system errors in plain words. The caller names the file.

export interface FileTrouble {
  readonly what: string
  readonly hint?: string
}

const TROUBLES: Readonly<Record<string, FileTrouble>> = {
  ENOENT: { what: 'went away before it could be read' },
  EACCES: { what: 'permission denied', hint: 'check who may read it (ls -l)' },
  EPERM: { what: 'permission denied', hint: 'check who may read it (ls -l)' },
  EISDIR: { what: 'is a folder' },
  ENXIO: { what: 'not a regular file' },
  ENOTREG: { what: 'not a regular file' },
  ELOOP: { what: 'a link that leads to itself' },
  EIO: { what: 'the disk reports an I/O error' },
  EMFILE: { what: 'too many files are open', hint: 'raise the limit with `ulimit -n`' },
  ENFILE: { what: 'too many files are open' },
}

/** Describes an error of Node's; falls back to the system's own words. */
export function fileTrouble(error: unknown): FileTrouble {
  const { code, message } = error as NodeJS.ErrnoException
  return TROUBLES[code ?? ''] ?? { what: message.replace(/^[A-Z0-9_]+: /, '').replace(/, \w+( '.*')?$/s, '') }
}
