// The low watermark: the latest time at which an event in a file not yet decoded can have happened.

interface Unread {
  notAfter: number
  done: boolean
}

export class Watermark {
  private files: Unread[] = []
  /** Number of the first file in `files`; earlier files have been decoded and are forgotten. */
  private first = 0
  private head = 0
  private later = Infinity

  /** Adds a file that will be read; returns its number. `notAfter` is undefined if its name says nothing. */
  add(notAfter: number | undefined): number {
    const latest = notAfter ?? Infinity
    // Files should arrive newest first; if one does not, the bounds of earlier ones are raised.
    for (let i = this.files.length - 1; i >= this.head && this.files[i]!.notAfter < latest; i--)
      this.files[i]!.notAfter = latest
    this.files.push({ notAfter: latest, done: false })
    return this.first + this.files.length - 1
  }

  finish(number: number): void {
    this.files[number - this.first]!.done = true
    while (this.head < this.files.length && this.files[this.head]!.done) this.head++
    if (this.head < 4096) return
    this.files = this.files.slice(this.head)
    this.first += this.head
    this.head = 0
  }

  /** The walk's bound for the files that it has not yielded yet. */
  set laterNotAfter(time: number) {
    this.later = time
  }

  /** The first unread file bounds all files after it. */
  get bound(): number {
    return Math.max(this.files[this.head]?.notAfter ?? -Infinity, this.later)
  }
}
