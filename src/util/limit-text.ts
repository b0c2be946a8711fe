/** A limit in bytes as `--max-inflated` takes it: `256 MB` for 256M, plain bytes below a million. */
export function limitText(bytes: number): string {
  return bytes < 1e6 ? `${bytes} bytes` : `${Math.round(bytes / 2 ** 20)} MB`
}
