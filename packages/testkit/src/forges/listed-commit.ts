import fs from 'node:fs';
import git from 'isomorphic-git';

/** An entry of a list of files, with its path from the root. */
export interface ListedEntry {
  readonly path: string;
  /** Six octal digits. */
  readonly mode: string;
  readonly type: 'blob' | 'tree' | 'commit';
  readonly id: string;
  readonly size: number | null;
}

/** A commit of a repository, as a forge lists it. */
export interface ListedCommit {
  readonly id: string;
  readonly tree: string;
  readonly parents: readonly string[];
  /** Seconds since 1970 UTC. */
  readonly time: number;
  /** All files and folders, a folder before what is in it. */
  readonly entries: readonly ListedEntry[];
}

/** Lists a commit of a bare repository. */
export async function listCommit(gitdir: string, commit: string): Promise<ListedCommit> {
  const at = { fs, gitdir } as const;
  const { commit: read } = await git.readCommit({ ...at, oid: commit });
  const entries: ListedEntry[] = [];
  const list = async (oid: string, before: string): Promise<void> => {
    const { tree } = await git.readTree({ ...at, oid });
    for (const { mode, path, oid: id, type } of tree) {
      const size = type === 'blob' ? (await git.readBlob({ ...at, oid: id })).blob.length : null;
      entries.push({ path: before + path, mode: mode.padStart(6, '0'), type, id, size });
      if (type === 'tree') await list(id, `${before}${path}/`);
    }
  };
  await list(read.tree, '');
  return { id: commit, tree: read.tree, parents: read.parent, time: read.committer.timestamp, entries };
}
