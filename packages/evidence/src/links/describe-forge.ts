import type { LinkDescription, LinkProblem } from './description.js';
import { forgeOf } from './forges/forge-of.js';
import { type ForgeView, FULL_COMMIT } from './forges/forge-view.js';
import { kindOfFileName } from './page-kinds.js';

const SHORT_COMMIT = /^(?=.*\d)[0-9a-f]{7,63}$/i;
const VERSION = /^v?\d+\.\d+/;

/** A link into a git forge, known by its host or by the shape of its path; null when it is none. */
export function describeForge(url: string, parsed: URL): LinkDescription | null {
  const { host, origin, pathname } = parsed;
  const view = forgeOf(parsed);
  const fragment = parsed.hash.slice(1);
  if (view === null) return pathname.endsWith('.git') ? bareRepository(url, parsed, fragment) : null;
  const repository = (view.origin ?? origin) + view.repository;
  const base = { url, host, repository } as const;
  // The page of an issue or a pull request is about something else than the commit behind the `#`.
  if (view.ref === null && view.git?.place.names === 'head' && FULL_COMMIT.test(fragment)) {
    const commit = fragment.toLowerCase();
    const permalink = view.treeOf === undefined ? url : (view.origin ?? origin) + view.treeOf(commit);
    return { ...base, kind: 'repository', ...namesCommit(commit), permalink, fetchable: false, problems: [] };
  }
  const kind = view.file === null ? 'repository' : (kindOfFileName(view.file) ?? 'file');
  const fetchable = view.raw;
  if (view.ref !== null && view.refIs !== 'branch' && view.refIs !== 'tag' && FULL_COMMIT.test(view.ref)) {
    const commit = view.ref.toLowerCase();
    const lines = /^#(?:L\d|lines-)/.test(parsed.hash) ? parsed.hash : '';
    const permalink = origin + (view.page?.(commit) ?? plainPath(pathname, view)) + lines;
    return { ...base, kind, ...namesCommit(commit), permalink, fetchable, problems: [] };
  }
  return { ...base, kind, pinned: false, fetchable, problems: [whyNot(view)] };
}

const namesCommit = (commit: string) => ({ pinned: true, pinnedBy: 'commit', names: 'commit', commit }) as const;

/** The path with the commit in lower case, and without `.git` after the repository: one page has one address. */
function plainPath(pathname: string, { repository, ref }: ForgeView): string {
  const path = pathname.startsWith(`${repository}.git/`) ? repository + pathname.slice(repository.length + 4) : pathname;
  return ref === null ? path : path.replace(ref, ref.toLowerCase());
}

function whyNot({ ref, refIs }: ForgeView): LinkProblem {
  if (ref === null) return 'no-commit';
  if (refIs === 'tag') return 'tag-link';
  if (refIs === 'branch') return 'branch-link';
  if (SHORT_COMMIT.test(ref)) return 'short-commit';
  return VERSION.test(ref) ? 'tag-link' : 'branch-link';
}

/** `https://host/path.git`, on any host, with the commit in the fragment. */
function bareRepository(url: string, { host, origin, pathname }: URL, fragment: string): LinkDescription {
  const base = { url, kind: 'repository', host, repository: origin + pathname, fetchable: false } as const;
  if (!FULL_COMMIT.test(fragment)) return { ...base, pinned: false, problems: ['no-commit'] };
  return { ...base, ...namesCommit(fragment.toLowerCase()), permalink: url, problems: [] };
}
