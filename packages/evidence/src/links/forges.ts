import type { LinkDescription, LinkProblem } from './description.js';
import { type ForgeView, forgeOf } from './forge-views.js';
import { kindOfFileName } from './page-kinds.js';

const FULL_COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i;
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
  if (view.ref === null && FULL_COMMIT.test(fragment)) {
    const commit = fragment.toLowerCase();
    const permalink = view.treeOf === undefined ? url : (view.origin ?? origin) + view.treeOf(commit);
    return { ...base, kind: 'repository', pinned: true, pinnedBy: 'commit', commit, permalink, fetchable: false, problems: [] };
  }
  const kind = view.file === null ? 'repository' : (kindOfFileName(view.file) ?? 'file');
  const fetchable = view.raw;
  if (view.ref !== null && view.refIs !== 'branch' && view.refIs !== 'tag' && FULL_COMMIT.test(view.ref)) {
    const permalink = origin + pathname + (/^#(?:L\d|lines-)/.test(parsed.hash) ? parsed.hash : '');
    return { ...base, kind, pinned: true, pinnedBy: 'commit', commit: view.ref.toLowerCase(), permalink, fetchable, problems: [] };
  }
  return { ...base, kind, pinned: false, fetchable, problems: [whyNot(view)] };
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
  return { ...base, pinned: true, pinnedBy: 'commit', commit: fragment.toLowerCase(), permalink: url, problems: [] };
}
