import type { GitPlace } from '@proofmark/schemas/git';

/** What a link into a forge names in its repository, and the address of the same page at one commit. */
export interface ForgeGit {
  readonly place: GitPlace;
  /** @param path as git knows it, undivided names decoded @returns a path of a URL */
  readonly pageAt: (commit: string, path: readonly string[]) => string;
}

const pathText = (path: readonly string[]): string => path.map((name) => `/${encodeURIComponent(name)}`).join('');
const after =
  (prefix: string, between = ''): ForgeGit['pageAt'] =>
  (commit, path) =>
    prefix + commit + (path.length === 0 ? '' : between) + pathText(path);

/**
 * A link that names a version and perhaps a path in it.
 *
 * @param prefix what stands before the commit in the address of the same page
 * @param parts version and path as they stand in the link, percent-encoded
 * @param between what stands between commit and path there
 */
export function versionAt(
  prefix: string,
  parts: readonly (string | null)[],
  versionIs: Extract<GitPlace, { names: 'version' }>['versionIs'] = 'any',
  between = '',
): ForgeGit | null {
  const decoded = parts.map((part) => (part === null ? null : decode(part)));
  if (decoded.length === 0 || decoded.includes(null)) return null;
  const names = decoded.flatMap((part) => part?.split('/') ?? []);
  return { place: { names: 'version', parts: names, versionIs }, pageAt: after(prefix, between) };
}

/** A link to the repository itself. */
export function headAt(prefix: string): ForgeGit {
  return { place: { names: 'head' }, pageAt: after(prefix) };
}

/** A link to a pull or merge request: forges keep the commit that it proposes under a ref of its own. */
export function requestAt(prefix: string, kind: 'pull' | 'merge-requests', number: string | null | undefined): ForgeGit | null {
  if (!/^\d{1,12}$/.test(number ?? '')) return null;
  return { place: { names: 'ref', ref: `refs/${kind}/${number}/head` }, pageAt: after(prefix) };
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
