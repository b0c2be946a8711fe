// The terminal's clipboard, by OSC 52: works over SSH and in tmux, where the terminal allows it. Nobody can ask whether it
// did.

/** More than this some terminals refuse, without a word. */
export const MOST_COPIED = 74_994

/** What to write to put text into the clipboard; undefined for what is too long for terminals to take. */
export function copySequence(text: string): string | undefined {
  const encoded = Buffer.from(text).toString('base64')
  return encoded.length > MOST_COPIED ? undefined : `\u001b]52;c;${encoded}\u0007`
}
