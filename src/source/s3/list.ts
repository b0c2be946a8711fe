// Listings of a bucket, page by page.

import type { ListObjectsV2CommandInput, ListObjectsV2CommandOutput, _Object } from '@aws-sdk/client-s3'
import { ListObjectsV2Command } from '@aws-sdk/client-s3'
import type { Listing, ListOptions, SourceObject } from '../source.ts'
import { SourceError } from '../source.ts'
import { abortable, ask, headersOf, type Connection } from './connection.ts'
import { NOT_S3 } from './error.ts'
import { textOf } from './request.ts'
import { isNotImplemented } from './retry.ts'
import { strongTag } from './etag.ts'
import type { Page } from './start.ts'
import { parseXml, textIn, type Element } from './xml.ts'

export async function list(
  connection: Connection,
  folder: string,
  options: ListOptions = {},
): Promise<Listing> {
  const { startAfter, atMost = Infinity, deep = false, signal } = options
  const folders: string[] = []
  const objects: SourceObject[] = []
  let token: string | undefined
  do {
    const page: Page = await listPage(
      connection,
      folder,
      { StartAfter: startAfter || undefined, MaxKeys: Math.min(1000, atMost), ContinuationToken: token },
      signal,
      deep,
    )
    if (token !== undefined && page.token === token) {
      throw new SourceError('unreadable', 'the server sends the same page of the listing again and again')
    }
    token = page.token
    // S3 may return the folder that contains `startAfter`. It is omitted, as by the disk source.
    for (const key of page.folders) if (key > (startAfter ?? '')) folders.push(key)
    // The console creates a folder by storing an empty object with its name.
    for (const object of page.objects) if (object.key !== folder) objects.push(object)
  } while (token !== undefined && folders.length + objects.length < atMost)
  return { folders, objects, ...(token !== undefined && { more: true }) }
}

export async function listPage(
  connection: Connection,
  prefix: string,
  paging: { StartAfter?: string | undefined; MaxKeys?: number; ContinuationToken?: string | undefined },
  signal: AbortSignal | undefined,
  deep = false,
): Promise<Page> {
  const input: ListInput = { ...paging, Prefix: prefix, ...(deep ? {} : { Delimiter: '/' }) }
  const attempt = async (): Promise<ListOutput> => {
    if (!connection.isPlain) {
      try {
        return await send(connection, { ...input, OptionalObjectAttributes: ['RestoreStatus'] }, signal)
      } catch (error) {
        if (!refusesMore(error)) throw error
      }
    }
    const output = await send(connection, input, signal)
    connection.isPlain = true
    return output
  }
  const output = await ask(connection, { key: prefix, action: 's3:ListBucket' }, signal, attempt)
  const decode = output.EncodingType === 'url' ? decodeKey : (key: string) => key
  return {
    folders: (output.CommonPrefixes ?? []).map((entry) => decode(entry.Prefix ?? '')),
    objects: (output.Contents ?? []).map((entry) => toObject(entry, decode)),
    token: output.IsTruncated ? output.NextContinuationToken : undefined,
  }
}

type ListInput = Pick<
  ListObjectsV2CommandInput,
  'StartAfter' | 'MaxKeys' | 'ContinuationToken' | 'Prefix' | 'Delimiter' | 'OptionalObjectAttributes'
>
type ListOutput = Pick<
  ListObjectsV2CommandOutput,
  'CommonPrefixes' | 'Contents' | 'EncodingType' | 'IsTruncated' | 'NextContinuationToken'
>

async function send(
  { client, requester, common }: Connection,
  input: ListInput,
  signal: AbortSignal | undefined,
): Promise<ListOutput> {
  if (await requester.isOnlyForSdk()) {
    const command = new ListObjectsV2Command({ ...common, ...input, EncodingType: 'url' })
    return client.send(command, abortable(signal))
  }
  const { StartAfter, MaxKeys, ContinuationToken, Prefix = '', Delimiter, OptionalObjectAttributes } = input
  const query = {
    'list-type': '2',
    'encoding-type': 'url',
    prefix: Prefix,
    ...(Delimiter !== undefined && { delimiter: Delimiter }),
    ...(MaxKeys !== undefined && { 'max-keys': String(MaxKeys) }),
    ...(StartAfter !== undefined && { 'start-after': StartAfter }),
    ...(ContinuationToken !== undefined && { 'continuation-token': ContinuationToken }),
  }
  const headers = {
    ...headersOf(common),
    ...(OptionalObjectAttributes && {
      'x-amz-optional-object-attributes': OptionalObjectAttributes.join(','),
    }),
  }
  return requester.get({ query, headers }, signal, async (answer) => outputOf(await textOf(answer)))
}

function outputOf(text: string): ListOutput {
  const root = listingIn(text)
  const all = (name: string) => root.children.filter((child) => child.name === name)
  return {
    CommonPrefixes: all('CommonPrefixes').map((one) => ({ Prefix: textIn(one, 'Prefix') })),
    Contents: all('Contents').map(contentsOf),
    EncodingType: textIn(root, 'EncodingType') === 'url' ? 'url' : undefined,
    IsTruncated: textIn(root, 'IsTruncated') === 'true',
    NextContinuationToken: textIn(root, 'NextContinuationToken'),
  }
}

function listingIn(text: string): Element {
  try {
    const root = parseXml(text)
    if (root.name === 'ListBucketResult') return root
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  const start = text.trim().replace(/\s+/g, ' ').slice(0, 40)
  throw Object.assign(new Error(`the answer begins with '${start}'`), { name: NOT_S3 })
}

function contentsOf(element: Element): _Object {
  const size = textIn(element, 'Size')
  const restore = element.children.find(({ name }) => name === 'RestoreStatus')
  return {
    Key: textIn(element, 'Key'),
    Size: size === undefined ? undefined : Number(size),
    LastModified: dateOf(textIn(element, 'LastModified')),
    ETag: textIn(element, 'ETag'),
    StorageClass: textIn(element, 'StorageClass') as _Object['StorageClass'],
    RestoreStatus: restore && { IsRestoreInProgress: textIn(restore, 'IsRestoreInProgress') === 'true' },
  }
}

function dateOf(text: string | undefined): Date | undefined {
  const time = Date.parse(text ?? '')
  return Number.isNaN(time) ? undefined : new Date(time)
}

/** Other servers of the protocol, such as S3Proxy, reject unknown headers. */
function refusesMore(error: unknown): boolean {
  return isNotImplemented(error) || (error as Error).name === 'InvalidArgument'
}

/** In a listing, a space is a `+`. */
function decodeKey(key: string): string {
  try {
    return decodeURIComponent(key.replaceAll('+', ' '))
  } catch {
    return key
  }
}

function toObject(entry: _Object, decode: (key: string) => string): SourceObject {
  const { Key = '', Size, LastModified, ETag, StorageClass, RestoreStatus } = entry
  // While a restored copy exists, an archived object can be read like any other.
  const restored = RestoreStatus !== undefined && !RestoreStatus.IsRestoreInProgress
  return {
    key: decode(Key),
    size: Size,
    modified: LastModified?.getTime(),
    etag: strongTag(ETag),
    storageClass: StorageClass === 'STANDARD' || restored ? undefined : StorageClass,
  }
}
