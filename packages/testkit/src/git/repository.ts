import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import git from 'isomorphic-git';

/** A file of a commit: text, or what else a tree of git can hold. */
export type RepositoryFile = string | Uint8Array | readonly ['symlink' | 'submodule', string];
export type RepositoryFiles = Readonly<Record<string, RepositoryFile>>;

export interface CommitOptions {
  readonly parents?: readonly string[];
  readonly email?: string;
  /** Seconds since 1970 UTC. */
  readonly time?: number;
  readonly message?: string;
  /** Signs the commit: takes what is to be signed, answers with the armoured signature. */
  readonly sign?: (payload: string) => string | Promise<string>;
}

/** A real repository, made without git. */
export interface TestRepository {
  /** A folder to serve: the repository is `ada/work.git` in it. */
  readonly root: string;
  /** The repository itself, bare, as a server keeps it. */
  readonly folder: string;
  commit(files: RepositoryFiles, options?: CommitOptions): Promise<string>;
  branch(name: string, commit: string): Promise<void>;
  deleteBranch(name: string): Promise<void>;
  tag(name: string, commit: string, annotated?: boolean): Promise<void>;
  /** Writes an object as it is and answers with its id. */
  write(type: 'blob' | 'tree' | 'commit', content: Uint8Array): Promise<string>;
}

const FIRST = 1_700_000_000;

/** Makes an empty repository whose default branch is `main`, in a folder that `removeRepositories` removes. */
export async function makeRepository(): Promise<TestRepository> {
  const root = await scratch();
  const gitdir = join(root, 'ada', 'work.git');
  await git.init({ fs, gitdir, dir: gitdir, bare: true, defaultBranch: 'main' });
  const at = { fs, gitdir } as const;
  return {
    root,
    folder: gitdir,
    async commit(files, { parents = [], email = 'ada@example.org', time = FIRST, message = 'Work', sign } = {}) {
      const author = { name: 'Ada', email, timestamp: time, timezoneOffset: 0 };
      const commit = { tree: await writeTree(gitdir, files), parent: [...parents], author, committer: author, message: `${message}\n` };
      if (sign === undefined) return git.writeCommit({ ...at, commit });
      const payload = commitText(commit);
      const signature = (await sign(payload)).trimEnd().replaceAll('\n', '\n ');
      const text = payload.replace('\n\n', `\ngpgsig ${signature}\n\n`);
      return git.writeObject({ ...at, type: 'commit', format: 'content', object: Buffer.from(text) });
    },
    branch: (name, commit) => git.writeRef({ ...at, ref: `refs/heads/${name}`, value: commit, force: true }),
    deleteBranch: (name) => git.deleteRef({ ...at, ref: `refs/heads/${name}` }),
    async tag(name, commit, annotated = false) {
      if (!annotated) return git.writeRef({ ...at, ref: `refs/tags/${name}`, value: commit });
      const tagger = { name: 'Ada', email: 'ada@example.org', timestamp: FIRST, timezoneOffset: 0 };
      await git.annotatedTag({ ...at, ref: name, object: commit, tagger, message: 'Release' });
    },
    write: (type, content) => git.writeObject({ ...at, type, format: 'content', object: content }),
  };
}

const folders: string[] = [];

async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'proofmark-git-'));
  folders.push(folder);
  return folder;
}

/** Removes all repositories that were made. */
export async function removeRepositories(): Promise<void> {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}

type Commit = Parameters<typeof git.writeCommit>[0]['commit'];

function commitText({ tree, parent, author, committer, message }: Commit): string {
  const person = ({ name, email, timestamp }: Commit['author']): string => `${name} <${email}> ${timestamp} +0000`;
  const parents = parent.map((id) => `parent ${id}\n`).join('');
  return `tree ${tree}\n${parents}author ${person(author)}\ncommitter ${person(committer)}\n\n${message}`;
}

async function writeTree(gitdir: string, files: RepositoryFiles): Promise<string> {
  const here = new Map<string, RepositoryFile | RepositoryFiles>();
  for (const [path, file] of Object.entries(files)) {
    const [first = '', ...rest] = path.split('/');
    if (rest.length === 0) here.set(first, file);
    else here.set(first, { ...(here.get(first) as RepositoryFiles | undefined), [rest.join('/')]: file });
  }
  const tree = await Promise.all([...here].map(([path, file]) => entryOf(gitdir, path, file)));
  return git.writeTree({ fs, gitdir, tree });
}

type Entry = Parameters<typeof git.writeTree>[0]['tree'][number];

async function entryOf(gitdir: string, path: string, file: RepositoryFile | RepositoryFiles): Promise<Entry> {
  const blob = (content: Uint8Array): Promise<string> => git.writeBlob({ fs, gitdir, blob: content });
  if (typeof file === 'string') return { path, mode: '100644', type: 'blob', oid: await blob(Buffer.from(file)) };
  if (file instanceof Uint8Array) return { path, mode: '100644', type: 'blob', oid: await blob(file) };
  if (!isSpecial(file)) return { path, mode: '040000', type: 'tree', oid: await writeTree(gitdir, file) };
  const [is, target] = file;
  if (is === 'submodule') return { path, mode: '160000', type: 'commit', oid: target };
  return { path, mode: '120000', type: 'blob', oid: await blob(Buffer.from(target)) };
}

function isSpecial(file: object): file is readonly ['symlink' | 'submodule', string] {
  return Array.isArray(file);
}
