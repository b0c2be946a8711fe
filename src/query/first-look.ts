// Avoids reading folders that another service fills. If all names in a folder suggest the same service, its first and last
// file are read; the files between them are skipped only if neither contains a record and both begin like that service's
// logs. In any doubt they are read.

import type { FileInput, FileNote } from '../decode/batch.ts'
import type { LogFile } from '../logfile/accept.ts'
import type { Suspects } from '../logfile/foreign.ts'

export interface WantedFile {
  readonly file: LogFile
  readonly input: FileInput
}

export class FirstLook {
  private readonly asked = new Map<number, Suspects>()
  /** Number of files that were read and did not confirm the suspicion. */
  private readonly doubts = new Map<Suspects, number>()

  /** Separates the files to read now from those that a look decides on. */
  split(wanted: readonly WantedFile[]): {
    readonly now: readonly WantedFile[]
    readonly later: readonly WantedFile[]
  } {
    if (wanted.every(({ file }) => file.suspects === undefined)) return { now: wanted, later: [] }
    const first = new Map<Suspects, WantedFile>()
    const last = new Map<Suspects, WantedFile>()
    for (const one of wanted) {
      const { suspects } = one.file
      if (suspects === undefined) continue
      if (!first.has(suspects)) first.set(suspects, one)
      last.set(suspects, one)
    }
    const now: WantedFile[] = []
    const later: WantedFile[] = []
    for (const one of wanted) {
      const { suspects } = one.file
      const isWitness = suspects && (first.get(suspects) === one || last.get(suspects) === one)
      if (suspects !== undefined && !isWitness) later.push(one)
      else now.push(isWitness ? this.witness(one, suspects) : one)
    }
    return { now, later }
  }

  /** Takes note of what was found in a file, if it is one that was asked for. */
  hear({ index, head }: FileNote): void {
    const suspects = this.asked.get(index)
    if (suspects === undefined) return
    this.asked.delete(index)
    if (head !== undefined && suspects.confirms(head)) this.add(suspects, -1)
  }

  /** True if every file of the folder that was read is the other service's. */
  isOthers(suspects: Suspects): boolean {
    return this.doubts.get(suspects) === 0
  }

  private witness({ file, input }: WantedFile, suspects: Suspects): WantedFile {
    this.asked.set(input.index, suspects)
    this.add(suspects, 1)
    return { file, input: { ...input, look: true } }
  }

  private add(suspects: Suspects, n: number): void {
    this.doubts.set(suspects, (this.doubts.get(suspects) ?? 0) + n)
  }
}
