// What tells one content of an object from another.

/** Without its quotes. A weak one does not promise the same bytes. */
export function strongTag(etag: string | undefined): string | undefined {
  return etag?.startsWith('W/') ? undefined : etag?.replace(/^"|"$/g, '')
}
