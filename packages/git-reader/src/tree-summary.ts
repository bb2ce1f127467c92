import { decodeUtf8Lossy } from '@proofmark/primitives';
import { isForeignFolder, isLicenceFile, languageOf } from '@proofmark/schemas/git';
import type { GitProblem } from './failure.js';
import { GitFault } from './fault.js';
import type { GitLimits } from './limits.js';
import { isLfsPointer, type ObjectStore } from './object-store.js';
import { MODE, parseTree, type TreeEntry } from './objects.js';
import type { GitSession } from './transport.js';

/** What lies in a folder and its folders, or one file. */
export interface TreeSummary {
  readonly files: number;
  /** All files together; null when they were not read. */
  readonly bytes: number | null;
  /** The ten that most is written in; bytes are null when files were not read. */
  readonly languages: readonly { readonly name: string; readonly files: number; readonly bytes: number | null }[];
  /** The name of the licence's file in the root folder of the repository; null where there is none. */
  readonly licence: string | null;
}

/** One place in a tree. */
export interface Located {
  readonly type: 'tree' | 'blob';
  readonly id: string;
  readonly name: string;
}

const LANGUAGES = 10;

/** What stands at a path. Names are compared as they are: nothing is normalised and no link is followed. @throws GitFault */
export function locate(store: ObjectStore, root: string, path: readonly string[], idLength: number, limits: GitLimits): Located {
  if (path.length > limits.depth) throw new GitFault('too-deep');
  let place: Located = { type: 'tree', id: root, name: '' };
  for (const name of path) {
    const entry = place.type === 'tree' ? entriesOf(store, place.id, idLength).find((each) => each.name === name) : undefined;
    const type = entry === undefined ? null : typeOf(entry);
    if (entry === undefined || type === null || entry.mode === MODE.symlink || isUnsafe(name)) throw new GitFault('path-not-found');
    place = { type, id: entry.id, name };
  }
  return place;
}

/** The file in which the licence of the whole repository stands. @throws GitFault */
export function licenceIn(store: ObjectStore, root: string, idLength: number): string | null {
  const found = entriesOf(store, root, idLength).find(
    (entry) => typeOf(entry) === 'blob' && entry.mode !== MODE.symlink && isLicenceFile(entry.name),
  );
  return found?.name ?? null;
}

/** Counts what lies at a place, and names what is not what it seems. @throws GitFault `too-deep`, `too-many-files`, `timeout` */
export async function summariseTree(
  store: ObjectStore,
  place: Located,
  idLength: number,
  limits: GitLimits,
  session: GitSession,
): Promise<{ readonly tree: Omit<TreeSummary, 'licence'>; readonly problems: ReadonlySet<GitProblem> }> {
  const problems = new Set<GitProblem>();
  const languages = new Map<string, { files: number; bytes: number }>();
  let [entries, files, bytes, measured] = [0, 0, 0, true];
  const file = (name: string, id: string, foreign: boolean): void => {
    const info = store.info(id);
    if (info !== undefined && info.type !== 'blob') throw new GitFault('malformed-response');
    if (info === undefined) measured = false;
    else if (isLfsPointer(info.content)) problems.add('lfs-pointer');
    files++;
    bytes += info?.size ?? 0;
    const language = foreign ? null : languageOf(name);
    if (language === null) return;
    const sum = languages.get(language) ?? { files: 0, bytes: 0 };
    languages.set(language, { files: sum.files + 1, bytes: sum.bytes + (info?.size ?? 0) });
  };
  const stack: { readonly id: string; readonly depth: number; readonly foreign: boolean; readonly parents: number }[] = [];
  if (place.type === 'blob') file(place.name, place.id, false);
  else stack.push({ id: place.id, depth: 0, foreign: false, parents: 0 });
  for (let folder = stack.pop(); folder !== undefined; folder = stack.pop()) {
    if (folder.depth > limits.depth) throw new GitFault('too-deep');
    if (!(await session.breathe())) throw new GitFault('timeout');
    for (const entry of entriesOf(store, folder.id, idLength)) {
      if (++entries > limits.entries) throw new GitFault('too-many-files');
      if (isUnsafe(entry.name)) problems.add('unsafe-name');
      const type = typeOf(entry);
      if (type === null) problems.add('submodule');
      else if (type === 'tree') {
        const foreign = folder.foreign || isForeignFolder(entry.name);
        stack.push({ id: entry.id, depth: folder.depth + 1, foreign, parents: folder.parents + 1 });
      } else if (entry.mode === MODE.symlink) {
        const target = store.info(entry.id)?.content;
        problems.add(target && leadsOutside(decodeUtf8Lossy(target), folder.parents) ? 'symlink-outside' : 'symlink');
      } else file(entry.name, entry.id, folder.foreign);
    }
  }
  if (!measured) problems.add('sizes-not-read');
  const ranked = [...languages].sort(([one, a], [other, b]) => b.bytes - a.bytes || b.files - a.files || (one < other ? -1 : 1));
  return {
    tree: {
      files,
      bytes: measured ? bytes : null,
      languages: ranked.slice(0, LANGUAGES).map(([name, sum]) => ({ name, files: sum.files, bytes: measured ? sum.bytes : null })),
    },
    problems,
  };
}

function entriesOf(store: ObjectStore, id: string, idLength: number): readonly TreeEntry[] {
  return parseTree(store.content(id, 'tree'), idLength);
}

function typeOf({ mode }: TreeEntry): 'tree' | 'blob' | null {
  if (mode === MODE.submodule) return null;
  return mode === MODE.tree ? 'tree' : 'blob';
}

/** Names that git itself refuses to check out. None of them is ever used as a path here. */
function isUnsafe(name: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  return name === '' || name === '.' || name === '..' || name.toLowerCase() === '.git' || /[/\\\u0000-\u001f]/.test(name);
}

/** Whether the target of a symlink that lies `parents` folders deep is no place in the tree that was read. */
function leadsOutside(target: string, parents: number): boolean {
  if (target.startsWith('/') || /^[a-z]:|^\\/i.test(target)) return true;
  let depth = parents;
  for (const part of target.split('/')) {
    if (part === '..') depth--;
    else if (part !== '' && part !== '.') depth++;
    if (depth < 0) return true;
  }
  return false;
}
