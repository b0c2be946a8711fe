// Loads rule files from disk: one file, or all files in a folder.

import { isUtf8 } from 'node:buffer'
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { packagePath } from '../util/package-paths.ts'
import { UsageError } from '../util/usage-error.ts'
import { Atoms } from './atoms.ts'
import { RuleError } from './rule-error.ts'
import { MAX_RULE_FILE, parseSigma, type ParsedRules, type RefusedRule } from './sigma-parse.ts'
import type { Rule } from './rule.ts'

/** The rules that come with the program. */
const PACK = 'rules'

/** Throws UsageError for a path that does not exist. Rules that cannot be parsed completely are among the refused. */
export function loadRules(
  paths: readonly string[],
  { pack, cwd }: { pack: boolean; cwd: string },
): ParsedRules {
  const files = paths.flatMap((path) => ruleFiles(path, cwd))
  const parsed = [...(pack ? packFiles() : []), ...files.map((file) => readRules(resolve(cwd, file), file))]
  const all = parsed.flatMap(({ rules }) => rules)
  const refused = parsed.flatMap(({ refused }) => refused)
  const atoms = new Atoms()
  const rules = all.filter((rule) => {
    const what = failure(rule, atoms)
    if (what !== undefined) refused.push({ file: rule.file, title: rule.title, what })
    return what === undefined
  })
  return { rules, refused, foreign: parsed.reduce((sum, { foreign }) => sum + foreign, 0) }
}

function packFiles(): readonly ParsedRules[] {
  const folder = packagePath(PACK)
  return ruleFiles(folder, folder).map((file) => readRules(file, `${PACK}/${basename(file)}`))
}

/** Paths of rule files at or below a path as typed, in order. */
function ruleFiles(path: string, cwd: string): readonly string[] {
  const stat = statSync(resolve(cwd, path), { throwIfNoEntry: false })
  if (stat === undefined)
    throw new UsageError(`--rules '${path}' does not exist`, 'give a rule file or a folder of them')
  if (!stat.isDirectory()) return [path]
  const found: string[] = []
  try {
    collect(path, cwd, new Set(), found)
  } catch (error) {
    throw new UsageError(
      `--rules '${path}' cannot be listed: ${(error as Error).message}`,
      'every folder in it must be readable',
    )
  }
  if (found.length === 0)
    throw new UsageError(`--rules '${path}' holds no rule files`, 'rule files end in .yml or .yaml')
  return found.sort()
}

/** Enters each folder once, wherever links lead. */
function collect(folder: string, cwd: string, entered: Set<string>, found: string[]): void {
  const real = realpathSync(resolve(cwd, folder))
  if (entered.has(real)) return
  entered.add(real)
  for (const entry of readdirSync(real, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    const isFolder = entry.isSymbolicLink() ? leadsToFolder(join(real, entry.name)) : entry.isDirectory()
    if (isFolder) collect(path, cwd, entered, found)
    else if (/\.ya?ml$/i.test(entry.name)) found.push(path)
  }
}

/** False for a link that leads nowhere. */
function leadsToFolder(link: string): boolean {
  try {
    return statSync(link).isDirectory()
  } catch {
    return false
  }
}

function readRules(path: string, name: string): ParsedRules {
  const refuse = (what: string): ParsedRules => ({
    rules: [],
    refused: [{ file: name, title: undefined, what }],
    foreign: 0,
  })
  try {
    const stat = statSync(path)
    if (!stat.isFile()) return refuse('is not a file')
    if (stat.size > MAX_RULE_FILE) return refuse('is larger than 1 MB, which no rule file is')
    const bytes = readFileSync(path)
    if (!isUtf8(bytes)) return refuse('is not UTF-8')
    return parseSigma(bytes.toString(), name)
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return refuse(FAILURES[code ?? ''] ?? message)
  }
}

const FAILURES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  ENOENT: 'does not exist, or is a link to nothing',
  ELOOP: 'is a link to itself',
}

/** Why a rule cannot be compiled, checked here before a thread compiles it. */
function failure(rule: Rule, atoms: Atoms): RefusedRule['what'] | undefined {
  if (rule.kind === 'correlation') return undefined
  try {
    atoms.nodeOf(rule.detection)
    return undefined
  } catch (error) {
    if (error instanceof RuleError) return error.message
    throw error
  }
}
