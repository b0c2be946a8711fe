// The files of a job in the form in which they cross to a thread: a few columns instead of an object with two long texts for
// each. Files that follow each other are nearly always of one folder, so that only their names differ.

import type { FileInput, PackedFiles, PackedFolder } from './batch.ts'

export function packFiles(files: readonly FileInput[]): PackedFiles {
  const names: string[] = []
  const numbers = new Float64Array(files.length * 2)
  const folders: PackedFolder[] = []
  const others: [number, Partial<FileInput>][] = []
  let folder: PackedFolder | undefined
  for (let at = 0; at < files.length; at++) {
    const input = files[at]!
    const { file, path, sha256, bytes } = input
    const whole = path ?? file
    const start = whole.lastIndexOf('/') + 1
    const name = whole.slice(start)
    if (folder === undefined || !isOf(folder, input, name)) {
      const { account, isRegular, survey, look } = input
      const display = file.endsWith(name) ? file.slice(0, file.length - name.length) : ''
      folder = { from: at, file: display, path: path?.slice(0, start), account, isRegular, survey, look }
      folders.push(folder)
    }
    names.push(name)
    numbers[at * 2] = input.index
    numbers[at * 2 + 1] = input.notAfter ?? NaN
    if (!file.endsWith(name)) others.push([at, { file }])
    if (sha256 !== undefined || bytes !== undefined) others.push([at, { sha256, bytes }])
  }
  return { names: names.join('/'), numbers, folders, others }
}

function isOf(
  folder: PackedFolder,
  { file, path, account, isRegular, survey, look }: FileInput,
  name: string,
): boolean {
  return (
    begins(path, folder.path, name) &&
    begins(file, folder.file, name) &&
    account === folder.account &&
    isRegular === folder.isRegular &&
    survey === folder.survey &&
    look === folder.look
  )
}

function begins(text: string | undefined, prefix: string | undefined, name: string): boolean {
  if (text === undefined || prefix === undefined) return text === prefix
  return text.length === prefix.length + name.length && text.startsWith(prefix) && text.endsWith(name)
}

export function unpackFiles({ names, numbers, folders, others }: PackedFiles): FileInput[] {
  const files: FileInput[] = []
  const each = names.split('/')
  let next = 0
  for (let at = 0; at * 2 < numbers.length; at++) {
    if (next < folders.length && folders[next]!.from === at) next++
    files.push(fileOf(folders[next - 1]!, each[at]!, numbers[at * 2]!, numbers[at * 2 + 1]!))
  }
  for (const [at, fields] of others) files[at] = { ...files[at]!, ...fields }
  return files
}

function fileOf(folder: PackedFolder, name: string, index: number, notAfter: number): FileInput {
  return {
    index,
    file: folder.file + name,
    account: folder.account,
    notAfter: Number.isNaN(notAfter) ? undefined : notAfter,
    path: folder.path === undefined ? undefined : folder.path + name,
    isRegular: folder.isRegular,
    survey: folder.survey,
    look: folder.look,
  }
}
