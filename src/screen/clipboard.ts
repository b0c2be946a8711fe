// Copies to the terminal's clipboard by OSC 52, which works over SSH and in tmux if the terminal allows it. Success
// cannot be detected.

/** Maximum length of the encoded text; some terminals silently ignore more. */
const MAX_COPIED = 74_994

/** The sequence that copies text to the clipboard; undefined if the text is too long for terminals. */
export function copySequence(text: string): string | undefined {
  const encoded = Buffer.from(text).toString('base64')
  return encoded.length > MAX_COPIED ? undefined : `\u001b]52;c;${encoded}\u0007`
}
