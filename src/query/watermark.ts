// How far the reading has come: the latest moment at which an event can have happened that is in a file not yet decoded.

interface Unread {
  notAfter: number
  done: boolean
}

export class Watermark {
  private files: Unread[] = []
  /** Number of the first file in `files`: what lies before has been decoded and is forgotten. */
  private first = 0
  private head = 0
  private later = Infinity

  /** A file that will be read; returns its number. `notAfter` undefined: its name says nothing. */
  add(notAfter: number | undefined): number {
    const latest = notAfter ?? Infinity
    // Files should come newest first; where one does not, those before it must not promise too much.
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

  /** What the walk says of the files that it has not given yet. */
  set laterNotAfter(time: number) {
    this.later = time
  }

  /** The first unread file bounds all behind it. */
  get bound(): number {
    return Math.max(this.files[this.head]?.notAfter ?? -Infinity, this.later)
  }
}
