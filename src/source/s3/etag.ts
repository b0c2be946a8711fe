// The entity tag identifies the content of an object.

/** The tag without its quotes; undefined for a weak tag, which does not guarantee identical bytes. */
export function strongTag(etag: string | undefined): string | undefined {
  return etag?.startsWith('W/') ? undefined : etag?.replace(/^"|"$/g, '')
}
